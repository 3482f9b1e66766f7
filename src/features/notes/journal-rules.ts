// What is given over to the journal, as plain text and as the data of a sheet. Pure.

import { capitalised, clockOf, dayOf, formatClock, formatDateYear, instantOf } from '../../platform/time.ts'
import { displayName } from '../citizens/rules.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import type { Fact } from '../contacts/fact-rules.ts'
import { factsOf } from '../contacts/fact-rules.ts'
import { contactTexts } from '../contacts/contact-texts.da.ts'
import type { FullContact } from '../contacts/queries.ts'
import { contactSentence } from '../contacts/sentence-rules.ts'
import { topicName } from './note-rules.ts'
import type { Handover } from './journal-queries.ts'
import { journalTexts as t } from './journal-texts.da.ts'
import type { Note } from './queries.ts'

/** A note or a talk on its way to the journal. */
export type Item = { what: 'note'; note: Note } | { what: 'contact'; contact: FullContact }

/** What stands on top, what was said, and by whom it was given over. */
export interface Sheet {
  title: string
  facts: Fact[]
  words: string
  end: string
}

export const versionOf = (item: Item): number => (item.what === 'note' ? item.note.version : item.contact.version)

/** Every day in it is named in full: it is read for years. */
export function sheetOf(item: Item, at: { record: CitizenRecord; handover?: Pick<Handover, 'at' | 'by'> }): Sheet {
  const { record, handover } = at
  const end = handover ? `${t.lines.handed}: ${momentText(handover.at)}, ${handover.by}` : ''
  const who = [fact(t.lines.who, displayName(record)), fact(t.lines.from, record.partyName)]
  if (item.what === 'contact') {
    const { contact } = item
    const words = [
      capitalised(contactSentence(contact, null)),
      ...(contact.agenda === null ? [] : [`${t.lines.agenda}: ${contact.agenda}`]),
      ...(contact.workerAgenda === null ? [] : [`${t.lines.workerAgenda}: ${contact.workerAgenda}`]),
    ]
    const told: string[] = [contactTexts.facts.who, contactTexts.facts.party]
    const facts = factsOf(contact, null).filter(({ label }) => !told.includes(label))
    return { title: t.lines.what.contact, facts: [...who, ...facts], words: words.join('\n'), end }
  }
  const { note } = item
  const facts = [
    ...who,
    fact(t.lines.when, momentText(note.writtenAt)),
    fact(t.lines.writtenBy, note.writtenBy),
    ...(note.topic === null ? [] : [fact(t.lines.about, topicName(note.topic))]),
    ...(note.kind === 'citizens' ? [fact(t.lines.kind, t.lines.citizens)] : []),
  ]
  return { title: t.lines.what.note, facts, words: note.words, end }
}

/** As text that fits into any case system. */
export function sheetText({ title, facts, words, end }: Sheet): string {
  const lines = facts.map(({ label, value }) => `${label}: ${value}`)
  return [title, ...lines, '', words, ...(end === '' ? [] : ['', end])].join('\n')
}

function momentText(at: Date): string {
  const moment = instantOf(at)
  return `${formatDateYear(dayOf(moment))} ${formatClock(clockOf(moment))}`
}

const fact = (label: string, value: string): Fact => ({ label, value })
