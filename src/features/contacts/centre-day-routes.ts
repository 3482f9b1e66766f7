import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { addDays, compareDays, parseDay, today } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { held } from '../evaluation/suppression.ts'
import type { Held } from '../evaluation/suppression.ts'
import { holds, recordRoles } from '../people/rules.ts'
import { timetableOf } from '../presence/occurrence-rules.ts'
import type { Timetable } from '../presence/occurrence-rules.ts'
import { readPresence } from '../presence/plan-queries.ts'
import { readOwnDay } from '../presence/strip-queries.ts'
import type { OwnDay } from '../presence/strip-rules.ts'
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
    const shown = await readCentreDay(given, { day, slug: c.req.param('centreSlug') ?? '' })
    const { centre } = shown
    const own = holds(given.actor, ...recordRoles)
      ? await ownTalks(given, { centreId: centre.id, day: String(day) })
      : []
    return c.html(centreDayPage({ ...given, ...shown, day, own }))
  },
)

/** One's own day and the centres that one works at, with how many talks the first of them had. */
export async function readMyCentres(given: Given): Promise<{ own: OwnDay; centres: DayCentre[]; talks: Held }> {
  const parties = given.actor.memberships.flatMap(each => (each.partyId === null ? [] : [each.partyId]))
  return await given.db.read(given.asker, 'centre-day.show', async tx => {
    const { municipalityId, personId } = mineOf(given)
    const own = await readOwnDay(tx, { municipalityId, personId, now: given.now })
    const mine = await centresOf(tx, municipalityId, parties)
    const centres = own.centres.filter(each => mine.includes(each.id))
    return { own, centres, talks: await heldTalks(tx, centres[0], today(given.now)) }
  })
}

async function readCentreDay(given: Given, { slug, day }: { slug: string; day: Day }): Promise<CentreDay> {
  return await given.db.read(given.asker, 'centre-day.show', async tx => {
    const { municipalityId } = mineOf(given)
    const until = addDays(day, 1)
    const presence = await readPresence(tx, { municipalityId, today: today(given.now), from: day, until })
    const centre = presence.centres.find(each => each.slug === slug)
    if (!centre) throw new NotFound()
    return { centre, timetable: timetableOf(presence.plan), talks: await heldTalks(tx, centre, day) }
  })
}

async function centresOf(tx: Read, municipalityId: string, parties: readonly string[]): Promise<string[]> {
  if (parties.length === 0) return []
  const rows = await tx
    .selectFrom('centres')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('party_id', 'in', [...parties])
    .execute()
  return rows.map(row => row.id)
}

async function heldTalks(tx: Read, centre: { id: string } | undefined, day: Day): Promise<Held> {
  return held(centre ? await talksAt(tx, { centreId: centre.id, day: String(day) }) : 0)
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

interface CentreDay {
  centre: DayCentre
  timetable: Timetable
  talks: Held
}
