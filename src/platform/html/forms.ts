import { html, raw, attributes, type Content, type Html } from './html.ts'
import { icon } from './icons.ts'
import { texts } from './texts.da.ts'

/** One thing that is wrong with a form, as `parse` gives it. */
export type FieldError = { field: string; message: string }

/** What every part of a form takes. */
export type FieldOptions = {
  name: string
  label: Content
  /** A few light words after the label, such as "hvis der er en". */
  aside?: Content
  hint?: Content
  /** The sentence that says what would be right. */
  error?: string | undefined
  required?: boolean
  /** Hides the label from sight where a heading says the same; it is still read aloud. */
  labelHidden?: boolean
}

/** A form. What it refuses it says itself, in its own words, so the browser's bubbles are off. */
export function form(options: FormOptions, ...content: Content[]): Html {
  const { href, method = 'post', id, files, offline = true } = options
  const own = {
    action: href,
    method,
    id,
    novalidate: true,
    class: options.className,
    enctype: files ? 'multipart/form-data' : undefined,
    'data-once': method === 'post' && offline,
    'data-ping': method === 'post' && offline ? options.ping : undefined,
    role: options.search ? 'search' : undefined,
  }
  return html`<form${attributes(own)}>${content}</form>`
}

/** The list of what must be corrected, each a link to its field. Stands on top of the page; nothing when all is well. */
export function errorSummary(errors: readonly FieldError[]): Html | undefined {
  if (errors.length === 0) return undefined
  const items = errors.map(({ field, message }) => html`<li><a href="#${fieldId(field)}">${message}</a></li>`)
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="error-summary-title">
    <p class="error-summary-title" id="error-summary-title">${texts.toCorrect(errors.length)}</p>
    <ul>
      ${items}
    </ul>
  </div>`
}

/** The message for one field, or nothing. */
export function errorOf(errors: readonly FieldError[], name: string): string | undefined {
  return errors.find(error => error.field === name)?.message
}

/** The id of the field with this name; of the first choice where there are several. */
export function fieldId(name: string): string {
  return `felt-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`
}

/** The frame of a single field: label, hint, error, and then the input, which is handed its wiring. */
export function fieldFrame(options: FieldOptions, input: (wiring: FieldWiring) => Html): Html {
  const id = fieldId(options.name)
  const wiring: FieldWiring = {
    id,
    name: options.name,
    required: options.required,
    'aria-describedby': describedBy(id, options),
    'aria-invalid': options.error ? 'true' : undefined,
  }
  return html`<div class="form-group${options.error && ' form-error'}">
    <label class="form-label${options.labelHidden && ' sr-only'}" for="${id}"
      >${options.label}${asideOf(options)}</label
    >
    ${hintAndError(id, options)}${input(wiring)}
  </div>`
}

/** Fields that belong together under one legend, such as the choices of one question. */
export function fieldset(options: FieldOptions, ...content: Content[]): Html {
  const id = fieldId(options.name)
  const own = { 'aria-describedby': describedBy(id, options), class: ['form-group', options.error && 'form-error'] }
  return html`<fieldset${attributes(own)}>
<legend class="form-label${options.labelHidden && ' sr-only'}">${options.label}${asideOf(options)}</legend>
${hintAndError(id, options)}${content}
</fieldset>`
}

/** A value that the form carries along. */
export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" ${attributes({ name, value })} />`
}

/** The field with which a form says whose page it stood on. */
export const drawnForField = 'drawn-for'

/** A page whose forms all say whose they are. A form with files is streamed and says nothing. */
export function drawnFor(accountId: string, page: Html): Html {
  const mark = `<input type="hidden"${attributes({ name: drawnForField, value: accountId })} />`
  return raw(
    String(page).replace(/<form\b[^>]*\bmethod="post"[^>]*>/g, tag => (tag.includes('multipart/') ? tag : tag + mark)),
  )
}

function describedBy(id: string, { hint, error }: FieldOptions): string[] {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : '']
}

function asideOf({ aside }: FieldOptions): Content {
  return aside && html` <span class="form-aside">${aside}</span>`
}

function hintAndError(id: string, { hint, error }: FieldOptions): Html {
  return html`${hint && html`<span class="form-hint" id="${id}-hint">${hint}</span>`}${error && errorMessage(id, error)}`
}

/** The sentence at a field that says what would be right. */
export function errorMessage(id: string, message: string): Html {
  return html`<span class="form-error-message" id="${id}-error"
    >${icon('error')}<span><span class="sr-only">${texts.error}</span>${message}</span></span
  >`
}

export type FieldWiring = {
  id: string
  name: string
  required: boolean | undefined
  'aria-describedby': string[]
  'aria-invalid': 'true' | undefined
}

export type FormOptions = {
  href: string
  method?: 'get' | 'post'
  id?: string
  files?: boolean
  search?: boolean
  className?: string
  /** Whether `form-once` looks after it: sent once, and kept when there is no net. */
  offline?: boolean
  /** A small address that `form-once` asks before it sends, to know that there is a net. */
  ping?: string
}
