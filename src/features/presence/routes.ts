// What stands on the public side: the board, its week, centres, people, and the same on paper and in telephones.

import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import { liveStream } from '../../platform/live.ts'
import { drawn, sendPacked } from '../../platform/packed.ts'
import {
  addDays,
  capitalised,
  compareDays,
  formatDay,
  mondayOf,
  today,
  weekdayOf,
  type Day,
} from '../../platform/time.ts'
import { holds, type Actor } from '../people/rules.ts'
import { Routes, type Given } from '../routing.ts'
import { boardJson } from './board-json.ts'
import { boardPage } from './board-pages.ts'
import { boardOf } from './board-rules.ts'
import { calendarDays, calendarOf } from './calendar.ts'
import { centrePage, takeAlongPage } from './centre-pages.ts'
import { findCentreProfile, type CentreProfile } from './centre-queries.ts'
import { keptPage } from './kept-pages.ts'
import { daysAhead } from './next-rules.ts'
import { personPage } from './person-pages.ts'
import { personBoard } from './person-rules.ts'
import { readPresence, type Presence } from './plan-queries.ts'
import { posterOf } from './poster-rules.ts'
import { posterPdf } from './poster.ts'
import { weekPage } from './week-pages.ts'
import { daysToCome, mondayOfWeek, weekBoard, weekName } from './week-rules.ts'

const everybody = { who: 'everybody', purpose: 'board.show' } as const

export const presenceRoutes = new Routes()
  .get('/', everybody, async (c, given) => {
    const presence = await readSpan(given, boardSpan(given))
    const page = () => boardPage({ ...given, ...boardWith(given, presence) })
    return await sendPacked(c, keptPage(given, { presence, name: 'board' }, page))
  })
  .get('/week', everybody, async (c, given) => {
    const monday = wantedWeek(c.req.query('week'), given)
    const presence = await readSpan(given, { from: monday, until: addDays(monday, 7) })
    const name = (of: Day) => (isShown(of, given) ? weekName(of) : null)
    const [before, after] = [name(addDays(monday, -7)), name(addDays(monday, 7))]
    const page = () =>
      weekPage({ ...given, before, after, week: weekBoard({ ...presence, today: today(given.now), of: monday }) })
    return await sendPacked(c, keptPage(given, { presence, name: 'week' }, page))
  })
  .get('/board.json', everybody, async (c, given) => {
    const { board, week } = boardWith(given, await readSpan(given, boardSpan(given)))
    const urlOf = (slug: string) => given.config.baseUrl + paths.centre(given.municipality, slug)
    c.header('access-control-allow-origin', '*')
    c.header('cache-control', 'no-cache')
    return c.json(boardJson({ ...given, board, week, urlOf }))
  })
  .get('/live', everybody, (_c, given) =>
    liveStream(given.db, { channel: 'board', wants: changed => changed === given.municipality.id, ticks: true }),
  )
  .get('/posters', everybody, async (c, given) => {
    const { centres } = await readSpan(given, boardSpan(given))
    return c.html(takeAlongPage(given, centres))
  })
  .get('/centres', everybody, (c, given) => {
    const slug = c.req.query('centre') ?? ''
    return c.redirect(
      /^[a-z0-9-]{2,60}$/.test(slug) ? paths.centre(given.municipality, slug) : paths.board(given.municipality),
      303,
    )
  })
  .get('/centres/:centreSlug', everybody, async (c, given) => {
    const { profile, presence } = await readCentre(given, c.req.param('centreSlug') ?? '')
    const shown = centreWith(given, { profile, presence })
    const mayChange = mayChangeDays(given.actor, profile.partyId)
    return await sendPacked(c, drawn(centrePage({ ...given, ...shown, profile, mayChangeDays: mayChange })))
  })
  .get('/centres/:centreSlug/poster.pdf', everybody, async (c, given) => {
    const monday = wantedWeek(c.req.query('week'), given)
    const { profile, presence } = await readCentre(given, c.req.param('centreSlug') ?? '', {
      from: monday,
      until: addDays(monday, 7),
    })
    const centre = presence.centres.find(one => one.id === profile.id)
    if (!centre) throw new NotFound()
    const url = given.config.baseUrl + paths.board(given.municipality)
    const pdf = await posterPdf(
      posterOf({ ...presence, centre, of: monday, url }),
      c.req.query('size') === 'a3' ? 'a3' : 'a4',
    )
    c.header('content-disposition', `inline; filename="${centre.slug}-${weekName(monday)}.pdf"`)
    c.header('cache-control', 'no-cache')
    return c.body(new Uint8Array(pdf), 200, { 'content-type': 'application/pdf' })
  })
  .get('/centres/:centreSlug/calendar.ics', everybody, async (c, given) => {
    const from = mondayOf(today(given.now))
    const { profile, presence } = await readCentre(given, c.req.param('centreSlug') ?? '', {
      from,
      until: addDays(from, calendarDays),
    })
    const centre = presence.centres.find(one => one.id === profile.id)
    if (!centre) throw new NotFound()
    const url = given.config.baseUrl + paths.centre(given.municipality, centre.slug)
    c.header('cache-control', 'no-cache')
    return c.body(await calendarOf({ ...presence, centre, from, now: given.now, url }), 200, {
      'content-type': 'text/calendar; charset=utf-8',
    })
  })
  .get('/people/:personId', everybody, async (c, given) => {
    const personId = c.req.param('personId')
    if (!isId(personId)) throw new NotFound()
    const presence = await readSpan(given, boardSpan(given))
    const shown = personBoard({ ...presence, ...boardWith(given, presence), personId })
    if (!shown) throw new NotFound()
    return c.html(personPage(given, shown))
  })

type Asked = Given<Actor | undefined>
type Span = { from: Day; until: Day }

const readSpan = (given: Asked, span: Span): Promise<Presence> =>
  given.db.read(given.asker, 'board.show', tx =>
    readPresence(tx, { municipalityId: given.municipality.id, today: today(given.now), ...span }),
  )

const boardSpan = ({ now }: Pick<Asked, 'now'>): Span => ({
  from: mondayOf(today(now)),
  until: addDays(today(now), daysAhead + 1),
})

/** At the weekend the week that is shown is the one that comes. */
function boardWith({ now }: Asked, presence: Presence) {
  const day = today(now)
  const of = weekdayOf(day) > 5 ? addDays(day, 7) : day
  const rest = presence.centres.map(centre => daysToCome(presence.timetable, centre, day))
  return { board: boardOf({ ...presence, now }), week: weekBoard({ ...presence, today: day, of }), rest }
}

async function readCentre(given: Asked, slug: string, span = boardSpan(given)) {
  const at = { municipalityId: given.municipality.id, slug }
  return await given.db.read(given.asker, 'board.show', async tx => {
    const profile = await findCentreProfile(tx, at)
    if (!profile) throw new NotFound()
    return { profile, presence: await readPresence(tx, { ...at, today: today(given.now), ...span }) }
  })
}

function centreWith({ now }: Asked, { profile, presence }: { profile: CentreProfile; presence: Presence }) {
  const { timetable, plan } = presence
  const day = today(now)
  const shown = boardOf({ ...presence, now }).centres.find(entry => entry.centre.id === profile.id)
  if (!shown) throw new NotFound()
  const weekly = timetable.openings.weekly.get(profile.id) ?? []
  return {
    shown,
    dayLine: capitalised(formatDay(day)),
    days: daysToCome(timetable, shown.centre, day),
    opening: [1, 2, 3, 4, 5, 6, 7].map(weekday => weekly.filter(row => row.weekday === weekday).map(row => row.hours)),
    ownDays: plan.centreDays.filter(own => own.centreId === profile.id && compareDays(own.day, day) >= 0),
  }
}

/** The week that an address asks for: 2026-48, or next; this one when it says nothing. */
function wantedWeek(text: string | undefined, given: Asked): Day {
  const thisWeek = mondayOf(today(given.now))
  if (text === undefined) return thisWeek
  const monday = text === 'next' ? addDays(thisWeek, 7) : mondayOfWeek(text)
  if (!monday || !isShown(monday, given)) throw new NotFound()
  return monday
}

/** The public sees a year ahead and the week before; who was where in spring is nobody's business. */
function isShown(monday: Day, given: Asked): boolean {
  const thisWeek = mondayOf(today(given.now))
  return compareDays(addDays(thisWeek, -7), monday) <= 0 && compareDays(monday, addDays(thisWeek, 364)) <= 0
}

export const mayChangeDays = (actor: Actor | undefined, partyId: string): boolean =>
  holds(actor, 'administrator') ||
  (actor?.memberships.some(own => own.role === 'centre_manager' && own.partyId === partyId) ?? false)
