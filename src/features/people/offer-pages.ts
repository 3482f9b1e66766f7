import { paths } from '../../paths.ts'
import type { Form } from '../../platform/form.ts'
import { note } from '../../platform/html/blocks.ts'
import { button, buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { form as formTag } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs, rowList } from '../../platform/html/lists.ts'
import { compareDays, dayOf, formatDateYear } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import type { RoleHolder, RoleOffer } from './offer-queries.ts'
import { offerTexts as t } from './offer-texts.da.ts'
import { holds } from './rules.ts'
import { endFields } from './staff-form-pages.ts'
import type { PartyChoice } from './staff-rules.ts'
import { adminTabs, confirmTexts, endTexts, roleWords } from './texts.da.ts'

/** Who sees a private party's records, and whom the municipality asks about. */
export function partyPeoplePage(given: At, shown: PartyPeopleShown): Html {
  const { party, offers, holders, today, said, errors = [] } = shown
  const now = holders.filter(each => compareDays(each.from, today) <= 0)
  const coming = holders.filter(each => compareDays(each.from, today) > 0)
  const rows = (of: readonly RoleHolder[]) => rowList(of.map(each => holderRow(given, party, each)))
  const main = html`${said !== undefined && note(html`<p role="status">${said}</p>`)} ${asked(given, party, offers)}
    <section>
      <h2>${t.working}</h2>
      ${now.length > 0 ? rows(now) : html`<p>${t.nobody}</p>`}
    </section>
    ${
      coming.length > 0 &&
      html`<section>
        <h2>${t.coming}</h2>
        ${rows(coming)}
      </section>`
    }`
  return framed(given, {
    title: t.title(party.name),
    heading: t.title(party.name),
    lead: t.lead,
    crumbs: crumbs(given, t.title(party.name)),
    errors,
    main,
    menu: holds(given.actor, 'administrator') ? 'staff' : 'more',
    styles: ['lists', 'forms'],
    scripts: ['form-once'],
  })
}

/** Asks when a role at a private party ends. */
export function endRolePage(given: At, shown: PartyPeople & { holder: RoleHolder; form: Some }): Html {
  const { party, holder, form, today } = shown
  const { municipality } = given
  const back = paths.partyPeople(municipality, party.id)
  return framed(given, {
    title: endTexts.title,
    heading: endTexts.title,
    lead: `${holder.name}: ${t.roleAt(holder.role, party.name)}`,
    crumbs: breadcrumbs([{ label: t.title(party.name), href: back }, { label: endTexts.title }]),
    errors: form?.errors ?? [],
    main: formTag(
      { href: paths.partyRole(municipality, party.id, holder.id) },
      endFields(form, today),
      buttonRow(
        button({ label: endTexts.end }),
        linkButton({ href: back, label: confirmTexts.cancel, variant: 'secondary' }),
      ),
    ),
    menu: holds(given.actor, 'administrator') ? 'staff' : 'more',
    styles: ['forms', 'lists'],
    scripts: ['form-once'],
  })
}

function asked(given: At, party: PartyChoice, offers: readonly RoleOffer[]): Content {
  if (offers.length === 0) return undefined
  return html`<section>
    <h2>${t.asked}</h2>
    <p>${t.askedText}</p>
    ${rowList(offers.map(each => offerRow(given, party, each)))}
  </section>`
}

function offerRow({ municipality }: At, party: PartyChoice, offer: RoleOffer) {
  const answer = (value: 'yes' | 'no', label: string) =>
    button({
      label: html`${label}<span class="sr-only">${t.about(offer.personName)}</span>`,
      name: 'answer',
      value,
      size: 'small',
      variant: 'secondary',
    })
  return {
    title: offer.personName,
    text: `${roleWords[offer.role]}. ${daysOf(offer)}. ${t.askedBy(offer.offeredBy, formatDateYear(dayOf(offer.offeredAt)))}.`,
    more: formTag(
      { href: paths.roleOffer(municipality, party.id, offer.id) },
      buttonRow(answer('yes', t.yes), answer('no', t.no)),
    ),
  }
}

function holderRow({ municipality, actor }: At, party: PartyChoice, holder: RoleHolder) {
  const own = holder.personId === actor.personId ? ` ${t.you}.` : ''
  return {
    title: holder.name,
    text: `${roleWords[holder.role]}. ${daysOf(holder)}.${own}`,
    end: html`<a href="${paths.partyRole(municipality, party.id, holder.id)}"
      >${t.end}<span class="sr-only">${t.about(holder.name)}</span></a
    >`,
  }
}

function daysOf({ from, until }: { from: Day; until: Day | null }): string {
  return until === null ? t.since(formatDateYear(from)) : t.until(formatDateYear(from), formatDateYear(until))
}

function crumbs({ municipality }: At, last: string): Html {
  return breadcrumbs([{ label: adminTabs.places, href: paths.places(municipality) }, { label: last }])
}

type At = Pick<Given, 'municipality' | 'actor'>
type Some = Form<unknown> | undefined

export interface PartyPeople {
  party: PartyChoice
  offers: readonly RoleOffer[]
  holders: readonly RoleHolder[]
  today: Day
}
interface PartyPeopleShown extends PartyPeople {
  said?: string | undefined
  errors?: Form<unknown>['errors']
}
