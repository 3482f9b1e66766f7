import { paths } from '../../paths.ts'
import { linkRow, note } from '../../platform/html/blocks.ts'
import { buttonRow, linkButton, telephoneLink } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import { livePart } from '../../platform/html/notices.ts'
import { pageHead } from '../../platform/html/page.ts'
import { capitalised, formatDay, formatHoursBare, weekdayName, type Hours } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { column } from './board-pages.ts'
import type { BoardCentre } from './board-rules.ts'
import type { CentreProfile } from './centre-queries.ts'
import { phoneWords } from './face-rules.ts'
import { roleKey } from './face-pages.ts'
import type { CentreDay } from './opening-rules.ts'
import { centreSays, joined, pageSays, roleSays } from './texts.da.ts'
import { restOfWeek } from './week-pages.ts'
import type { WeekCell } from './week-rules.ts'

export type CentrePage = {
  municipality: Municipality
  actor: Actor | undefined
  shown: BoardCentre
  profile: CentreProfile
  dayLine: string
  days: WeekCell[]
  /** The weekly opening hours by weekday, Monday first; empty where none were told. */
  opening: Hours[][]
  ownDays: CentreDay[]
  mayChangeDays: boolean
}

/** A centre: who is there today and in the next days, when it is open, and what it says about itself. */
export function centrePage(page: CentrePage): Html {
  const { municipality, actor, shown } = page
  const { centre } = shown
  return framed(
    { municipality, actor },
    {
      title: `${centre.name}, ${municipality.name}`,
      audience: 'citizen',
      robots: 'index, follow',
      styles: ['board', 'lists'],
      scripts: ['live'],
      menu: 'board',
      main: html`${livePart({ id: 'centre', events: paths.live(municipality) }, people(page))}
        <div class="columns">
          ${about(page)}${opening(page)}
          <section class="column">
            <h2>${centreSays.takeAlong}</h2>
            ${posterLinks(municipality, centre.slug)}${page.mayChangeDays && html`<p><a href="${paths.centreDays(municipality, centre.slug)}">${centreSays.changeDays}</a></p>`}
          </section>
        </div>`,
      footer: html`<p>${roleSays.explained}</p>
        ${linkRow([{ href: paths.board(municipality), label: pageSays.allCentres }])}`,
    },
  )
}

function people({ municipality, shown, dayLine, days }: CentrePage): Html {
  const { centre } = shown
  return html`${pageHead({ heading: centre.name, lead: dayLine })} ${roleKey()}
    ${centre.phone && buttonRow(telephoneLink({ tel: centre.phone, label: phoneWords(centre.phone) }))}
    <div class="columns">
      ${column(municipality, { ...shown, centre: { ...centre, name: centreSays.today } }, undefined)}
      <section class="column">
        <h2>${centreSays.nextDays}</h2>
        ${restOfWeek(municipality, days)}
      </section>
    </div>`
}

function about({ profile, shown }: CentrePage): Content {
  if (profile.profile === '' && profile.houseRules === '' && !profile.confidentialRoom) return undefined
  return html`<section class="column">
    <h2>${centreSays.about(shown.centre.name)}</h2>
    ${paragraphs(profile.profile)}
    ${
      profile.houseRules !== '' &&
      html`<h3 class="spaced">${centreSays.houseRules}</h3>
        ${paragraphs(profile.houseRules)}`
    }
    ${profile.confidentialRoom && note(html`<p>${centreSays.confidential}</p>`)}
  </section>`
}

function opening({ opening: weekly, ownDays }: CentrePage): Content {
  if (weekly.every(hours => hours.length === 0) && ownDays.length === 0) return undefined
  const rows = weekly.map(
    (hours, index) =>
      html`<li>
        <b>${capitalised(weekdayName(index + 1))}</b
        ><span>${hours.length === 0 ? centreSays.closed : joined(hours.map(formatHoursBare))}</span>
      </li>`,
  )
  const own = ownDays.map(({ day, open, hours }) => {
    const words = !open ? centreSays.closed : hours ? formatHoursBare(hours) : centreSays.open
    return html`<li><b>${capitalised(formatDay(day))}</b><span>${words}</span></li>`
  })
  return html`<section class="column">
    <h2>${centreSays.opening}</h2>
    <ul class="week-list">
      ${rows}${own}
    </ul>
  </section>`
}

const paragraphs = (text: string): Content => text.split(/\n+/).map(part => html`<p>${part}</p>`)

const posterLinks = (at: Municipality, slug: string): Html =>
  rowList([
    { title: centreSays.posterA4, href: paths.centrePoster(at, slug, 'a4') },
    { title: centreSays.posterA3, href: paths.centrePoster(at, slug, 'a3') },
    { title: centreSays.posterNextWeek, href: `${paths.centrePoster(at, slug, 'a4')}&week=next` },
    { title: centreSays.calendar, text: centreSays.calendarHint, href: paths.centreCalendar(at, slug) },
  ])

/** Posters and calendars of all centres, for whoever hangs them up. */
export function takeAlongPage(
  at: { municipality: Municipality; actor: Actor | undefined },
  centres: { slug: string; name: string }[],
): Html {
  const { municipality } = at
  const sections = centres.map(
    ({ slug, name }) =>
      html`<section>
        <h2>${name}</h2>
        ${posterLinks(municipality, slug)}
      </section>`,
  )
  const back = linkButton({ href: paths.board(municipality), label: pageSays.toToday, variant: 'secondary' })
  return framed(at, {
    title: centreSays.takeAlong,
    heading: centreSays.takeAlong,
    audience: 'citizen',
    styles: ['lists'],
    main: html`${sections}${buttonRow(back)}`,
  })
}
