// The paper to sign as a PDF: the data of `paper-rules.ts` set by `consents.typ`.

import { readFileSync } from 'node:fs'
import { pdfOf } from '../../platform/pdf.ts'
import type { paperOf } from './paper-rules.ts'

let template: string | null = null

export function consentsPdf(paper: ReturnType<typeof paperOf>): Promise<Buffer> {
  template ??= readFileSync(new URL('consents.typ', import.meta.url), 'utf8')
  return pdfOf(template, paper)
}
