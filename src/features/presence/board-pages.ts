import { paths } from '../../paths.ts'
import { button } from '../../platform/html/buttons.ts'
import type { StyleName } from '../../platform/html/assets.ts'
import { details, linkRow, note } from '../../platform/html/blocks.ts'
import { selectField } from '../../platform/html/choices.ts'
import { bridge } from '../../platform/html/drawings.ts'
import { form } from '../../platform/html/forms.ts'
import { html, attributes, type Content, type Html } from '../../platform/html/html.ts'
import { jumpList, rowList } from '../../platform/html/lists.ts'
import { livePart } from '../../platform/html/notices.ts'
import { pageHead } from '../../platform/html/page.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import type { Board, BoardCentre, BoardPerson } from './board-rules.ts'
import type { Closed } from './closed-rules.ts'
import { boardPerson, faceAndWords, faceBadge, facePortrait, roleKey, withTimes } from './face-pages.ts'
import { boardSays, emptySays, finderSays, pageSays, roleSays } from './texts.da.ts'
import { restOfWeek, viewSegments, weekTable } from './week-pages.ts'
import type { Week, WeekCell } from './week-rules.ts'

export type BoardPage = {
  municipality: Municipality
  actor: Actor | undefined
  board: Board
  week: Week
  /** What is left of the week, a list a centre, in the order of the board's centres. */
  rest: WeekCell[][]
}

/** From so many centres on, those where somebody can be met come first and the others are rows. */
const manyCentres = 8

/** Today and the week by centre; in the evening, tomorrow first. */
export function boardPage(shown: BoardPage): Html {
  const { municipality, actor, board } = shown
  const events = paths.live(municipality)
  const { closed } = board
  return framed(
    { municipality, actor },
    {
      title: boardSays.titleIn(municipality.name),
      audience: 'citizen',
      robots: 'index, follow',
      styles: stylesOf(shown),
      scripts: ['live'],
      menu: 'board',
      ...(closed ? { dusk: dusk(closed) } : {}),
      main: livePart(
        { id: closed ? 'board-closed' : 'board', events },
        closed ? closedMain(shown, closed) : openMain(shown),
      ),
      footer: boardFooter(municipality),
    },
  )
}

const isMany = ({ board }: BoardPage): boolean => board.centres.length >= manyCentres

const stylesOf = (shown: BoardPage): StyleName[] => [
  'board',
  ...(shown.board.closed ? ['drawings' as const] : []),
  ...(isMany(shown) ? ['forms' as const, 'lists' as const] : []),
]

const dusk = (closed: Closed): Html =>
  html`${bridge()}
    <h1>${closed.title}</h1>
    <p class="dusk-text">${withTimes(closed.sentence)}</p>`

function closedMain(shown: BoardPage, closed: Closed): Html {
  const { municipality, week, board } = shown
  return html`${board.holiday && note(board.holiday)}
    ${
      closed.heading &&
      html`<section>
        <h2>${closed.heading}</h2>
        ${closed.visits.map(visit => faceAndWords(municipality, visit.face, visit.words))}
      </section>`
    }
    ${note(html`<p><b>${boardSays.urgent}</b> ${boardSays.danger} <a href="tel:112">112</a>.</p>`)}
    ${isMany(shown) && centreFinder(shown)}
    <p${attributes({ class: isMany(shown) ? 'spaced' : 'week-narrow' })}><a href="${paths.week(municipality)}">${boardSays.seeWeek}</a></p>
    ${!isMany(shown) && weekTable(municipality, week)}`
}

function openMain(shown: BoardPage): Html {
  const { municipality, board, week, rest } = shown
  const many = isMany(shown)
  return html`${pageHead({ heading: boardSays.title, lead: board.dayLine })} ${board.holiday && note(board.holiday)}
  ${roleKey()} ${viewSegments(municipality, 'today')} ${many ? centreFinder(shown) : jumps(shown)}
  ${many ? manyColumns(shown) : html`<div class="columns">${board.centres.map((centre, index) => column(municipality, centre, rest[index]))}</div>`}
  ${many ? html`<p class="spaced"><a href="${paths.week(municipality)}">${boardSays.seeWeek}</a></p>` : weekTable(municipality, week)}`
}

const isThere = (person: BoardPerson): boolean => person.lamp.state === 'here' || person.lamp.state === 'coming'
const peopleOf = (centre: BoardCentre): BoardPerson[] => [...centre.fromKommune, ...centre.others]

const jumps = ({ municipality, board }: BoardPage): Html =>
  jumpList(
    board.centres.map(shown => ({
      label: shown.centre.name,
      href: `#${shown.centre.slug}`,
      end: html`${peopleOf(shown)
        .filter(isThere)
        .map(person => facePortrait(municipality, person, 30))}<span class="sr-only">${thereWords(shown)}</span>`,
    })),
    pageSays.centres,
  )

function thereWords(shown: BoardCentre): string {
  const here = peopleOf(shown).filter(person => person.lamp.state === 'here').length
  const coming = peopleOf(shown).filter(person => person.lamp.state === 'coming').length
  return here > 0 ? finderSays.here(here) : coming > 0 ? finderSays.coming(coming) : finderSays.nobody
}

/** One centre: who comes from the municipality, who is away, and the people of the house. */
export function column(at: Municipality, shown: BoardCentre, rest: WeekCell[] | undefined): Html {
  const { centre, opening, fromKommune, away, empty, others } = shown
  const facts = [centre.address, opening].filter(Boolean).join(' · ')
  return html`<section class="column" id="${centre.slug}">
    <h2><a class="quiet-link" href="${paths.centre(at, centre.slug)}">${centre.name}</a></h2>
    ${facts !== '' && html`<p class="column-facts">${facts}</p>`} ${empty && emptyNote(at, shown)}
    ${fromKommune.map(person => boardPerson(at, person))}
    ${away.map(block =>
      note(
        html`<p><b>${block.title}</b></p>
          <p>${withTimes(block.instead)}</p>`,
      ),
    )}
    ${others.map(person => boardPerson(at, person))}
    ${rest && html`<div class="week-narrow">${details({ summary: finderSays.rest(centre.name), id: `rest-${centre.slug}` }, restOfWeek(at, rest))}</div>`}
  </section>`
}

function emptyNote(at: Municipality, { empty }: BoardCentre): Content {
  if (!empty) return undefined
  const { next } = empty
  const who =
    next &&
    html`<div class="next-person">
      ${facePortrait(at, next.face, 44)}
      <div>
        <p><b>${next.face.name}</b></p>
        <p>${next.face.roleLine}</p>
        <p>${faceBadge(next.face)}</p>
      </div>
    </div>`
  return note(
    html`<p><b>${empty.sentence}</b></p>
      <p>${next ? html`${emptySays.next} <b class="nowrap">${next.words}</b>` : emptySays.noNext}</p>
      ${who}`,
  )
}

/** With many centres: find one's own first; then those where somebody can be met today, then the rest as rows. */
function centreFinder({ municipality, board }: BoardPage): Html {
  const choices = board.centres.map(({ centre }) => ({ value: centre.slug, label: centre.name }))
  return html`${form(
    { href: paths.findCentre(municipality), method: 'get', className: 'finder' },
    selectField({ name: 'centre', label: finderSays.label, choices, prompt: finderSays.prompt }),
    button({ label: finderSays.show, variant: 'secondary' }),
  )}`
}

function manyColumns({ municipality, board, rest }: BoardPage): Html {
  const indexed = board.centres.map((shown, index) => ({ shown, rest: rest[index] }))
  const met = indexed.filter(({ shown }) => shown.fromKommune.some(isThere))
  const others = indexed.filter(({ shown }) => !shown.fromKommune.some(isThere))
  const rows = others.map(({ shown }) => ({
    title: shown.centre.name,
    text: quietWords(shown),
    href: paths.centre(municipality, shown.centre.slug),
  }))
  return html`${
    met.length > 0 &&
    html`<h2 class="spaced">${finderSays.met(met.length)}</h2>
      <div class="columns">${met.map(entry => column(municipality, entry.shown, entry.rest))}</div>`
  }
  ${
    rows.length > 0 &&
    html`<section>
      <h2>${finderSays.notMet}</h2>
      ${rowList(rows)}
    </section>`
  }`
}

/** The row of a centre where nobody comes from the municipality: who is there anyway, and the next time. */
function quietWords({ empty, others, opening }: BoardCentre): Content {
  const here = others.filter(isThere).map(person => `${person.firstName}: ${person.lampWords.toLocaleLowerCase('da')}`)
  const next = empty?.next ? `${emptySays.next} ${empty.next.words}` : ''
  return [opening, ...here, next].filter(Boolean).join(' · ')
}

const boardFooter = (at: Municipality): Html =>
  html`<p>${roleSays.explained}</p>
    ${linkRow([
      { href: paths.takeAlong(at), label: pageSays.takeAlong },
      { href: paths.signIn(at), label: pageSays.signIn },
      { href: paths.accessibility(at), label: pageSays.accessibility },
    ])}`
