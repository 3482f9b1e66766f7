import { paths } from '../../paths.ts'
import { lampNote } from '../../platform/html/blocks.ts'
import { button, buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { textArea } from '../../platform/html/fields.ts'
import { fieldId, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs } from '../../platform/html/lists.ts'
import type { Instant } from '../../platform/time.ts'
import { displayName } from '../citizens/rules.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { citizenTexts } from './citizen-texts.da.ts'
import type { Handover } from './journal-queries.ts'
import type { Item } from './journal-rules.ts'
import { sheetOf, sheetText, versionOf } from './journal-rules.ts'
import { journalTexts as t } from './journal-texts.da.ts'
import { handedWords } from './note-pages.ts'

/** Asks whether to give it over; where that was done before, says so first and asks once more. */
export function handOverPage(shown: HandOverShown): Html {
  const { municipality, record, item, handovers, now } = shown
  const [last] = handovers
  const text = sheetText(sheetOf(item, { record }))
  const asked = form({ href: hrefOf(shown) }, [
    hiddenField('id', shown.fresh),
    hiddenField('number', String((last?.number ?? 0) + 1)),
    hiddenField('version', String(versionOf(item))),
    html`<p class="button-row">${button({ label: last ? t.again : t.button, icon: 'send', variant: last ? 'secondary' : 'primary' })}</p>`,
  ])
  return framed(shown, {
    title: t.title,
    heading: t.title,
    lead: t.lead,
    crumbs: crumbsOf(municipality, record, item),
    errors: shown.errors ?? [],
    main: html`${shown.refused !== undefined && lampNote(html`<p>${shown.refused}</p>`)} ${last && before(handovers, item, now)}
      <section id="${fieldId('id')}">
        <h2>${item.what === 'note' ? t.note : t.contact}</h2>
        <p class="own-words">${text}</p>
      </section>
      <p>${t.whatHappens}</p>
      ${asked}`,
    menu: 'citizens',
    styles: ['forms', 'lists', 'record'],
    scripts: ['form-once'],
  })
}

/** The text to be copied or fetched, once it is marked as given over. */
export function handedOverPage(shown: HandedOverShown): Html {
  const { municipality, record, item, handover, now } = shown
  const isSame = versionOf(item) === handover.version
  const main = isSame ? textToCopy(shown) : lampNote(html`<p>${t.outdated}</p>`)
  const back = item.what === 'note' ? t.back(t.theNote) : t.back(t.theContact)
  return framed(shown, {
    title: t.doneTitle,
    heading: t.doneTitle,
    lead: handedWords(handover, now),
    crumbs: crumbsOf(municipality, record, item),
    main: html`${main}
      <p><a class="row-action" href="${itemHref(municipality, record, item)}">${back}</a></p>`,
    menu: 'citizens',
    styles: ['forms', 'lists', 'record'],
    scripts: ['copy-text'],
  })
}

function textToCopy({ municipality, record, item, handover }: HandedOverShown): Html {
  const text = sheetText(sheetOf(item, { record, handover }))
  return html`${textArea({ name: 'text', label: t.text, hint: t.copyHint, value: text, rows: 14, readonly: true })}
    <p class="copied" role="status" data-copied hidden>${t.copied}</p>
    ${buttonRow(
      button({ label: t.copy, type: 'button', action: 'copy', hidden: true }),
      linkButton({
        href: paths.handedOverText(municipality, record.id, handover.id),
        label: t.asText,
        icon: 'download',
        variant: 'secondary',
      }),
      linkButton({
        href: paths.handedOverPdf(municipality, record.id, handover.id),
        label: t.asPdf,
        icon: 'download',
        variant: 'secondary',
      }),
    )}`
}

function before(handovers: readonly Handover[], item: Item, now: Instant): Content {
  const changed = handovers[0] && handovers[0].version !== versionOf(item)
  return lampNote(
    html`<h2>${t.handedBefore}</h2>
      ${handovers.map(each => html`<p>${handedWords(each, now)}</p>`)}
      <p>${changed ? t.changedSince : t.againText}</p>`,
  )
}

function hrefOf({ municipality, record, item }: HandOverShown): string {
  return item.what === 'note'
    ? paths.handOverNote(municipality, record.id, item.note.id)
    : paths.handOverContact(municipality, record.id, item.contact.id)
}

function itemHref(municipality: Municipality, record: CitizenRecord, item: Item): string {
  return item.what === 'note'
    ? paths.note(municipality, record.id, item.note.id)
    : paths.contact(municipality, item.contact.id)
}

function crumbsOf(municipality: Municipality, record: CitizenRecord, item: Item): Html {
  return breadcrumbs([
    { label: citizenTexts.citizens, href: paths.citizens(municipality) },
    { label: displayName(record), href: paths.citizen(municipality, record.id) },
    { label: t.lines.what[item.what], href: itemHref(municipality, record, item) },
    { label: t.title },
  ])
}

interface Common {
  municipality: Municipality
  actor: Actor
  now: Instant
  record: CitizenRecord
  item: Item
}

export interface HandOverShown extends Common {
  handovers: readonly Handover[]
  /** The id of the handover that one may make now. */
  fresh: string
  /** What is wrong with the form. */
  errors?: readonly FieldError[]
  /** Why it was not given over, such as that somebody else did. */
  refused?: string
}

export interface HandedOverShown extends Common {
  handover: Handover
}
