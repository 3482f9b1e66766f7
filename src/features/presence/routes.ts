// What stands on the public side: the board, its week, centres, people, and the same on paper and in telephones.

import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import { packed } from '../../platform/packed.ts'
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
import { findCentreProfile } from './centre-queries.ts'
import { liveStream } from './live.ts'
import { daysAhead } from './next-rules.ts'
import { timetableOf } from './occurrence-rules.ts'
import { personPage } from './person-pages.ts'
import { personBoard } from './person-rules.ts'
import { readPresence } from './plan-queries.ts'
import { posterOf } from './poster-rules.ts'
import { posterPdf } from './poster.ts'
import { weekPage } from './week-pages.ts'
import { daysToCome, mondayOfWeek, weekBoard, weekName } from './week-rules.ts'

const everybody = { who: 'everybody', purpose: 'board.show' } as const

export const presenceRoutes = new Routes()
  .get('/', everybody, async (c, given) => {
    const { timetable, centres, board, week } = await readBoard(given)
    const rest = centres.map(centre => daysToCome(timetable, centre, board.now.day))
    return packed(c, await boardPage({ ...given, board, week, rest }))
  })
  .get('/week', everybody, async (c, given) => {
    const monday = wantedWeek(c.req.query('week'), given)
    const loaded = await readWeek(given, { from: monday, until: addDays(monday, 7) })
    const week = weekBoard({ ...loaded, today: today(given.now), of: monday })
    const [before, after] = [addDays(monday, -7), addDays(monday, 7)]
    const name = (of: Day) => (isShown(of, given) ? weekName(of) : null)
    return packed(c, await weekPage({ ...given, week, before: name(before), after: name(after) }))
  })
  .get('/board.json', everybody, async (c, given) => {
    const { board, week } = await readBoard(given)
    const urlOf = (slug: string) => given.config.baseUrl + paths.centre(given.municipality, slug)
    c.header('access-control-allow-origin', '*')
    c.header('cache-control', 'no-cache')
    return c.json(boardJson({ ...given, board, week, urlOf }))
  })
  .get('/live', everybody, (_c, given) => liveStream(given.db, given.municipality.id))
  .get('/posters', everybody, async (c, given) => {
    const { centres } = await readBoard(given)
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
    const { profile, timetable, centres, board, plan } = await readCentre(given, c.req.param('centreSlug') ?? '')
    const shown = board.centres.find(entry => entry.centre.id === profile.id)
    if (!shown) throw new NotFound()
    const { day } = board.now
    const opening = [1, 2, 3, 4, 5, 6, 7].map(weekday =>
      (timetable.openings.weekly.get(profile.id) ?? []).filter(row => row.weekday === weekday).map(row => row.hours),
    )
    const ownDays = plan.centreDays.filter(own => own.centreId === profile.id && compareDays(own.day, day) >= 0)
    const days = centres
      .filter(centre => centre.id === profile.id)
      .flatMap(centre => daysToCome(timetable, centre, day))
    const dayLine = `${capitalised(formatDay(day))}`
    return packed(
      c,
      await centrePage({
        ...given,
        shown,
        profile,
        dayLine,
        days,
        opening,
        ownDays,
        mayChangeDays: mayChangeDays(given.actor, profile.partyId),
      }),
    )
  })
  .get('/centres/:centreSlug/poster.pdf', everybody, async (c, given) => {
    const monday = wantedWeek(c.req.query('week'), given)
    const { profile, timetable, centres } = await readCentre(given, c.req.param('centreSlug') ?? '', {
      from: monday,
      until: addDays(monday, 7),
    })
    const centre = centres.find(one => one.id === profile.id)
    if (!centre) throw new NotFound()
    const url = given.config.baseUrl + paths.board(given.municipality)
    const pdf = await posterPdf(
      posterOf({ timetable, centre, centres, of: monday, url }),
      c.req.query('size') === 'a3' ? 'a3' : 'a4',
    )
    c.header('content-disposition', `inline; filename="${centre.slug}-${weekName(monday)}.pdf"`)
    c.header('cache-control', 'no-cache')
    return c.body(new Uint8Array(pdf), 200, { 'content-type': 'application/pdf' })
  })
  .get('/centres/:centreSlug/calendar.ics', everybody, async (c, given) => {
    const from = mondayOf(today(given.now))
    const { profile, timetable, centres } = await readCentre(given, c.req.param('centreSlug') ?? '', {
      from,
      until: addDays(from, calendarDays),
    })
    const centre = centres.find(one => one.id === profile.id)
    if (!centre) throw new NotFound()
    const url = given.config.baseUrl + paths.centre(given.municipality, centre.slug)
    c.header('cache-control', 'no-cache')
    return c.body(await calendarOf({ timetable, centre, from, now: given.now, url }), 200, {
      'content-type': 'text/calendar; charset=utf-8',
    })
  })
  .get('/people/:personId', everybody, async (c, given) => {
    const personId = c.req.param('personId')
    if (!isId(personId)) throw new NotFound()
    const shown = personBoard({ ...(await readBoard(given)), personId })
    if (!shown) throw new NotFound()
    return c.html(personPage(given, shown))
  })

type Asked = Given<Actor | undefined>
type Span = { from: Day; until: Day }

const readWeek = (given: Asked, span: Span) =>
  given.db.read(given.asker, 'board.show', async tx => {
    const presence = await readPresence(tx, { municipalityId: given.municipality.id, today: today(given.now), ...span })
    return { ...presence, timetable: timetableOf(presence.plan) }
  })

/** At the weekend the week that is shown is the one that comes. */
async function readBoard(given: Asked) {
  const day = today(given.now)
  const loaded = await readWeek(given, boardSpan(day))
  const of = weekdayOf(day) > 5 ? addDays(day, 7) : day
  return { ...loaded, board: boardOf({ ...loaded, now: given.now }), week: weekBoard({ ...loaded, today: day, of }) }
}

const boardSpan = (day: Day): Span => ({ from: mondayOf(day), until: addDays(day, daysAhead + 1) })

async function readCentre(given: Asked, slug: string, span = boardSpan(today(given.now))) {
  const found = await given.db.read(given.asker, 'board.show', async tx => {
    const at = { municipalityId: given.municipality.id, slug }
    const profile = await findCentreProfile(tx, at)
    if (!profile) throw new NotFound()
    return {
      profile,
      ...(await readPresence(tx, { municipalityId: at.municipalityId, today: today(given.now), ...span })),
    }
  })
  const timetable = timetableOf(found.plan)
  return { ...found, timetable, board: boardOf({ ...found, timetable, now: given.now }) }
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
