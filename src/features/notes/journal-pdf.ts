// What is given over to the journal, as a sheet that a screen reader can read.

import { readFileSync } from 'node:fs'
import { pdfOf } from '../../platform/pdf.ts'
import type { Sheet } from './journal-rules.ts'
import { journalTexts } from './journal-texts.da.ts'

let template: string | null = null

export function journalPdf(sheet: Sheet): Promise<Buffer> {
  template ??= readFileSync(new URL('journal.typ', import.meta.url), 'utf8')
  // The title of a file is shown by every list of files: it names nobody.
  return pdfOf(template, { ...sheet, name: journalTexts.pdfTitle })
}
