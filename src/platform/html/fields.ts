import { fieldFrame, type FieldOptions } from './forms.ts'
import { html, attributes, type Html } from './html.ts'
import { texts } from './texts.da.ts'

/** A field for one line of text. */
export function textField(options: TextOptions): Html {
  const { value, type = 'text', width, autocomplete, inputmode, maxlength, pattern, spellcheck } = options
  return fieldFrame(options, wiring => {
    const own = { type, value: value || undefined, autocomplete, inputmode, maxlength, pattern, spellcheck }
    return html`<input class="form-input${width && ` form-input-${width}`}" ${attributes({ ...wiring, ...own })} />`
  })
}

/** A field for several lines of text. */
export function textArea(options: TextAreaOptions): Html {
  const { rows = 4, maxlength, readonly } = options
  // A browser drops the first line break inside a textarea, so one is put there for it to drop.
  return fieldFrame(
    options,
    wiring =>
      html`<textarea class="form-input" ${attributes({ ...wiring, rows, maxlength, readonly })}>
${options.value ?? ''}</textarea>`,
  )
}

/** A day, written as 24-11-2026 in one text field. */
export function dateField(options: TypedOptions): Html {
  return textField({
    hint: example(texts.dateHint, texts.dateExample),
    ...options,
    width: 'medium',
    autocomplete: options.autocomplete ?? 'off',
  })
}

/** A clock time, written as 13.15. */
export function timeField(options: TypedOptions): Html {
  return textField({
    hint: example(texts.timeHint, texts.timeExample),
    ...options,
    width: 'short',
    autocomplete: 'off',
  })
}

/** A whole number. */
export function numberField(options: TypedOptions): Html {
  return textField({ ...options, width: 'short', inputmode: 'numeric', autocomplete: options.autocomplete ?? 'off' })
}

/** A telephone number. */
export function telephoneField(options: TypedOptions): Html {
  return textField({ ...options, type: 'tel', width: 'medium', autocomplete: options.autocomplete ?? 'tel' })
}

/** An e-mail address. */
export function emailField(options: TypedOptions): Html {
  return textField({ ...options, type: 'email', autocomplete: options.autocomplete ?? 'email', spellcheck: 'false' })
}

/** A password. What was typed is never shown again. */
export function passwordField(options: Omit<TypedOptions, 'value'>): Html {
  const { autocomplete = 'current-password' } = options
  return fieldFrame(
    options,
    wiring => html`<input type="password" class="form-input" ${attributes({ ...wiring, autocomplete })} />`,
  )
}

/** A field for a search word. Its form is a post, so that the word never stands in an address. */
export function searchField(options: TypedOptions): Html {
  return textField({ ...options, type: 'search', autocomplete: 'off' })
}

/** A file to be sent. Its form needs `files: true`. */
export function fileField(options: FieldOptions & { accept?: string; multiple?: boolean }): Html {
  const { accept, multiple } = options
  return fieldFrame(
    options,
    wiring => html`<input type="file" class="form-file" ${attributes({ ...wiring, accept, multiple })} />`,
  )
}

function example(words: string, value: string): Html {
  return html`${words}<span class="nowrap">${value}</span>`
}

type TextAreaOptions = FieldOptions & {
  value?: string
  rows?: number
  maxlength?: number
  /** To be copied and not to be changed. */
  readonly?: boolean
}

type TypedOptions = FieldOptions & { value?: string | undefined; autocomplete?: string }

export type TextOptions = TypedOptions & {
  type?: 'text' | 'tel' | 'email' | 'search' | 'url'
  width?: 'short' | 'medium'
  inputmode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'text'
  maxlength?: number
  pattern?: string
  spellcheck?: 'true' | 'false'
}
