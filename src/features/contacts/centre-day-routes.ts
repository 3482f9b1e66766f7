import { NotFound } from '../../platform/errors.ts'
import { addDays, compareDays, parseDay, today } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { held } from '../evaluation/suppression.ts'
import type { Held } from '../evaluation/suppression.ts'
import { holds, recordRoles } from '../people/rules.ts'
import { timetableOf } from '../presence/occurrence-rules.ts'
import type { Timetable } from '../presence/occurrence-rules.ts'
import { readPresence } from '../presence/plan-queries.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { centreDayPage } from './centre-day-pages.ts'
import type { DayCentre } from './centre-day-pages.ts'
import { mineOf } from './draft-routes.ts'
import { ownTalksAt, talksAt } from './list-queries.ts'
import { subjectOf } from './queries.ts'
import type { ContactRow } from './queries.ts'

/** The day of a centre, for those who work or help in one, and for those who come there. */
export const centreDayRoutes = new Routes().get(
  '/centres/:centreSlug/day',
  { who: [...recordRoles, 'volunteer'], purpose: 'centre-day.show' },
  async (c, given) => {
    const day = dayAsked(c.req.query('day'), today(given.now))
    const { centres, timetable, talks } = await dayOfCentres(given, { day, slug: c.req.param('centreSlug') ?? '' })
    const [centre] = centres
    if (!centre) throw new NotFound()
    const own = holds(given.actor, ...recordRoles)
      ? await ownTalks(given, { centreId: centre.id, day: String(day) })
      : []
    return c.html(centreDayPage({ ...given, centre, day, timetable, talks, own }))
  },
)

/** Who comes where on a day, and how many talks there were at the first of the centres: the one asked for, or one's own. */
export async function dayOfCentres(given: Given, asked?: { day: Day; slug: string }): Promise<CentreDays> {
  const day = asked?.day ?? today(given.now)
  const own = given.actor.memberships.map(each => each.partyId)
  return await given.db.read(given.asker, 'centre-day.show', async tx => {
    const { municipalityId } = mineOf(given)
    const presence = await readPresence(tx, {
      municipalityId,
      today: today(given.now),
      from: day,
      until: addDays(day, 1),
    })
    const parties = await tx
      .selectFrom('centres')
      .select(['id', 'party_id as partyId'])
      .where('municipality_id', '=', municipalityId)
      .execute()
    const mine = new Set(parties.filter(each => own.includes(each.partyId)).map(each => each.id))
    const centres = presence.centres.filter(each => (asked ? each.slug === asked.slug : mine.has(each.id)))
    const first = centres[0]
    const talks = first ? await talksAt(tx, { centreId: first.id, day: String(day) }) : 0
    return { centres, timetable: timetableOf(presence.plan), talks: held(talks) }
  })
}

async function ownTalks(given: Given, at: { centreId: string; day: string }): Promise<ContactRow[]> {
  return await given.db.read(given.asker, 'contacts.list', async tx => {
    const rows = await ownTalksAt(tx, mineOf(given), at)
    return { value: rows, about: rows.map(subjectOf) }
  })
}

// A day that cannot be read, and one that lies far away, is today.
function dayAsked(text: string | undefined, here: Day): Day {
  const read = parseDay(text ?? '')
  if (!read.ok) return here
  const farthest = [addDays(here, -366), addDays(here, 92)] as const
  return compareDays(read.value, farthest[0]) < 0 || compareDays(read.value, farthest[1]) > 0 ? here : read.value
}

interface CentreDays {
  centres: DayCentre[]
  timetable: Timetable
  talks: Held
}
