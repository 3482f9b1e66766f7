import { paths } from '../../paths.ts'
import { details, lockBlock } from '../../platform/html/blocks.ts'
import { button, linkButton } from '../../platform/html/buttons.ts'
import { selectField } from '../../platform/html/choices.ts'
import { dateField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList, segments } from '../../platform/html/lists.ts'
import type { Row } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { formatNumber } from '../../platform/html/numbers.ts'
import type { Typed } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import {
  capitalised,
  clock,
  day,
  formatClockFull,
  formatDateShort,
  saidUntilMidnight,
  today,
} from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import { standing } from '../frame-texts.da.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { kinds, outcomes } from './codes.ts'
import { cursorText } from './list-queries.ts'
import type { Cursor } from './list-queries.ts'
import { listTexts as t } from './list-texts.da.ts'
import type { ContactRow } from './queries.ts'
import { chosenFrom } from './record-forms.ts'
import { calledIn, dayWords, rowWords } from './sentence-rules.ts'
import { words } from './texts.da.ts'

/** The talks of oneself or of one's own party, fifty at a time. */
export function listPage(shown: ListShown): Html {
  const { municipality, typed, rows } = shown
  const ours = typedIn({ typed }, 'whose') === 'ours'
  const title = ours ? t.ours : t.mine
  const main = html`${whose(municipality, ours)} ${filters(shown)}
  ${rows.length === 0 ? emptyState({ title: t.emptyTitle, text: t.emptyText }) : contactList(rows.map(row => contactRow(shown, row)))}
  ${further(shown)} ${lockBlock(standing)} ${rows.length > 0 && exported(shown)}`
  return framed(shown, {
    title,
    heading: title,
    dock: linkButton({ href: paths.recordContact(municipality), label: t.record, icon: 'add' }),
    main,
    menu: 'more',
    errors: shown.errors,
    styles: ['lists', 'forms', 'board', 'record', ...(rows.length === 0 ? (['drawings'] as const) : [])],
  })
}

/** Rows of talks, with the day in equal width to the left. */
export function contactList(rows: readonly Row[]): Html {
  return html`<div class="by-day">${rowList(rows)}</div>`
}

/** A talk as a row that is a link: when, with whom, what it was. Never the agenda. */
export function contactRow(at: RowReader, contact: ContactRow): Row {
  const { municipality, actor, now } = at
  const time = contact.clock === null ? undefined : formatClockFull(clock(contact.clock))
  const worker = contact.workerId === actor.personId ? '' : ` ${t.withWorker(contact.workerName)}`
  return {
    start: html`${dayLabel(day(contact.day), now)}${time && html`<br /><span class="quiet">${time}</span>`}`,
    title: calledIn(contact),
    text: rowWords(contact, now) + worker,
    href: paths.contact(municipality, contact.id),
  }
}

const dayLabel = saidUntilMidnight((on, now) => {
  const near = dayWords(on, now)
  if (near.length <= 8) return capitalised(near)
  return on.year === today(now).year ? formatDateShort(on) : `${formatDateShort(on)} ${on.year}`
})

function whose(municipality: Municipality, ours: boolean): Html {
  const link = (label: string, value: 'mine' | 'ours') => ({
    label,
    href: paths.contactsOf(municipality, { whose: value }),
    current: ours === (value === 'ours'),
  })
  return html`<div class="whose">${segments([link(t.mineShort, 'mine'), link(t.oursShort, 'ours')], t.views)}</div>`
}

function filters(shown: ListShown): Html {
  const { municipality, typed, errors, centres, workers } = shown
  const field = (name: string) => ({ name, value: typedIn({ typed }, name), error: errorOf(errors, name) })
  const narrowed = ['from', 'until', 'centre', 'kind', 'outcome', 'worker'].some(name => typedIn({ typed }, name))
  const ours = typedIn({ typed }, 'whose') === 'ours'
  const drawn = form({ href: paths.contacts(municipality), method: 'get' }, [
    html`<div class="filters">
      ${ours && hiddenField('whose', 'ours')} ${dateField({ ...field('from'), label: t.from, hint: '' })}
      ${dateField({ ...field('until'), label: t.until, hint: '' })}
      ${selectField({ ...field('centre'), label: t.centre, prompt: t.all, choices: named(centres) })}
      ${selectField({ ...field('kind'), label: t.kind, prompt: t.all, choices: chosenFrom(words.kind, kinds) })}
      ${selectField({ ...field('outcome'), label: t.outcome, prompt: t.all, choices: chosenFrom(words.outcome, outcomes) })}
      ${ours && selectField({ ...field('worker'), label: t.worker, prompt: t.all, choices: named(workers) })}
      ${button({ label: t.show, variant: 'secondary' })}
    </div>`,
  ])
  return details({ summary: t.filters, open: narrowed }, drawn)
}

function further({ municipality, typed, older, after }: ListShown): Content {
  if (!older && !after) return undefined
  const kept = chosen(typed)
  return html`<p class="button-row">
    ${older && linkButton({ href: paths.contactsOf(municipality, { ...kept, after: cursorText(older) }), label: t.older, variant: 'secondary', rel: 'next' })}
    ${after && html`<a href="${paths.contactsOf(municipality, kept)}">${t.newest}</a>`}
  </p>`
}

function exported({ municipality, typed, most }: ListShown): Html {
  const carried = Object.entries(chosen(typed)).map(([name, value]) => hiddenField(name, value))
  return html`<section>
    <p class="quiet">${t.exportText(formatNumber(most))}</p>
    ${form({ href: paths.contactsExport(municipality), offline: false }, carried, button({ label: t.export, icon: 'download', variant: 'secondary' }))}
  </section>`
}

function chosen(typed: Typed): Record<string, string> {
  const names = ['whose', 'from', 'until', 'centre', 'kind', 'outcome', 'worker']
  return Object.fromEntries(
    names.flatMap(name => (typedIn({ typed }, name) ? [[name, typedIn({ typed }, name) ?? '']] : [])),
  )
}

function named(all: readonly { id: string; name: string }[]) {
  return all.map(({ id, name }) => ({ value: id, label: name }))
}

interface RowReader {
  municipality: Municipality
  actor: Actor
  now: Instant
}

export interface ListShown {
  municipality: Municipality
  actor: Actor
  now: Instant
  typed: Typed
  errors: readonly FieldError[]
  rows: readonly ContactRow[]
  older: Cursor | undefined
  after: Cursor | undefined
  centres: readonly { id: string; name: string }[]
  workers: readonly { id: string; name: string }[]
  /** The most rows that one file holds. */
  most: number
}
