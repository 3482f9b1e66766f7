import { tapForm } from '../../platform/form.ts'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form } from '../../platform/form.ts'
import type { Html } from '../../platform/html/html.ts'
import { endSessionsOf, inviteAccount, resetSecondFactor } from '../sign-in/commands.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { addAccount, changeEmail, setAccountClosed } from './account-commands.ts'
import { accountSubject, FormRefused } from './invite-commands.ts'
import { correctPerson, unmarkImported } from './staff-commands.ts'
import { accountForm, editForm, sureForm } from './staff-forms.ts'
import { confirmPage, editPersonPage, giveAccountPage } from './staff-form-pages.ts'
import type { StaffAccount, StaffPerson } from './staff-queries.ts'
import { aboutOf, staffAt, tried } from './staff-routes.ts'
import { confirmTexts, inviteTexts, personTexts } from './texts.da.ts'

const who = ['administrator'] as const
const show = { who, purpose: 'accounts.show' } as const
const change = { who, purpose: 'accounts.change' } as const

export const accountRoutes = new Routes()
  .get('/staff/:personId/edit', show, async (c, given) => {
    const person = await given.db.read(given.asker, 'accounts.show', tx => staffAt(tx, given, c.req.param('personId')))
    return c.html(editPersonPage(given, { person, form: undefined }))
  })
  .post('/staff/:personId/edit', { ...change, form: editForm }, async (c, given) => {
    const { form, asker } = given
    const person = await given.db.read(asker, 'accounts.show', tx => staffAt(tx, given, c.req.param('personId')))
    const value = form.value
    const outcome = value
      ? await tried(form, () =>
          given.db.write(asker, 'accounts.change', async tx => {
            const at = { municipalityId: given.municipality.id, personId: person.id }
            await correctPerson(tx, at, value)
            if (person.account && value.email === '') {
              throw new FormRefused({ field: 'email', message: inviteTexts.emailMissing })
            }
            if (person.account && value.email !== person.account.email) {
              await changeEmail(tx, at, value.email)
              await endSessionsOf(tx, person.account.id)
            }
            return { value: { personId: person.id }, about: aboutOf(person) }
          }),
        )
      : form
    if ('personId' in outcome) return c.redirect(backTo(given, person, 'saved'), 303)
    return c.html(editPersonPage(given, { person, form: outcome }), 422)
  })
  .get('/staff/:personId/account', show, async (c, given) => {
    const person = await given.db.read(given.asker, 'accounts.show', tx => staffAt(tx, given, c.req.param('personId')))
    if (person.account) throw new NotFound()
    return c.html(giveAccountPage(given, { person, form: undefined }))
  })
  .post('/staff/:personId/account', { ...change, form: accountForm }, async (c, given) => {
    const { form, asker, municipality } = given
    const person = await given.db.read(asker, 'accounts.show', tx => staffAt(tx, given, c.req.param('personId')))
    if (person.account) throw new NotFound()
    const value = form.value
    const outcome = value
      ? await tried(form, () =>
          given.db.write(asker, 'accounts.change', async tx => {
            const accountId = await addAccount(
              tx,
              { municipalityId: municipality.id, personId: person.id },
              value.email,
            )
            await inviteAccount(tx, { ...given, accountId })
            if (person.imported) await unmarkImported(tx, municipality.id, person.id)
            return { value: { accountId }, about: [accountSubject(accountId)], kind: 'add' as const }
          }),
        )
      : form
    if ('accountId' in outcome) return c.redirect(backTo(given, person, 'given'), 303)
    return c.html(giveAccountPage(given, { person, form: outcome }), 422)
  })
  .post('/staff/:personId/link', { ...change, form: tapForm }, async (c, given) => {
    const person = await given.db.write(given.asker, 'accounts.change', async tx => {
      const value = await staffAt(tx, given, c.req.param('personId'))
      const account = othersAccount(value, given)
      if (account.closed) throw new NotFound()
      await inviteAccount(tx, { ...given, accountId: account.id })
      return { value, about: aboutOf(value) }
    })
    return c.redirect(backTo(given, person, 'link'), 303)
  })
  .get('/staff/:personId/close', show, async (c, given) => {
    const person = await given.db.read(given.asker, 'accounts.show', tx => staffAt(tx, given, c.req.param('personId')))
    return c.html(closePage(given, person, undefined))
  })
  .post('/staff/:personId/close', { ...change, form: sureForm }, async (c, given) => {
    const { form, asker, municipality, now } = given
    const person = await given.db.read(asker, 'accounts.show', tx => staffAt(tx, given, c.req.param('personId')))
    const account = othersAccount(person, given)
    if (!form.ok) return c.html(closePage(given, person, form), 422)
    await given.db.write(asker, 'accounts.change', async tx => {
      await setAccountClosed(tx, { municipalityId: municipality.id, personId: person.id }, now)
      await endSessionsOf(tx, account.id)
      return { value: undefined, about: aboutOf(person) }
    })
    return c.redirect(backTo(given, person, 'closed'), 303)
  })
  .post('/staff/:personId/reopen', { ...change, form: tapForm }, async (c, given) => {
    const person = await given.db.write(given.asker, 'accounts.change', async tx => {
      const value = await staffAt(tx, given, c.req.param('personId'))
      othersAccount(value, given)
      await setAccountClosed(tx, { municipalityId: given.municipality.id, personId: value.id }, null)
      return { value, about: aboutOf(value) }
    })
    return c.redirect(backTo(given, person, 'reopened'), 303)
  })
  .get('/staff/:personId/second-factor', show, async (c, given) => {
    const person = await given.db.read(given.asker, 'accounts.show', tx => staffAt(tx, given, c.req.param('personId')))
    return c.html(resetPage(given, person, undefined))
  })
  .post('/staff/:personId/second-factor', { ...change, form: sureForm }, async (c, given) => {
    const { form, asker } = given
    const person = await given.db.read(asker, 'accounts.show', tx => staffAt(tx, given, c.req.param('personId')))
    const account = othersAccount(person, given)
    if (!form.ok) return c.html(resetPage(given, person, form), 422)
    await given.db.write(asker, 'accounts.change', async tx => {
      await resetSecondFactor(tx, account.id)
      return { value: undefined, about: aboutOf(person) }
    })
    return c.redirect(backTo(given, person, 'reset'), 303)
  })

function closePage(given: At, person: StaffPerson, form: Form<unknown> | undefined): Html {
  othersAccount(person, given)
  const href = paths.staffClose(given.municipality, person.id)
  const { closeTitle, closeText: text, close: submit } = confirmTexts
  return confirmPage(given, { person, title: closeTitle(person.name), text, href, submit, form })
}

function resetPage(given: At, person: StaffPerson, form: Form<unknown> | undefined): Html {
  othersAccount(person, given)
  const href = paths.staffSecondFactor(given.municipality, person.id)
  const { resetTitle, resetText: text, reset: submit } = confirmTexts
  return confirmPage(given, { person, title: resetTitle(person.name), text, href, submit, form })
}

// Nobody closes or resets the account that they are sitting in: another administrator does.
function othersAccount(person: StaffPerson, { actor }: At): StaffAccount {
  if (!person.account || person.id === actor.personId) throw new NotFound()
  return person.account
}

function backTo({ municipality }: At, person: StaffPerson, done: keyof typeof personTexts.done): string {
  return `${paths.staffPerson(municipality, person.id)}?done=${done}`
}

type At = Pick<Given, 'municipality' | 'actor'>
