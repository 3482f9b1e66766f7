import { paths } from '../../paths.ts'
import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import { clock, day, today } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { askedOfUs, subjectOfAsked } from '../access-requests/queries.ts'
import { subjectOfCitizen } from '../citizens/queries.ts'
import { glassIntoOurs } from '../glass/queries.ts'
import { changedForHelpers } from '../helpers/queries.ts'
import { openOffers } from '../people/offer-queries.ts'
import { holds, managedParties, recordRoles } from '../people/rules.ts'
import { myStanding, quietDays } from '../plans/standing-queries.ts'
import { myTasks, tasksAskedOfMe } from '../tasks/queries.ts'
import { goingAlong, mySteps, subjectsOf } from '../plans/today-queries.ts'
import { ownPresenceStrip } from '../presence/presence-strip.ts'
import { stripOf } from '../presence/strip-rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { centreDayPage, ownCentreDays } from './centre-day-pages.ts'
import { readMyCentres } from './centre-day-routes.ts'
import { markNextThing, tellOutcome } from './commands.ts'
import { idOf } from './contact-routes.ts'
import { mineOf } from './draft-routes.ts'
import { doneForm, outcomeForm } from './forms.ts'
import {
  findContact,
  myDonePromise,
  myOpenContacts,
  myPromises,
  myTalksOn,
  partiesStandingStill,
  subjectOf,
} from './queries.ts'
import type { Mine } from './queries.ts'
import { outcomesToTell } from './record-rules.ts'
import { todayPage } from './today-pages.ts'

const everyone = [...recordRoles, 'volunteer'] as const
/** How long Today says that the glass was broken into a record of one's own party, and that a helper sees something no more. */
const toldForDays = 7

/** Today, and the two things that one does there with a tap. */
export const todayRoutes = new Routes()
  .get('/today', { who: everyone, purpose: 'today.show' }, async (c, given) => {
    const { own, centres, talks } = await readMyCentres(given)
    const { municipality, actor, now } = given
    const strip = ownPresenceStrip(municipality, {
      strip: stripOf(own),
      centres: own.centres,
      personId: actor.personId,
    })
    const day = today(now)
    if (holds(actor, ...recordRoles)) {
      const centreDays = ownCentreDays(municipality, { centres, timetable: own.timetable }, day)
      return c.html(todayPage({ ...given, ...(await readToday(given, c.req.query('done'))), strip, centreDays }))
    }
    const [centre] = centres
    if (!centre) throw new NotFound()
    return c.html(centreDayPage({ ...given, centre, day, timetable: own.timetable, talks, own: [], strip }))
  })
  .post(
    '/contacts/:contactId/outcome',
    { who: recordRoles, purpose: 'contacts.correct', form: outcomeForm },
    async (c, given) => {
      const { form, municipality, now } = given
      const contactId = idOf(c)
      if (!form.ok) return c.redirect(paths.contact(municipality, contactId), 303)
      const { outcome } = form.value
      const told = await given.db.write(given.asker, 'contacts.correct', async tx => {
        const contact = await findContact(tx, mineOf(given), contactId)
        if (!contact) throw new NotFound()
        const at = { day: day(contact.day), clock: contact.clock === null ? null : clock(contact.clock) }
        const possible = outcome === 'calledOff' || outcomesToTell(at, now).includes(outcome)
        if (possible) await tellOutcome(tx, mineOf(given), { contactId, partyId: contact.partyId, outcome })
        return { value: possible, about: [subjectOf(contact)] }
      })
      if (!told) return c.redirect(paths.contact(municipality, contactId), 303)
      return c.redirect(outcome === 'held' ? paths.tellMore(municipality, contactId) : paths.today(municipality), 303)
    },
  )
  .post(
    '/contacts/:contactId/done',
    { who: recordRoles, purpose: 'contacts.correct', form: doneForm },
    async (c, given) => {
      const contactId = idOf(c)
      const done = given.form.value?.done ?? false
      await given.db.write(given.asker, 'contacts.correct', async tx => {
        const contact = await findContact(tx, mineOf(given), contactId)
        if (!contact) throw new NotFound()
        await markNextThing(tx, mineOf(given), { contactId, partyId: contact.partyId, done })
        return { value: undefined, about: [subjectOf(contact)] }
      })
      return c.redirect(done ? paths.todayDone(given.municipality, contactId) : paths.today(given.municipality), 303)
    },
  )

async function readToday(given: Given, done: string | undefined) {
  const mine = mineOf(given)
  const here = today(given.now)
  return await given.db.read(given.asker, 'today.show', async tx => {
    const open = await myOpenContacts(tx, mine, String(here))
    const ticked = isId(done) ? await myDonePromise(tx, mine, done) : []
    const promised = [...ticked, ...(await myPromises(tx, mine))]
    const talks = await myTalksOn(tx, mine, String(here))
    const quiet = await quietDays(tx, mine.municipalityId, here)
    const plans = await readPlans(tx, mine, { today: here, before: quiet.own, done })
    const standing = holds(given.actor, 'coordinator', 'centre_manager')
      ? await partiesStandingStill(tx, mine, String(quiet.others))
      : []
    const [glass, changed, access, offers] = await Promise.all([
      glassIntoOurs(tx, mine, toldForDays),
      changedForHelpers(tx, mine, toldForDays),
      askedOfUs(tx, mine.municipalityId, 'unanswered'),
      openOffers(tx, mine.municipalityId, managedParties(given.actor)),
    ])
    const about = [
      ...[...open, ...promised].map(subjectOf),
      ...Object.values(plans).flatMap(subjectsOf),
      ...[...glass.flatMap(each => each.opened), ...changed].map(subjectOfCitizen),
      ...access.map(subjectOfAsked),
    ]
    return { value: { open, promised, talks, standing, plans, glass, changed, access, offers }, about }
  })
}

async function readPlans(tx: Read, mine: Mine, at: { today: Day; before: Day; done: string | undefined }) {
  // Asked together, so that they are one round trip.
  const [tasks, asked, along, steps, still] = await Promise.all([
    myTasks(tx, mine, isId(at.done) ? at.done : undefined),
    tasksAskedOfMe(tx, mine),
    goingAlong(tx, mine, at.today),
    mySteps(tx, mine, at.today),
    myStanding(tx, mine, at),
  ])
  return { tasks, asked, along, steps, still }
}
