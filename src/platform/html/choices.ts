import { errorMessage, fieldFrame, fieldId, fieldset, type FieldOptions } from './forms.ts'
import { html, attributes, type Content, type Html } from './html.ts'
import { texts } from './texts.da.ts'

/** One thing that can be chosen. */
export type Choice = { value: string; label: Content; hint?: Content; disabled?: boolean }

/** How chips lie: round ones in a row, a two-column grid for long words, six across for numbers. */
export type ChipLayout = 'round' | 'pair' | 'six'

/** A drop-down list. With `prompt` nothing is chosen beforehand. */
export function selectField(options: SelectOptions): Html {
  const prompt = options.prompt === true ? texts.choose : options.prompt
  return fieldFrame(
    options,
    wiring =>
      html`<span class="form-select-frame"
        ><select class="form-select" ${attributes({ ...wiring, autocomplete: options.autocomplete })}>
          ${prompt && html`<option value="">${prompt}</option>`}
          ${options.choices.map(({ value, label, disabled }) => html`<option${attributes({ value, disabled, selected: value === options.value })}>${label}</option>`)}
        </select></span
      >`,
  )
}

/**
 * Chips of which one can be chosen: real radio buttons. An `optional` question has a last chip that takes the answer
 * back, which the sheet shows once there is one.
 */
export function radioChips(options: ChipsOptions): Html {
  const { choices, optional, value } = options
  const all = optional ? [...choices, { value: '', label: texts.notChosen }] : choices
  return chips('radio', { ...options, choices: all }, value === undefined ? [] : [value])
}

/** Chips of which several can be chosen: real check boxes. */
export function checkChips(options: SeveralOfOptions & { layout?: ChipLayout }): Html {
  return chips('checkbox', options, options.values ?? [])
}

/** How many minutes: chips six across. */
export function minutesGrid(options: ChipsOptions): Html {
  return radioChips({ aside: texts.minutes, ...options, layout: 'six' })
}

/** Radio buttons under each other, where the choices are sentences. */
export function radioRows(options: OneOfOptions): Html {
  return rows('radio', options, options.value === undefined ? [] : [options.value])
}

/** Check boxes under each other. */
export function checkRows(options: SeveralOfOptions): Html {
  return rows('checkbox', options, options.values ?? [])
}

/** A single check box with its sentence, such as a yes that must be given. */
export function checkbox(options: FieldOptions & { value?: string; checked?: boolean }): Html {
  const { name, label, hint, error, required, checked, value = '1' } = options
  const id = fieldId(name)
  const described = [hint ? `${id}-choice-hint` : '', error ? `${id}-error` : '']
  const own = { id, name, value, checked, required, 'aria-invalid': error ? 'true' : undefined }
  return html`<div class="form-group${error && ' form-error'}">
    ${error && errorMessage(id, error)}${row('checkbox', { own, choice: { value, label, hint }, described })}
  </div>`
}

function chips(type: InputType, options: ChoiceOptions & { layout?: ChipLayout }, chosen: readonly string[]): Html {
  const { name, choices, layout = 'round', required } = options
  const drawn = choices.map(({ value, label, disabled }, place) => {
    const id = choiceId(name, place)
    const own = { type, id, name, value, disabled, checked: chosen.includes(value) }
    const must = type === 'radio' && required
    return html`<span${attributes({ class: ['chip', value === '' && 'chip-none'] })}
      ><input class="chip-input" ${attributes({ ...own, required: must })} /><label for="${id}">${label}</label></span
    >`
  })
  return fieldset(options, html`<div class="chips chips-${layout}">${drawn}</div>`)
}

function rows(type: InputType, options: ChoiceOptions, chosen: readonly string[]): Html {
  const { name, choices, required } = options
  const drawn = choices.map((choice, place) => {
    const id = choiceId(name, place)
    const { value, disabled } = choice
    const must = type === 'radio' && required
    const own = { id, name, value, disabled, required: must, checked: chosen.includes(value) }
    return row(type, { own, choice, described: [choice.hint ? `${id}-choice-hint` : ''] })
  })
  return fieldset(options, html`<div${attributes({ class: options.ruled && 'ruled' })}>${drawn}</div>`)
}

function row(type: InputType, { own, choice, described }: RowParts): Html {
  const hint = choice.hint && html`<span class="form-hint" id="${own.id}-choice-hint">${choice.hint}</span>`
  return html`<div class="form-group-${type}">
    <input class="form-${type}" ${attributes({ type, ...own, 'aria-describedby': described })} />
    <label class="form-label" for="${own.id}">${choice.label}</label>${hint}
  </div>`
}

function choiceId(name: string, place: number): string {
  return place === 0 ? fieldId(name) : `${fieldId(name)}-${place + 1}`
}

type InputType = 'radio' | 'checkbox'

type RowParts = {
  own: {
    id: string
    name: string
    value: string
    checked?: boolean
    disabled?: boolean
    required?: boolean | undefined
  }
  choice: Choice
  described: string[]
}

type ChoiceOptions = FieldOptions & {
  choices: readonly Choice[]
  /** Hairlines between rows. */
  ruled?: boolean
}
export type OneOfOptions = ChoiceOptions & { value?: string | undefined }
type ChipsOptions = OneOfOptions & { layout?: ChipLayout; optional?: boolean }
export type SeveralOfOptions = ChoiceOptions & { values?: readonly string[] | undefined }
export type SelectOptions = OneOfOptions & { prompt?: string | true; autocomplete?: string }
