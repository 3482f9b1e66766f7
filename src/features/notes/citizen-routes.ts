import { findWishes } from '../citizens/card-queries.ts'
import { displayName } from '../citizens/rules.ts'
import { aboutAll, idIn, mineOf, shownRecords } from '../consents/asking.ts'
import { glassAt } from '../glass/queries.ts'
import { hiddenFrom } from '../consents/hidden-queries.ts'
import { receiverNames } from '../consents/queries.ts'
import { recordRoles } from '../people/rules.ts'
import { nextAppointments, peopleAround, planShown, stepsShown } from '../plans/queries.ts'
import type { Around } from '../plans/queries.ts'
import { today } from '../../platform/time.ts'
import { Routes } from '../routing.ts'
import { citizenPage, drawnAtMost } from './citizen-pages.ts'
import { agreedTalks, metLately } from './citizen-queries.ts'
import { timelinePage } from './timeline-pages.ts'
import { happeningsOf, sinceNow, sinceOf } from './timeline-queries.ts'

/** How many things one page of the timeline holds. */
const pageLength = 50

/** A citizen's own page, and all that has happened. */
export const citizenPageRoutes = new Routes()
  .get('/citizens/:citizenId', { who: recordRoles, purpose: 'citizens.show' }, async (c, given) => {
    const citizenId = idIn(c, 'citizenId')
    const shown = await given.db.read(given.asker, 'citizens.show', async tx => {
      const at = await shownRecords(tx, given, citizenId)
      const { municipalityId, records, asked } = at
      const from = String(today(given.now))
      const since = sinceNow(given.now)
      // Asked together, so that they are one round trip.
      const [happened, wishes, plan, steps, appointments, talks, working, met, receivers, hidden, glass] =
        await Promise.all([
          happeningsOf(tx, municipalityId, { records, since, length: drawnAtMost.happened }),
          findWishes(tx, mineOf(given), asked),
          planShown(tx, municipalityId, records),
          stepsShown(tx, municipalityId, records),
          nextAppointments(tx, municipalityId, { records, from, most: drawnAtMost.ahead }),
          agreedTalks(tx, municipalityId, { records, most: drawnAtMost.ahead }),
          peopleAround(tx, municipalityId, records),
          metLately(tx, municipalityId, records),
          receiverNames(tx, at),
          hiddenFrom(tx, at),
          glassAt(tx, { ...at, personId: given.actor.personId }),
        ])
      const people = eachOnce([...working, ...met])
      const value = {
        ...at,
        own: at.own[0],
        ...happened,
        wishes,
        plan,
        steps,
        appointments,
        talks,
        people,
        receivers,
        hidden,
        glass,
      }
      return { value, about: aboutAll(at) }
    })
    return c.html(citizenPage({ ...given, ...shown }))
  })
  .get('/citizens/:citizenId/timeline', { who: recordRoles, purpose: 'timeline.show' }, async (c, given) => {
    const citizenId = idIn(c, 'citizenId')
    const asked = sinceOf(c.req.query('since'))
    const shown = await given.db.read(given.asker, 'timeline.show', async tx => {
      const at = await shownRecords(tx, given, citizenId)
      const since = asked ?? sinceNow(given.now)
      const page = await happeningsOf(tx, at.municipalityId, { records: at.records, since, length: pageLength })
      return { value: { ...at, ...page }, about: aboutAll(at) }
    })
    const called = displayName(shown.asked)
    return c.html(timelinePage({ ...given, ...shown, citizenId, called, newest: asked === undefined }))
  })

/** Those who have a part in the plan first; whoever has only talked with the citizen after them. */
function eachOnce(people: readonly Around[]): Around[] {
  const once = new Map<string, Around>()
  for (const person of people) if (!once.has(person.personId)) once.set(person.personId, person)
  return [...once.values()]
}
