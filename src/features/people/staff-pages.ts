import { paths } from '../../paths.ts'
import { details, linkRow, note } from '../../platform/html/blocks.ts'
import { buttonRow, linkButton, postButton } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs, rowList, table } from '../../platform/html/lists.ts'
import type { Row } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { dayOf, formatDateYear } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import { administratorTabs } from './admin-tabs.ts'
import type { RoleOffer } from './offer-queries.ts'
import { offerTexts } from './offer-texts.da.ts'
import type { StaffAccount, StaffMembership, StaffPerson } from './staff-queries.ts'
import { accountState, membershipState } from './staff-rules.ts'
import { accountWords, personTexts, roleWords, staffTexts } from './texts.da.ts'

/** Everybody who works here, those with a role today first. */
export function staffPage(given: At, people: readonly StaffPerson[], today: Day): Html {
  const { municipality } = given
  const real = people.filter(person => !person.imported)
  const working = real.filter(person => rolesOn(person, today).length > 0)
  const resting = real.filter(person => rolesOn(person, today).length === 0)
  const imported = people.filter(person => person.imported)
  const rows = (of: readonly StaffPerson[]) => of.map(person => staffRow(given, person, today))
  const main = html`${administratorTabs(municipality, 'people')}
    ${working.length > 0 ? rowList(rows(working)) : emptyState({ title: staffTexts.nobody })}
    ${resting.length > 0 && details({ summary: folded(staffTexts.resting, resting) }, rowList(rows(resting)))}
    ${
      imported.length > 0 &&
      details(
        { summary: folded(staffTexts.imported, imported) },
        html`<p>${staffTexts.importedHint}</p>`,
        rowList(rows(imported)),
      )
    }`
  return framed(given, {
    title: staffTexts.title,
    heading: staffTexts.title,
    lead: staffTexts.lead(working.length),
    dock: linkButton({ href: paths.invite(municipality), label: staffTexts.invite, icon: 'add' }),
    main,
    menu: 'staff',
    styles: ['lists', ...(working.length > 0 ? [] : ['drawings' as const])],
  })
}

/** One person: whether they can sign in, and every role that they have or had. */
export function personPage(given: At, shown: PersonShown): Html {
  const { person, offers, today, done } = shown
  const { municipality } = given
  const said = Object.entries(personTexts.done).find(([name]) => name === done)?.[1]
  const main = html`${said && note(html`<p role="status">${said}</p>`)}
    ${linkRow([
      { href: paths.staffEdit(municipality, person.id), label: personTexts.edit },
      { href: paths.hoursOf(municipality, person.id), label: personTexts.hours },
    ])}
    <section>
      <h2>${personTexts.roles}</h2>
      <p>${personTexts.rolesHint}</p>
      ${rolesTable(given, person, today)} ${asked(offers)}
      ${buttonRow(linkButton({ href: paths.newMembership(municipality, person.id), label: personTexts.addRole, icon: 'add', variant: 'secondary' }))}
    </section>
    <section>
      <h2>${personTexts.access}</h2>
      ${accountPart(given, person)}
    </section>`
  return framed(given, {
    title: person.name,
    heading: person.name,
    ...(person.trade === '' ? {} : { lead: person.trade }),
    crumbs: staffCrumbs(given, person.name),
    main,
    menu: 'staff',
    styles: ['lists', 'forms'],
  })
}

export function staffCrumbs({ municipality }: At, last: string): Html {
  return breadcrumbs([{ label: staffTexts.title, href: paths.people(municipality) }, { label: last }])
}

function folded(words: string, of: readonly StaffPerson[]): string {
  return `${words} (${of.length})`
}

function staffRow({ municipality }: At, person: StaffPerson, today: Day): Row {
  const roles = rolesOn(person, today).map(roleLine)
  const account = accountState(person.account)
  return {
    title: person.name,
    text: roles.length > 0 ? roles.join(' · ') : person.imported ? undefined : staffTexts.noRole,
    href: paths.staffPerson(municipality, person.id),
    more: account === 'active' || person.imported ? undefined : html`<p class="row-text">${accountWords[account]}</p>`,
  }
}

function rolesOn(person: StaffPerson, today: Day): StaffMembership[] {
  return person.memberships.filter(each => membershipState(each, today) === 'now')
}

function roleLine(membership: StaffMembership): string {
  const role = roleWords[membership.role]
  return membership.partyName === null ? role : `${role}, ${membership.partyName}`
}

function rolesTable(given: At, person: StaffPerson, today: Day): Html {
  if (person.memberships.length === 0) return html`<p>${personTexts.noRoles}</p>`
  const { role, where, decides, when, last } = personTexts.columns
  return table({
    caption: personTexts.roles,
    captionHidden: true,
    columns: [{ label: role }, { label: where }, { label: decides }, { label: when }, { label: last }],
    rows: person.memberships.map(each => [
      roleWords[each.role],
      each.partyName ?? personTexts.everywhere,
      each.mayDecide ? personTexts.decides : personTexts.decidesNot,
      whenWords(each, today),
      endLink(given, { person, membership: each, today }),
    ]),
  })
}

// What private places were asked about the person. A yes is a role above.
function asked(offers: readonly RoleOffer[]): Content {
  const open = offers.filter(each => each.accepted !== true)
  if (open.length === 0) return undefined
  const rows = open.map(each => ({
    title: roleWords[each.role],
    text: each.accepted === null ? offerTexts.state.waiting(each.partyName) : offerTexts.state.refused(each.partyName),
  }))
  return html`<h3>${offerTexts.questions}</h3>
    ${rowList(rows)}`
}

function whenWords(membership: StaffMembership, today: Day): string {
  const { from, until } = membership
  const state = membershipState(membership, today)
  if (state === 'taken') return personTexts.taken
  if (until === null) return personTexts.from(formatDateYear(from))
  return personTexts.range(formatDateYear(from), formatDateYear(until))
}

function endLink({ municipality }: At, at: { person: StaffPerson; membership: StaffMembership; today: Day }): Content {
  const { person, membership, today } = at
  const state = membershipState(membership, today)
  if (state === 'ended' || state === 'taken') return undefined
  const href = paths.endMembership(municipality, person.id, membership.id)
  const label = membership.until ? personTexts.changeEnd : personTexts.end
  return html`<a href="${href}">${label}<span class="sr-only">: ${roleLine(membership)}</span></a>`
}

function accountPart(given: At, person: StaffPerson): Html {
  const { municipality, actor } = given
  const { account } = person
  if (!account) {
    return html`<p>${accountWords.none}.</p>
      ${buttonRow(linkButton({ href: paths.staffAccount(municipality, person.id), label: personTexts.giveAccess, variant: 'secondary' }))}`
  }
  const facts = [
    { title: personTexts.state, text: accountWords[accountState(account)] },
    { title: personTexts.email, text: account.email },
    {
      title: personTexts.secondFactor,
      text: account.secondFactor ? personTexts.secondFactorSet : personTexts.secondFactorNot,
    },
    { title: personTexts.since, text: formatDateYear(dayOf(account.createdAt)) },
  ]
  return html`${rowList(facts)}
    ${person.id === actor.personId ? html`<p>${personTexts.yourself}</p>` : accountButtons(given, person, account)}`
}

function accountButtons({ municipality }: At, person: StaffPerson, account: StaffAccount): Html {
  const secondary = { variant: 'secondary' as const }
  if (account.closed) {
    return buttonRow(
      postButton({ href: paths.staffReopen(municipality, person.id), label: personTexts.reopen, ...secondary }),
    )
  }
  return buttonRow(
    postButton({ href: paths.staffLink(municipality, person.id), label: personTexts.sendLink, ...secondary }),
    account.secondFactor &&
      linkButton({ href: paths.staffSecondFactor(municipality, person.id), label: personTexts.reset, ...secondary }),
    linkButton({ href: paths.staffClose(municipality, person.id), label: personTexts.close, ...secondary }),
  )
}

interface PersonShown {
  person: StaffPerson
  offers: readonly RoleOffer[]
  today: Day
  done: string | undefined
}
type At = Pick<Given, 'municipality' | 'actor'>
