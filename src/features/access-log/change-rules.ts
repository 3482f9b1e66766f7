import { day, formatDateYear, formatMonth } from '../../platform/time.ts'
import { roleWords } from '../people/texts.da.ts'
import { texts as retentionTexts } from '../retention/texts.da.ts'
import type { Change } from './change-queries.ts'
import { changeTexts as t } from './change-texts.da.ts'

/** What was changed, from and to: "Gav Mette Prøve rollen leder fra 22. november 2026". */
export function changeWords(change: Change): string {
  switch (change.what) {
    case 'roleGiven':
      return t.roleGiven(change.person, roleAt(change), daysWords(change))
    case 'roleEnds':
      return change.to === null
        ? t.roleForever(change.person, roleAt(change))
        : t.roleEnds(change.person, roleAt(change), dateWords(change.to))
    case 'roleEnded':
    case 'roleDeleted':
      return t[change.what](change.person, roleAt(change))
    case 'controller':
      return t.controller(change.party, change.from, change.to)
    case 'breaks_glass':
    case 'names_staff_in_log':
      return t[change.what](change.to)
    case 'backup_days':
      return t.backup_days(change.from, change.to)
    case 'retention': {
      const [from, to] = [change.from, change.to].map(rule =>
        retentionTexts.after(retentionTexts.act[rule.act], rule.months),
      )
      return t.retention(retentionTexts.kind[change.kind], change.controller, { from: from ?? '', to: to ?? '' })
    }
    case 'log':
      return t.log(formatMonth(day(change.month)), change.lines)
    case 'glass':
  }
  return t.glass(change.party)
}

type Spell = Extract<Change, { role: unknown }>

function roleAt({ role, party }: Spell): string {
  const words = roleWords[role].toLowerCase()
  return party === null ? words : t.at(words, party)
}

function daysWords({ from, to }: Spell): string {
  const first = dateWords(from ?? '')
  return to === null ? t.from(first) : t.until(first, dateWords(to))
}

const dateWords = (text: string): string => formatDateYear(day(text))
