// The poster as a PDF: the data of `poster-rules.ts` set by `poster.typ`.

import { readFileSync } from 'node:fs'
import { renderSVG } from 'uqr'
import { pdfOf } from '../../platform/pdf.ts'
import type { Poster } from './poster-rules.ts'
import { posterSays } from './texts.da.ts'

export type PosterSize = 'a3' | 'a4'

let template: string | null = null

export function posterPdf(poster: Poster, size: PosterSize): Promise<Buffer> {
  template ??= readFileSync(new URL('poster.typ', import.meta.url), 'utf8')
  const qr = { svg: renderSVG(poster.url, { ecc: 'M', border: 0 }), alt: posterSays.qr(poster.address) }
  return pdfOf(template, { ...poster, size, qr })
}
