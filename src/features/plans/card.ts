// The card as a PDF: the data of `card-rules.ts` set by `card.typ`.

import { readFileSync } from 'node:fs'
import { pdfOf } from '../../platform/pdf.ts'
import type { Card } from './card-rules.ts'

let template: string | null = null

export function cardPdf(card: Card): Promise<Buffer> {
  template ??= readFileSync(new URL('card.typ', import.meta.url), 'utf8')
  return pdfOf(template, card)
}
