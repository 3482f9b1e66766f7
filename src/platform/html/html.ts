import { html, raw } from 'hono/html'

/** A piece of finished, escaped HTML, as the `html` tag gives it. */
export type Html = ReturnType<typeof html>

/** What may stand between two tags: text, which is escaped, or finished HTML. */
export type Content = string | number | boolean | null | undefined | Html | Content[]

/** The value of an attribute. Nothing, `false` or an empty list leaves the attribute out, `true` writes the bare name. */
export type AttributeValue = string | number | boolean | null | undefined | (string | false | null | undefined)[]

/** Attributes as escaped HTML with a blank before each, for use inside a tag: html`<input${attributes({ name })}>`. */
export function attributes(values: Record<string, AttributeValue>): ReturnType<typeof raw> {
  let text = ''
  for (const [name, value] of Object.entries(values)) {
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

const replacements: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escape(text: string): string {
  return text.replace(/[&<>"']/g, sign => replacements[sign] ?? '')
}
