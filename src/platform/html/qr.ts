import { encode } from 'uqr'
import { attributes, html, raw } from './html.ts'
import type { Html } from './html.ts'

/** A text that a telephone reads by its camera. One path for the whole picture; black on white whatever the colours of the page. */
export function qrCode(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  const own = { viewBox: `0 0 ${size} ${size}`, width: 240, height: 240, role: 'img', 'aria-label': label }
  return html`<svg${attributes({ ...own, 'shape-rendering': 'crispEdges' })}>
    <path fill="#fff" d="M0 0h${size}v${size}H0z" />${raw(`<path fill="#000" d="${path}"/>`)}
  </svg>`
}
