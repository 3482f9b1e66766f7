import { paths } from '../../paths.ts'
import { typedIn } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { button, buttonRow } from '../../platform/html/buttons.ts'
import { textField } from '../../platform/html/fields.ts'
import { errorOf, form } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import { closedNotice, livePart } from '../../platform/html/notices.ts'
import { page } from '../../platform/html/page.ts'
import {
  capitalised,
  clock,
  compareDays,
  day,
  endOf,
  formatClock,
  formatDateYear,
  formatDay,
} from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import type { Municipality } from '../routing.ts'
import type { HelperRow } from './commands.ts'
import { helperTexts, visitTexts as t } from './texts.da.ts'

/** Link and code: the token stands after the # and is moved into its field by `link-token`. */
export function visitPage(municipality: Municipality, posted?: Form<unknown>): Html {
  const errors = posted?.errors ?? []
  const main = form(
    { href: paths.helper(municipality), offline: false },
    textField({
      name: 'token',
      label: t.token,
      hint: t.tokenHint,
      value: typedIn(posted && { typed: posted.typed }, 'token'),
      autocomplete: 'off',
      spellcheck: 'false',
      error: errorOf(errors, 'token'),
    }),
    textField({
      name: 'code',
      label: t.code,
      width: 'short',
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      error: errorOf(errors, 'code'),
    }),
    buttonRow(button({ label: t.open })),
  )
  return page({
    title: t.openTitle,
    heading: t.openTitle,
    lead: t.openLead,
    main,
    errors,
    audience: 'together',
    home: paths.board(municipality),
    styles: ['forms'],
    scripts: ['link-token'],
  })
}

/**
 * The few named things, in large type, and nothing of the house around them. The page closes when they are shared no
 * more, also while it is open.
 */
export function helperPage(municipality: Municipality, rows: readonly HelperRow[], now: Instant): Html {
  const shares = [...Map.groupBy(rows, row => row.share_id).values()]
  const [soonest] = rows.map(row => day(row.valid_until)).toSorted(compareDays)
  const live = { id: 'helper', events: paths.helperLive(municipality), ...(soonest && { until: endOf(soonest) }) }
  const parts = shares.map(things => {
    const [first] = things
    const shown = things.filter(thing => thing.words !== null)
    return html`<section>
      ${shown.length > 0 ? rowList(shown.map(thingRow)) : html`<p>${t.nothing}</p>`}
      ${first && html`<p class="quiet">${t.from(first.party_name, formatDateYear(day(first.valid_until)))}</p>`}
    </section>`
  })
  return page({
    title: t.title,
    heading: t.title,
    lead: t.onlyThis,
    main: html`${livePart(live, html`${parts}`)}
    ${closedNotice({ ...t.closed, href: paths.board(municipality), now })}`,
    audience: 'together',
    home: paths.board(municipality),
    styles: ['lists'],
    scripts: ['live'],
  })
}

function thingRow(thing: HelperRow): { title: Content; text: Content; more: Content } {
  const { kind, words, day: on, clock: at, place, more, state } = thing
  const when = on === null ? '' : capitalised(formatDay(day(on)))
  const time = at === null ? '' : ` ${formatClock(clock(at.slice(0, 5)))}`
  const lines = [
    kind === null ? '' : helperTexts.thing[kind],
    `${when}${time}`,
    place ?? '',
    state === 'done' ? t.done : state === 'calledOff' ? t.calledOff : state === 'moved' ? t.moved : '',
  ]
  return {
    title: words,
    text: lines.filter(line => line !== '').join('. '),
    more: more !== null && html`<p>${t.bring(more)}</p>`,
  }
}
