import { purposes } from '../../purposes.ts'
import { capitalised } from '../../platform/time.ts'
import { kindWords, texts } from './texts.da.ts'

/** What a purpose is called by a person; one that the house no longer has keeps its name. */
export function purposeWords(purpose: string): string {
  const row = Object.entries(purposes).find(([name]) => name === purpose)?.[1]
  return row ? capitalised(row.words) : purpose
}

export function kindWordsOf(kind: string): string {
  return Object.entries(kindWords).find(([name]) => name === kind)?.[1] ?? kind
}

/** Who looked: somebody by name, the machine's operator, or nobody who was signed in. */
export function lookerOf(line: { personName: string | null; purpose: string }): string {
  if (line.personName !== null) return line.personName
  return line.purpose.startsWith('operator.') ? texts.operator : texts.visitor
}
