import { paths } from '../../paths.ts'
import { typedIn } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { button, buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { checkbox, radioRows, selectField } from '../../platform/html/choices.ts'
import { dateField, emailField, textField } from '../../platform/html/fields.ts'
import { errorOf, form as formTag, hiddenField } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { formatDayField } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import { efforts } from '../contacts/codes.ts'
import { roles } from './rules.ts'
import { staffCrumbs } from './staff-pages.ts'
import type { StaffMembership, StaffPerson } from './staff-queries.ts'
import type { PartyChoice } from './staff-rules.ts'
import { confirmTexts, effortWords, endTexts, inviteTexts, membershipTexts, roleHints, roleWords } from './texts.da.ts'

/** Asks for a new person, their account and their first role. */
export function invitePage(given: At, shown: { form: Some; parties: readonly PartyChoice[]; today: Day }): Html {
  const { form } = shown
  return formPage(given, {
    title: inviteTexts.title,
    lead: inviteTexts.lead,
    href: paths.invite(given.municipality),
    form,
    fields: html`${nameField(form)}${emailField({ ...field(form, 'email'), label: inviteTexts.email, autocomplete: 'off' })}${tradeField(form)}
    ${membershipFields(shown)}`,
    submit: inviteTexts.send,
  })
}

/** Asks for one more role of a person who is here. */
export function newMembershipPage(given: At, shown: Membershipping): Html {
  const { person, form } = shown
  return formPage(given, {
    title: membershipTexts.title,
    lead: person.name,
    href: paths.newMembership(given.municipality, person.id),
    form,
    fields: membershipFields(shown),
    submit: membershipTexts.add,
    person,
  })
}

/** Asks when a role ends. */
export function endMembershipPage(
  given: At,
  shown: { person: StaffPerson; membership: StaffMembership; form: Some; today: Day },
): Html {
  const { person, membership, form, today } = shown
  return formPage(given, {
    title: endTexts.title,
    lead: `${person.name}: ${[roleWords[membership.role], membership.partyName].filter(Boolean).join(', ')}`,
    href: paths.endMembership(given.municipality, person.id, membership.id),
    form,
    fields: endFields(form, today),
    submit: endTexts.end,
    person,
  })
}

/** When a role is to end: now, or after a day. */
export function endFields(form: Some, today: Day): Html {
  const choices = [
    { value: 'now', label: endTexts.now, hint: endTexts.nowHint },
    { value: 'day', label: endTexts.day, hint: endTexts.dayHint },
  ]
  return html`${radioRows({ ...field(form, 'when', 'day'), label: endTexts.when, choices })}
  ${dateField({ ...field(form, 'day', formatDayField(today)), label: endTexts.last })}`
}

/** Corrects the name and the trade, and the e-mail of one who has an account. */
export function editPersonPage(given: At, shown: { person: StaffPerson; form: Some }): Html {
  const { person, form } = shown
  const email = person.account && {
    ...field(form, 'email', person.account.email),
    label: inviteTexts.email,
    hint: confirmTexts.emailHint,
    autocomplete: 'off',
  }
  return formPage(given, {
    title: confirmTexts.editTitle(person.name),
    href: paths.staffEdit(given.municipality, person.id),
    form,
    fields: html`${nameField(form, person.name)}${tradeField(form, person.trade)}${email && emailField(email)}`,
    submit: confirmTexts.save,
    person,
  })
}

/** Gives a person who is here an account. */
export function giveAccountPage(given: At, shown: { person: StaffPerson; form: Some }): Html {
  const { person, form } = shown
  return formPage(given, {
    title: confirmTexts.accountTitle(person.name),
    lead: confirmTexts.accountText,
    href: paths.staffAccount(given.municipality, person.id),
    form,
    fields: emailField({ ...field(form, 'email'), label: inviteTexts.email, autocomplete: 'off' }),
    submit: confirmTexts.give,
    person,
  })
}

/** A page that asks once more, and says what it means. */
export function confirmPage(given: At, shown: Confirming): Html {
  const { text, form, ...rest } = shown
  return formPage(given, { ...rest, form, fields: html`<p>${text}</p>${hiddenField('sure', 'yes')}` })
}

function formPage(given: At, options: FormPage): Html {
  const { municipality } = given
  const { title, lead, href, form, fields, submit, person } = options
  const back = person ? paths.staffPerson(municipality, person.id) : paths.people(municipality)
  const main = formTag(
    { href },
    fields,
    buttonRow(button({ label: submit }), linkButton({ href: back, label: confirmTexts.cancel, variant: 'secondary' })),
  )
  return framed(given, {
    title,
    heading: title,
    ...(lead === undefined ? {} : { lead }),
    crumbs: staffCrumbs(given, title),
    errors: form?.errors ?? [],
    main,
    menu: 'staff',
    styles: ['forms', 'lists'],
    scripts: ['form-once'],
  })
}

function membershipFields({ form, parties, today }: { form: Some; parties: readonly PartyChoice[]; today: Day }): Html {
  return html`${radioRows({
    ...field(form, 'role'),
    label: membershipTexts.role,
    choices: roles.map(role => ({ value: role, label: roleWords[role], hint: roleHints[role] })),
  })}
    ${selectField({
      ...field(form, 'partyId'),
      label: membershipTexts.party,
      aside: membershipTexts.partyAside,
      hint: membershipTexts.partyHint,
      prompt: membershipTexts.partyNone,
      choices: parties.map(party => ({ value: party.id, label: party.name })),
    })}
    ${selectField({
      ...field(form, 'effort'),
      label: membershipTexts.effort,
      aside: membershipTexts.effortAside,
      prompt: membershipTexts.effortNone,
      choices: efforts.map(effort => ({ value: effort, label: effortWords[effort] })),
    })}
    ${checkbox({
      name: 'mayDecide',
      label: membershipTexts.mayDecide,
      hint: membershipTexts.mayDecideHint,
      error: errorOf(form?.errors ?? [], 'mayDecide'),
      checked: typedIn(form, 'mayDecide') !== undefined,
    })}
    ${dateField({ ...field(form, 'from', formatDayField(today)), label: membershipTexts.from })}
    ${dateField({ ...field(form, 'until'), label: membershipTexts.until, aside: membershipTexts.untilAside })}`
}

function nameField(form: Some, value?: string): Html {
  return textField({
    ...field(form, 'name', value),
    label: inviteTexts.name,
    hint: inviteTexts.nameHint,
    autocomplete: 'off',
  })
}

function tradeField(form: Some, value?: string): Html {
  return textField({
    ...field(form, 'trade', value),
    label: inviteTexts.trade,
    hint: inviteTexts.tradeHint,
    autocomplete: 'off',
  })
}

// What was typed stays; before anything was typed, what is stored stands there.
function field(
  form: Some,
  name: string,
  stored?: string,
): { name: string; value: string | undefined; error: string | undefined } {
  return { name, value: form ? (typedIn(form, name) ?? '') : stored, error: errorOf(form?.errors ?? [], name) }
}

type At = Pick<Given, 'municipality' | 'actor'>
type Some = Form<unknown> | undefined
type Membershipping = { person: StaffPerson; form: Some; parties: readonly PartyChoice[]; today: Day }
export interface Confirming {
  person: StaffPerson
  title: string
  text: string
  href: string
  submit: string
  form: Some
}
interface FormPage {
  title: string
  lead?: string
  href: string
  form: Some
  fields: Content
  submit: string
  person?: StaffPerson
}
