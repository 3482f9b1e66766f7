import { paths } from '../../paths.ts'
import { details, lockBlock, note } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { checkbox, selectField } from '../../platform/html/choices.ts'
import { searchField, textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs, rowList } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { portrait } from '../../platform/html/people.ts'
import type { Typed } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import { day, formatDate, formatDateYear, today } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { answerTexts } from '../access-requests/texts.da.ts'
import { linkTexts } from '../links/texts.da.ts'
import { framed } from '../frame.ts'
import { standing } from '../frame-texts.da.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { closeTexts } from './card-texts.da.ts'
import type { Citizen, OwnParty } from './queries.ts'
import { displayName } from './rules.ts'
import { texts as t } from './texts.da.ts'

/** Search first; then those whom one met last. */
export function citizensPage(shown: CitizensShown): Html {
  const { municipality, errors, done } = shown
  const said = Object.entries(closeTexts.done).find(([name]) => name === done)?.[1]
  const numberAsked = shown.byNumber === true || errors.some(error => error.field === 'number')
  return framed(shown, {
    title: t.title,
    heading: t.title,
    lead: t.lead,
    errors,
    main: html`${said !== undefined && note(html`<p role="status">${said}</p>`)} ${search(shown)}
    ${shown.found === undefined ? recent(shown) : found(shown, shown.found)}
    ${
      shown.parties.some(party => party.isPublic) &&
      details({ summary: t.byNumber, open: numberAsked }, numberSearch(shown))
    }
    <p><a class="row-action" href="${paths.sharedWithUs(municipality)}">${linkTexts.sharedTitle}</a></p>
    <p><a class="row-action" href="${paths.citizensDue(municipality)}">${t.due}</a></p>
    ${
      shown.parties.some(party => party.isPublic) &&
      html`<p><a class="row-action" href="${paths.askedForAccess(municipality)}">${answerTexts.listTitle}</a></p>`
    }
    ${lockBlock(standing)}`,
    menu: 'citizens',
    styles: ['forms', 'lists', 'people', 'drawings'],
  })
}

/** A record by alias and nothing more, with a word when the party already knows somebody by it. */
export function newCitizenPage(shown: NewCitizenShown): Html {
  const { municipality, typed, errors, same, parties } = shown
  const field = (name: string) => ({ name, value: typedIn({ typed }, name), error: errorOf(errors, name) })
  const choices = parties.map(party => ({ value: party.id, label: party.name }))
  const main = form({ href: paths.newCitizen(municipality), ping: paths.alive() }, [
    hiddenField('id', typedIn({ typed }, 'id') ?? ''),
    textField({ ...field('alias'), label: t.alias, hint: t.aliasHint, maxlength: 80, autocomplete: 'off' }),
    choices.length > 1 && selectField({ ...field('party'), label: t.party, choices, prompt: true }),
    same.length > 0 && html`<section>${rowList(same.map(citizen => citizenRow(municipality, citizen)))}</section>`,
    same.length > 0 && checkbox({ name: 'another', label: t.another, error: errorOf(errors, 'another') }),
    html`<p class="button-row">${button({ label: t.save })}</p>`,
  ])
  return framed(shown, {
    title: t.createTitle,
    heading: t.createTitle,
    crumbs: breadcrumbs([{ label: t.title, href: paths.citizens(municipality) }, { label: t.createTitle }]),
    main,
    errors,
    menu: 'citizens',
    styles: ['forms', 'lists', 'people'],
    scripts: ['form-once'],
  })
}

function search({ municipality, typed, errors }: CitizensShown): Html {
  return form({ href: paths.citizens(municipality), search: true, offline: false }, [
    searchField({
      name: 'alias',
      label: t.sought,
      hint: t.soughtHint,
      value: typedIn({ typed }, 'alias'),
      error: errorOf(errors, 'alias'),
    }),
    checkbox({ name: 'closed', label: t.searchClosed, checked: typedIn({ typed }, 'closed') !== undefined }),
    html`<p class="button-row">${button({ label: t.find, icon: 'search', variant: 'secondary' })}</p>`,
  ])
}

function numberSearch({ municipality, typed, errors }: CitizensShown): Html {
  return form({ href: paths.citizensByNumber(municipality), offline: false }, [
    textField({
      name: 'number',
      label: t.number,
      hint: t.numberHint,
      value: typedIn({ typed }, 'number'),
      error: errorOf(errors, 'number'),
      width: 'medium',
      inputmode: 'numeric',
      autocomplete: 'off',
    }),
    html`<p class="button-row">${button({ label: t.numberFind, icon: 'search', variant: 'secondary' })}</p>`,
  ])
}

function recent({ municipality, recent: met, now }: CitizensShown): Content {
  if (met.length === 0) return html`<section>${emptyState({ title: t.noneYet, text: t.noneYetText })}</section>`
  const rows = met.map(citizen => ({ ...citizenRow(municipality, citizen), text: t.metOn(metWords(citizen.day, now)) }))
  return html`<section>
    <h2>${t.recent}</h2>
    ${rowList(rows)}
  </section>`
}

// To make a record is a post too: the alias never stands in an address.
function found(shown: CitizensShown, citizens: readonly Citizen[]): Html {
  const { municipality, typed, fresh, byNumber = false } = shown
  const words = (typedIn({ typed }, 'alias') ?? '').trim()
  const rows = citizens.map(citizen => citizenRow(municipality, citizen))
  const none = byNumber ? t.foundNoneByNumber : t.foundNone(words)
  return html`<section>
    <h2>${t.found}</h2>
    ${rows.length === 0 ? html`<p>${none}</p>` : rowList(rows)}
    ${rows.length >= 20 && html`<p class="quiet">${t.many}</p>`}
    ${
      !byNumber &&
      form({ href: paths.newCitizen(municipality) }, [
        hiddenField('id', fresh),
        hiddenField('alias', words),
        html`<p class="button-row">${button({ label: t.create(words), icon: 'add', variant: 'secondary' })}</p>`,
      ])
    }
  </section>`
}

function citizenRow(municipality: Municipality, citizen: Citizen) {
  const href = (citizen.closed ? paths.citizenClose : paths.citizen)(municipality, citizen.id)
  const known = citizen.name === null ? [] : [citizen.name]
  const text = [...known, citizen.partyName, ...(citizen.closed ? [t.closed] : [])].join(' · ')
  return { start: portrait({ shape: 'silhouette' }), title: displayName(citizen), text, href }
}

function metWords(met: string, now: Instant): string {
  const on = day(met)
  return on.year === today(now).year ? formatDate(on) : formatDateYear(on)
}

interface Common {
  municipality: Municipality
  actor: Actor
  now: Instant
  typed: Typed
  errors: readonly FieldError[]
}

interface CitizensShown extends Common {
  recent: readonly (Citizen & { day: string })[]
  /** Those who were found; undefined when nobody has searched. */
  found?: readonly Citizen[]
  /** They were sought by number. */
  byNumber?: boolean
  /** The id of the record that one may make now. */
  fresh: string
  parties: readonly OwnParty[]
  /** What was just done, as the address says. */
  done?: string | undefined
}

interface NewCitizenShown extends Common {
  parties: readonly OwnParty[]
  /** Those whom the party already calls so. */
  same: readonly Citizen[]
}
