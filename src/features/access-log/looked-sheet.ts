import { clockOf, day, formatClockFull, formatDayField } from '../../platform/time.ts'
import { csvLine, guarded } from '../imports/csv-line.ts'
import type { Look } from './looked-queries.ts'
import { whoWords, whyWords } from './looked-rules.ts'
import { lookedTexts as t } from './looked-texts.da.ts'
import { kindWordsOf } from './rules.ts'

/** Every look by itself, the newest first, as the citizen may take it along. */
export function lookedSheet(looks: readonly Look[]): string {
  return `\uFEFF${csvLine(t.sheet.head)}${looks.map(lookLine).join('')}`
}

function lookLine(look: Look): string {
  return csvLine([
    String(look.id),
    formatDayField(day(look.day)),
    formatClockFull(clockOf(look.at)),
    guarded(whoWords(look)),
    whyWords(look),
    kindWordsOf(look.kind).toLowerCase(),
    look.ground === null ? '' : t.grounds[look.ground],
  ])
}
