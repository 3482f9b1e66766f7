// What the page says, on paper to sign. No name of the citizen is in it: they write it themselves.

import { capitalised, formatDateYear } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { shownTopics } from '../contacts/codes.ts'
import { phoneWords } from '../presence/face-rules.ts'
import { calledInWords, partyWords } from './face-parts.ts'
import type { MatrixRow } from './matrix-rules.ts'
import { paperTexts as t } from './paper-texts.da.ts'
import { rightsTexts } from '../rights/texts.da.ts'
import { topicWords, texts } from './texts.da.ts'

/** Where one takes a yes back: the party, or the centre that it is, and its telephone. */
export interface Desk {
  partyName: string
  fromWords: string
  kind: 'unit' | 'centre'
  phone: string | null
}

export function paperOf(given: {
  rows: readonly MatrixRow[]
  desk: Desk
  place: string
  /** Of the page of rights, as it is typed. */
  rights: string
  today: Day
  witness: string
}) {
  const { rows, desk, place, rights, today, witness } = given
  const last = usualEndOf(rows)
  return {
    title: t.title,
    place: t.place(place),
    date: formatDateYear(today),
    heading: t.title,
    lead: rows.length > 0 ? t.lead : t.nobody,
    who: texts.who,
    topics: shownTopics.map(topic => topicWords[topic]),
    rows: rows.map(({ face, doors }) => ({
      ...partyWords(face),
      doors: doors.map(({ open }) => ({ open, word: open ? texts.maySee : texts.no })),
    })),
    until: last === undefined ? '' : t.until(formatDateYear(last)),
    exceptions: exceptionsOf(rows, last).join(' '),
    takeBack: t.takeBack,
    takeBackHow: t.takeBackHow(deskWords(desk), desk.phone === null ? null : phoneWords(desk.phone)),
    sayNo: t.sayNo,
    sameHelp: t.sameHelp,
    readSelf: t.readSelf,
    readAloud: t.readAloud,
    name: t.name,
    day: t.day,
    signature: t.signature,
    witness: t.witness(witness),
    copies: t.copies(keeperOf(desk)),
    rights: rightsTexts.paper(rights),
  }
}

/** An address as somebody types it off a paper. */
export function shortAddress({ baseUrl }: { baseUrl: string }, path: string): string {
  return `${baseUrl.replace(/^https?:\/\//, '')}${path}`
}

/** Where one says it: "på Fyrskuret", "til jobcentret". */
export function deskWords({ partyName, fromWords, kind }: Desk): string {
  return kind === 'centre' ? t.at(partyName) : t.to(calledInWords({ name: partyName, fromWords }))
}

function keeperOf({ partyName, fromWords, kind }: Desk): string {
  return kind === 'centre' ? partyName : capitalised(calledInWords({ name: partyName, fromWords }))
}

/** The day on which most of the yeses end. */
function usualEndOf(rows: readonly MatrixRow[]): Day | undefined {
  const ends = rows.flatMap(row => row.ends.map(end => end.until))
  const often = Map.groupBy(ends, String)
  return [...often.values()].toSorted((a, b) => b.length - a.length)[0]?.[0]
}

function exceptionsOf(rows: readonly MatrixRow[], last: Day | undefined): string[] {
  return rows.flatMap(({ face, ends }) =>
    ends
      .filter(end => last !== undefined && !end.until.equals(last))
      .map(({ topics, until }) => {
        const words: string[] = topics.map(topic => topicWords[topic].toLocaleLowerCase('da'))
        const about = ends.length > 1 ? words.join(', ') : undefined
        return t.exception({ who: partyWords(face).name, about, until: formatDateYear(until) })
      }),
  )
}
