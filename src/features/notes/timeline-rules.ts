// What has happened, in words: when and where, a title, a line, and where to read more. No agenda in any of it.

import { paths } from '../../paths.ts'
import type { IconName } from '../../platform/html/icons.ts'
import {
  addDays,
  capitalised,
  compareDays,
  dayOf,
  formatDate,
  formatDateYear,
  instantAt,
  saidUntilMidnight,
  today,
} from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import { displayName } from '../citizens/rules.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import { dayWords } from '../contacts/sentence-rules.ts'
import type { Municipality } from '../routing.ts'
import { topicName } from './note-rules.ts'
import type { Happening } from './timeline-queries.ts'
import { timelineTexts as t } from './timeline-texts.da.ts'

/** One thing that happened, ready to be drawn. */
export interface Told {
  icon: IconName
  when: string
  title: string
  text: string
  href: string | undefined
}

/** What tells things: the reader's own records are not named, another party's are. */
export interface Teller {
  municipality: Municipality
  now: Instant
  records: readonly CitizenRecord[]
}

/** Rows as they are told: the yeses of one day are one thing. */
export function toldInTurn(teller: Teller, rows: readonly Happening[]): Told[] {
  const told: Told[] = []
  for (const [place, row] of rows.entries()) {
    const [next, last, before] = [toldOf(teller, row), told.at(-1), rows[place - 1]]
    const goesOn = row.what === 'yes' && before?.what === 'yes' && before.partyId === row.partyId
    if (!goesOn || !last || last.when !== next.when) told.push(next)
    else if (!last.text.includes(next.text)) last.text = `${last.text} ${next.text}`
  }
  return told
}

function toldOf(teller: Teller, row: Happening): Told {
  const record = teller.records.find(each => each.partyId === row.partyId)
  const own = record?.own ?? false
  const day = dayWordsOf(dayAt(row.at), teller.now)
  const where = [...placeOf(row), ...(own ? [] : [record?.partyName ?? ''])]
  const said = sayings[row.what](row, { name: record ? displayName(record) : '', own })
  const when = capitalised([day, ...said.more, ...where].join(', '))
  const href = record && places[row.what](teller.municipality, record, row.id)
  return { icon: icons[row.what], when, title: said.title, text: said.text, href }
}

const icons: Record<Happening['what'], IconName> = {
  contact: 'chat',
  note: 'document',
  step: 'check',
  task: 'list',
  appointment: 'calendar',
  yes: 'visible',
  takenBack: 'hidden',
}

interface Said {
  title: string
  text: string
  /** What stands beside the day. */
  more: string[]
}
type Saying = (row: Happening, at: { name: string; own: boolean }) => Said

const sayings: Record<Happening['what'], Saying> = {
  contact: ({ state, personName, topics, minutes }) => {
    const title = pick(t.contact, state)?.(firstName(personName)) ?? ''
    const about = topics === 0 ? [] : [t.about(topicName(topics))]
    const length = minutes === null ? [] : [t.minutes(minutes)]
    return { title, text: [...about, ...length].join(' '), more: [] }
  },
  note: ({ kind, words, personName }, { name, own }) => {
    const by = personName === null ? [] : [personName]
    if (kind === 'citizens') return { title: t.note.citizens(name), text: t.quoted(words ?? ''), more: by }
    const title = !own ? t.noteOfOthers : kind === 'own' ? t.note.own : t.note.shared
    return { title, text: words ?? '', more: by }
  },
  step: ({ words, said }) => ({ title: words ?? '', text: said === null ? '' : t.quoted(said), more: [t.step] }),
  task: ({ words, personName }) => ({ title: words ?? '', text: t.task(personName ?? ''), more: [] }),
  appointment: ({ words, said, state, personName }) => {
    const went = state === 'held' && personName !== null ? [t.wentAlong(firstName(personName))] : []
    const title = pick(t.appointment, state)?.(words ?? '') ?? ''
    return { title, text: [...(said === null ? [] : [said]), ...went].join(' '), more: [] }
  },
  yes: (row, { name }) => ({ title: t.yes(name), text: yesWords(row, t.maySee), more: [] }),
  takenBack: (row, { name }) => ({ title: t.takenBack(name), text: yesWords(row, t.maySeeNoMore), more: [] }),
}

function yesWords({ kind, topics, receiverName }: Happening, words: (party: string, topics: string) => string): string {
  if (kind === 'sms') return t.sms
  if (kind === 'story') return t.story
  return words(receiverName ?? '', topicName(topics))
}

function placeOf({ what, place, venue }: Happening): string[] {
  if (what !== 'contact') return []
  const words = place ?? pick(t.venue, venue)
  return words === undefined ? [] : [words]
}

type Place = (at: Municipality, record: CitizenRecord, id: string) => string | undefined

// A talk has its own page for its own party alone; everything else is read where it stands.
const places: Record<Happening['what'], Place> = {
  contact: (at, record, id) => (record.own ? paths.contact(at, id) : undefined),
  note: (at, record, id) => paths.note(at, record.id, id),
  step: (at, record, id) => paths.step(at, record.id, id),
  task: (at, _record, id) => paths.task(at, id),
  appointment: (at, record, id) => paths.appointment(at, record.id, id),
  yes: (at, record) => paths.consents(at, record.id),
  takenBack: (at, record) => paths.consents(at, record.id),
}

// No hour belongs to two days, in any summer, and asking the zone is dearer than drawing the row.
const days = new Map<number, Day>()
const anHour = 3_600_000_000

function dayAt(at: number): Day {
  const hour = Math.floor(at / anHour)
  const known = days.get(hour) ?? dayOf(instantAt(Math.floor(at / 1_000)))
  if (days.size > 5_000) days.clear()
  days.set(hour, known)
  return known
}

/** "I dag", "20. november", "14. november 2024" */
const dayWordsOf = saidUntilMidnight((on, now) => {
  const here = today(now)
  if (compareDays(on, addDays(here, -1)) >= 0) return dayWords(on, now)
  return on.year === here.year ? formatDate(on) : formatDateYear(on)
})

const firstName = (name: string | null): string => name?.split(' ')[0] ?? ''

function pick<T>(from: Record<string, T>, key: string | null): T | undefined {
  return key !== null && Object.hasOwn(from, key) ? from[key] : undefined
}
