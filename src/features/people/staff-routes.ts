import { paths } from '../../paths.ts'
import { isPgError, NotFound } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { isId } from '../../platform/id.ts'
import type { Read } from '../../platform/db.ts'
import { today } from '../../platform/time.ts'
import { Routes } from '../routing.ts'
import { accountSubject, FormRefused, invite, orRefuse, refuseWrong } from './invite-commands.ts'
import { offersOf } from './offer-queries.ts'
import { addMembership } from './role-commands.ts'
import { endMembership } from './staff-commands.ts'
import { endForm, inviteForm, membershipForm, wishOf } from './staff-forms.ts'
import { endMembershipPage, invitePage, newMembershipPage } from './staff-form-pages.ts'
import { personPage, staffPage } from './staff-pages.ts'
import { findStaff, listStaff, partyChoices } from './staff-queries.ts'
import type { StaffMembership, StaffPerson } from './staff-queries.ts'
import { membershipState } from './staff-rules.ts'
import { inviteTexts } from './texts.da.ts'

const who = ['administrator'] as const
const show = { who, purpose: 'accounts.show' } as const
const change = { who, purpose: 'accounts.change' } as const

export const staffRoutes = new Routes()
  .get('/staff', show, async (c, given) => {
    const people = await given.db.read(given.asker, 'accounts.show', tx => listStaff(tx, given.municipality.id))
    return c.html(staffPage(given, people, today(given.now)))
  })
  .get('/staff/new', show, async (c, given) => {
    const parties = await given.db.read(given.asker, 'accounts.show', tx => partyChoices(tx, given.municipality.id))
    return c.html(invitePage(given, { form: undefined, parties, today: today(given.now) }))
  })
  .post('/staff/new', { ...change, form: inviteForm }, async (c, given) => {
    const { form, municipality } = given
    const wish = form.value && wishOf(form.value)
    const outcome =
      form.value && wish
        ? await tried(form, () =>
            given.db.write(given.asker, 'accounts.change', tx => invite(tx, { ...given, ...form.value, wish })),
          )
        : form
    if ('personId' in outcome) {
      const asked = outcome.done === 'offered' ? 'Offered' : ''
      const done = `${outcome.existing ? 'existing' : 'invited'}${asked}`
      return c.redirect(`${paths.staffPerson(municipality, outcome.personId)}?done=${done}`, 303)
    }
    const parties = await given.db.read(given.asker, 'accounts.show', tx => partyChoices(tx, municipality.id))
    return c.html(invitePage(given, { form: outcome, parties, today: today(given.now) }), 422)
  })
  .get('/staff/:personId', show, async (c, given) => {
    const shown = await given.db.read(given.asker, 'accounts.show', async tx => {
      const person = await staffAt(tx, given, c.req.param('personId'))
      return { person, offers: await offersOf(tx, given.municipality.id, person.id) }
    })
    return c.html(personPage(given, { ...shown, today: today(given.now), done: c.req.query('done') }))
  })
  .get('/staff/:personId/roles/new', show, async (c, given) => {
    const shown = await given.db.read(given.asker, 'accounts.show', async tx => ({
      person: await staffAt(tx, given, c.req.param('personId')),
      parties: await partyChoices(tx, given.municipality.id),
    }))
    return c.html(newMembershipPage(given, { ...shown, form: undefined, today: today(given.now) }))
  })
  .post('/staff/:personId/roles/new', { ...change, form: membershipForm }, async (c, given) => {
    const { form, municipality, actor, now } = given
    const personId = c.req.param('personId') ?? ''
    const wish = form.value && wishOf(form.value)
    const person = await given.db.read(given.asker, 'accounts.show', tx => staffAt(tx, given, personId))
    const outcome = wish
      ? await tried(form, () =>
          given.db.write(given.asker, 'accounts.change', async tx => {
            const done = orRefuse(await addMembership(tx, { ...given, personId, wish, by: actor.personId }))
            return { value: { done }, about: aboutOf(person) }
          }),
        )
      : form
    if ('done' in outcome) return c.redirect(`${paths.staffPerson(municipality, personId)}?done=${outcome.done}`, 303)
    const parties = await given.db.read(given.asker, 'accounts.show', tx => partyChoices(tx, municipality.id))
    return c.html(newMembershipPage(given, { person, parties, form: outcome, today: today(now) }), 422)
  })
  .get('/staff/:personId/roles/:membershipId', show, async (c, given) => {
    const person = await given.db.read(given.asker, 'accounts.show', tx => staffAt(tx, given, c.req.param('personId')))
    const membership = membershipOf(person, c.req.param('membershipId'), given)
    return c.html(endMembershipPage(given, { person, membership, form: undefined, today: today(given.now) }))
  })
  .post('/staff/:personId/roles/:membershipId', { ...change, form: endForm }, async (c, given) => {
    const { form, municipality, now } = given
    const person = await given.db.read(given.asker, 'accounts.show', tx => staffAt(tx, given, c.req.param('personId')))
    const membership = membershipOf(person, c.req.param('membershipId'), given)
    const at = { municipalityId: municipality.id, personId: person.id, membershipId: membership.id, now }
    const wish = form.value && { when: form.value.when, day: form.value.day }
    const outcome = wish
      ? await tried(form, () =>
          given.db.write(given.asker, 'accounts.change', async tx => {
            refuseWrong(await endMembership(tx, { ...at, wish }))
            return { value: { done: wish.when === 'now' ? 'endedNow' : 'ended' }, about: aboutOf(person) }
          }),
        )
      : form
    if ('done' in outcome) return c.redirect(`${paths.staffPerson(municipality, person.id)}?done=${outcome.done}`, 303)
    return c.html(endMembershipPage(given, { person, membership, form: outcome, today: today(now) }), 422)
  })

/** The person of an address, or the answer of a page that is not there. */
export async function staffAt(
  tx: Read,
  given: { municipality: { id: string } },
  personId: string | undefined,
): Promise<StaffPerson> {
  const person = isId(personId) ? await findStaff(tx, given.municipality.id, personId) : undefined
  if (!person) throw new NotFound()
  return person
}

export function aboutOf(person: StaffPerson) {
  return person.account ? [accountSubject(person.account.id)] : []
}

/** What a command gives, or the form with the sentence of what it refused. */
export async function tried<T, V>(form: Form<V>, work: () => Promise<T>): Promise<T | Form<V>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FormRefused) return refuse(form, error.wrong.field, error.wrong.message)
    if (isPgError(error, '23505')) return refuse(form, 'email', inviteTexts.emailTaken)
    throw error
  }
}

// A role that has ended is history; there is no page that would change it.
function membershipOf(
  person: StaffPerson,
  id: string | undefined,
  { now }: { now: Parameters<typeof today>[0] },
): StaffMembership {
  const membership = person.memberships.find(each => each.id === id)
  const state = membership && membershipState(membership, today(now))
  if (!membership || state === 'ended' || state === 'taken') throw new NotFound()
  return membership
}
