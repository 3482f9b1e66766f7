import { paths } from '../../paths.ts'
import { linkButton } from '../../platform/html/buttons.ts'
import { note } from '../../platform/html/blocks.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { html, attributes } from '../../platform/html/html.ts'
import { segments } from '../../platform/html/lists.ts'
import { livePart } from '../../platform/html/notices.ts'
import { pageHead } from '../../platform/html/page.ts'
import { addDays, capitalised, formatDay, formatDays } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { roleKey, weekVisit, withTimes } from './face-pages.ts'
import { boardSays, pageSays, weekSays } from './texts.da.ts'
import type { Week, WeekCell } from './week-rules.ts'

export type WeekPage = {
  municipality: Municipality
  actor: Actor | undefined
  week: Week
  /** The weeks before and after, where the page goes as far. */
  before: string | null
  after: string | null
}

export function weekPage({ municipality, actor, week, before, after }: WeekPage): Html {
  const [first, last] = [week.columns[0]?.day, week.columns[0] && addDays(week.columns[0].day, 6)]
  const lead = first && last ? formatDays(first, last) : undefined
  const main = html`${pageHead({ heading: boardSays.week(week.week), lead })} ${roleKey()}
    ${viewSegments(municipality, 'week')} ${weekTable(municipality, week)}
    <div class="week-narrow">
      <div class="columns">
        ${week.rows.map(
          row =>
            html`<section class="column">
              <h2>
                <a class="quiet-link" href="${paths.centre(municipality, row.centre.slug)}">${row.centre.name}</a>
              </h2>
              ${restOfWeek(municipality, row.cells)}
            </section>`,
        )}
      </div>
      ${week.weekend.length > 0 && note(html`<p>${withTimes(week.weekend.join(' '))}</p>`)}
    </div>
    <div class="button-row">
      ${before && linkButton({ href: paths.week(municipality, before), label: weekSays.before, variant: 'secondary', icon: 'previous' })}${after && linkButton({ href: paths.week(municipality, after), label: weekSays.after, variant: 'secondary', icon: 'next' })}
    </div>`
  return framed(
    { municipality, actor },
    {
      title: `${boardSays.week(week.week)}, ${municipality.name}`,
      audience: 'citizen',
      robots: 'index, follow',
      styles: ['board'],
      scripts: ['live'],
      menu: 'board',
      main: livePart({ id: 'week', events: paths.live(municipality) }, main),
      footer: html`<p><a href="${paths.board(municipality)}">${pageSays.toToday}</a></p>`,
    },
  )
}

export const viewSegments = (at: Municipality, current: 'today' | 'week'): Html =>
  segments(
    [
      { label: pageSays.today, href: paths.board(at), current: current === 'today' },
      { label: pageSays.week, href: paths.week(at), current: current === 'week' },
    ],
    pageSays.views,
  )

/** The week with a row a centre and a column a day. Phones get the same as a list. */
export function weekTable(at: Municipality, week: Week): Html {
  const heads = week.columns.map(
    column =>
      html`<th${attributes({ scope: 'col', class: column.isToday && 'today' })}>${column.label}${column.holiday && html`<br /><span class="week-holiday">${capitalised(column.holiday)}</span>`}</th>`,
  )
  return html`<section class="week-wide${week.columns.length > 5 && ' week-full'}">
    <h2 id="week-table">${pageSays.week}</h2>
    <table class="week" aria-labelledby="week-table">
      <thead>
        <tr>
          <th scope="col">${week.title}</th>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${week.rows.map(
          row =>
            html`<tr>
              <th scope="row">
                <a class="quiet-link" href="${paths.centre(at, row.centre.slug)}">${row.centre.name}</a>
              </th>
              ${row.cells.map(cell => html`<td${attributes({ class: cell.isToday && 'today' })}>${cellContent(at, cell)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${week.weekend.length > 0 && html`<p class="quiet">${withTimes(week.weekend.join(' '))}</p>`}
  </section>`
}

const cellContent = (at: Municipality, cell: WeekCell): Content =>
  html`${cell.visits.map(visit => weekVisit(at, visit))}${cell.visits.length === 0 && html`<p class="quiet">${cell.empty}</p>`}`

/** One centre's days under each other; where nobody comes, the people of the house stand there instead. */
export const restOfWeek = (at: Municipality, cells: WeekCell[]): Html =>
  html`<ul class="week-list">
    ${cells.map(cell => {
      const shown = cell.visits.length > 0 ? cell.visits : cell.staff
      return html`<li>
        <span
          ><b aria-hidden="true">${cell.label}</b><span class="sr-only">${capitalised(formatDay(cell.day))}</span></span
        >
        <div>${shown.map(visit => weekVisit(at, visit))}${cell.empty && html`<p class="quiet">${cell.empty}</p>`}</div>
      </li>`
    })}
  </ul>`
