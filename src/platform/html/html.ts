import type { HtmlEscapedString } from 'hono/utils/html'

/**
 * A piece of HTML whose values are escaped, as the `html` tag gives it. Hono takes it for the string that it becomes;
 * whoever needs that string says `String(piece)`.
 */
export type Html = HtmlEscapedString

/** What may stand between two tags: text, which is escaped, or a piece of HTML. */
export type Content = string | number | boolean | null | undefined | Html | Content[]

/** The value of an attribute. Nothing, `false` or an empty list leaves the attribute out, `true` writes the bare name. */
export type AttributeValue = string | number | boolean | null | undefined | (string | false | null | undefined)[]

/** HTML as it is written in the code, with its values escaped. The text is made when the whole page is, and once. */
export function html(strings: readonly string[], ...values: Content[]): Html {
  return asHtml(new Piece(strings, values))
}

/** Finished HTML, to be taken as it is. */
export function raw(text: string): Html {
  return asHtml(new Piece([text], []))
}

/** Attributes as escaped HTML with a blank before each, for use inside a tag: html`<input${attributes({ name })}>`. */
export function attributes(values: Record<string, AttributeValue>): Html {
  let text = ''
  for (const name in values) {
    const value = values[name]
    const plain = Array.isArray(value) ? value.filter(Boolean).join(' ') || undefined : value
    if (plain === undefined || plain === null || plain === false) continue
    text += plain === true ? ` ${name}` : ` ${name}="${escape(String(plain))}"`
  }
  return raw(text)
}

/** Words that never break over a line: a telephone number, a clock time, "2 af 100". */
export function unbroken(text: Content): Html {
  return html`<span class="nowrap">${text}</span>`
}

class Piece {
  readonly strings: readonly string[]
  readonly values: readonly Content[]

  constructor(strings: readonly string[], values: readonly Content[]) {
    this.strings = strings
    this.values = values
  }

  toString(): string {
    const { strings, values } = this
    let text = strings[0] ?? ''
    for (let place = 0; place < values.length; place++) text += textOf(values[place]) + (strings[place + 1] ?? '')
    return text
  }
}

function asHtml(piece: unknown): Html {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Hono's name for what it sends as it is
  return piece as Html
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return escape(value)
  if (value instanceof Piece) return value.toString()
  if (Array.isArray(value)) {
    let text = ''
    for (const each of value) text += textOf(each)
    return text
  }
  return typeof value === 'number' ? String(value) : ''
}

const special = /[&<>"']/
const replacements: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escape(text: string): string {
  return special.test(text) ? text.replace(/[&<>"']/g, sign => replacements[sign] ?? '') : text
}
