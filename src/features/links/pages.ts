import { paths } from '../../paths.ts'
import { typedAll, typedIn } from '../../platform/form.ts'
import type { Typed } from '../../platform/form.ts'
import { lockBlock, note } from '../../platform/html/blocks.ts'
import { button, linkButton } from '../../platform/html/buttons.ts'
import { checkChips, radioRows, selectField } from '../../platform/html/choices.ts'
import { searchField, textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs, pager, rowList } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { portrait } from '../../platform/html/people.ts'
import { day, formatDateYear } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { displayName } from '../citizens/rules.ts'
import type { Citizen } from '../citizens/queries.ts'
import { anyTopicsOf, shownTopics } from '../contacts/codes.ts'
import { framed } from '../frame.ts'
import { standing } from '../frame-texts.da.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import type { SharedCitizen } from './queries.ts'
import { linkTexts as t } from './texts.da.ts'
import { openPart } from '../consents/open-part.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import { topicWords } from '../consents/texts.da.ts'

/** Those whom a yes of their own shows to one's parties. */
export function sharedPage(shown: SharedShown): Html {
  const { municipality, rows, page, more } = shown
  const list =
    rows.length === 0
      ? emptyState({ title: t.sharedNone, text: t.sharedNoneText })
      : rowList(
          rows.map(row => ({
            start: portrait({ shape: 'silhouette' }),
            title: displayName(row),
            text: t.sharedRow(row.partyName, inWords(row.topics), formatDateYear(day(row.until))),
            href: paths.citizen(municipality, row.id),
          })),
        )
  const turn = pager({ page, last: more ? page + 1 : page, href: to => paths.sharedWithUs(municipality, to) })
  return framed(shown, {
    title: t.sharedTitle,
    heading: t.sharedTitle,
    lead: t.sharedLead,
    crumbs: breadcrumbs([{ label: shown.citizensLabel, href: paths.citizens(municipality) }, { label: t.sharedTitle }]),
    main: openPart(shown, list, turn, lockBlock(standing)),
    menu: 'citizens',
    styles: ['lists', 'people', ...(rows.length === 0 ? (['drawings'] as const) : [])],
    scripts: ['live'],
  })
}

/** Whether a shared citizen is somebody whom one's own party knows: the citizen says so, and may say yes back. */
export function linkPage(shown: LinkShown): Html {
  const { municipality, other, errors } = shown
  const alias = displayName(other)
  const main = html`${openPart(shown, note(html`<p>${t.ask}</p>`))} ${search(shown)} ${tying(shown)}`
  return framed(shown, {
    title: t.title,
    heading: t.title,
    lead: t.lead(alias, other.partyName),
    crumbs: breadcrumbs([
      { label: t.sharedTitle, href: paths.sharedWithUs(municipality) },
      { label: alias, href: paths.citizen(municipality, other.id) },
      { label: t.crumb },
    ]),
    main,
    errors,
    menu: 'citizens',
    styles: ['forms', 'lists', 'people', 'doors'],
    scripts: ['form-once', 'live'],
  })
}

function search({ municipality, other, typed, errors }: LinkShown): Html {
  return form({ href: paths.linkSearch(municipality, other.id), search: true, offline: false }, [
    searchField({
      name: 'words',
      label: t.search,
      value: typedIn({ typed }, 'words'),
      error: errorOf(errors, 'words'),
    }),
    html`<p class="button-row">${button({ label: t.find, icon: 'search', variant: 'secondary' })}</p>`,
  ])
}

function tying(shown: LinkShown): Html {
  const { municipality, other, typed, errors, found, parties } = shown
  const field = (name: string) => ({ name, value: typedIn({ typed }, name), error: errorOf(errors, name) })
  const choices = [
    ...(found ?? []).map(each => ({ value: each.id, label: displayName(each), hint: each.partyName })),
    { value: 'new', label: t.own, hint: t.ownHint },
  ]
  return form({ href: paths.linkCitizen(municipality, other.id), ping: paths.alive() }, [
    ...['link', 'citizen', 'consent', 'words'].map(name => hiddenField(name, typedIn({ typed }, name) ?? '')),
    found?.length === 0 && html`<p role="status">${t.foundNone(typedIn({ typed }, 'words') ?? '')}</p>`,
    radioRows({ ...field('own'), label: t.found, ruled: true, choices }),
    textField({ ...field('alias'), label: t.alias, maxlength: 80, autocomplete: 'off' }),
    parties.length > 1 &&
      selectField({
        ...field('party'),
        label: t.party,
        prompt: true,
        choices: parties.map(({ id, name }) => ({ value: id, label: name })),
      }),
    ...yesBack(shown),
    html`<div class="equal-choice">
      ${button({ label: t.tie })}
      ${linkButton({ href: paths.citizen(municipality, other.id), label: t.no, variant: 'secondary' })}
    </div>`,
  ])
}

function yesBack({ other, typed, errors, actor }: LinkShown): Content[] {
  return [
    checkChips({
      name: 'topics',
      label: t.back(other.partyName),
      hint: t.backHint,
      layout: 'pair',
      choices: shownTopics.map(topic => ({ value: topic, label: topicWords[topic] })),
      values: typedAll({ typed }, 'topics'),
      error: errorOf(errors, 'topics'),
    }),
    textField({
      name: 'witness',
      value: typedIn({ typed }, 'witness') ?? actor.personName,
      error: errorOf(errors, 'witness'),
      label: t.witness,
      maxlength: 120,
      autocomplete: 'off',
    }),
  ]
}

function inWords(topics: number): string {
  const words: string[] = anyTopicsOf(topics).map(topic => topicWords[topic].toLocaleLowerCase('da'))
  return words.join(', ')
}

interface Common {
  municipality: Municipality
  actor: Actor
  now: Instant
}

interface SharedShown extends Common {
  rows: readonly SharedCitizen[]
  page: number
  more: boolean
  citizensLabel: string
}

interface LinkShown extends Common {
  /** The shared record, of another party. */
  other: CitizenRecord
  parties: readonly { id: string; name: string }[]
  typed: Typed
  errors: readonly FieldError[]
  /** Those of one's own whom the search found; undefined when nobody has searched. */
  found: readonly Citizen[] | undefined
}
