import { z } from 'zod'
import { isId } from './id.ts'
import { parseClock, parseDay } from './time.ts'
import { formTexts } from './form-texts.da.ts'

/** What was typed, as it came: to show a refused form again. */
export type Typed = Readonly<Record<string, string | string[]>>

/** A button and nothing more. */
export const tapForm = z.object({})

/** A form is a value, or what is wrong with it; what was typed is kept in both. */
export type Form<T> =
  | { ok: true; value: T; errors: readonly []; typed: Typed }
  | { ok: false; value?: undefined; errors: { field: string; message: string }[]; typed: Typed }

/** Parses once: gives the value, or one `{ field, message }` for each field that is wrong. */
export function parse<S extends z.ZodObject>(schema: S, typed: Typed): Form<z.output<S>> {
  const unreadable = Object.entries(typed).filter(([, value]) => [value].flat().some(isUnreadable))
  if (unreadable.length > 0) {
    return {
      ok: false,
      errors: unreadable.map(([field]) => ({ field, message: formTexts.unreadable })),
      typed: cleaned(typed),
    }
  }
  const result = schema.safeParse(typed)
  if (result.success) return { ok: true, value: result.data, errors: [], typed }
  const errors = new Map<string, string>()
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? '')
    if (!errors.has(field)) errors.set(field, issue.message)
  }
  return { ok: false, errors: [...errors].map(([field, message]) => ({ field, message })), typed }
}

/** The same form with something wrong that only the database or a rule could tell. */
export function refuse<T>(form: Form<T>, field: string, message: string): Form<T> {
  return { ok: false, errors: [...form.errors, { field, message }], typed: form.typed }
}

/** What was typed in a field that has one value. */
export function typedIn(form: { typed: Typed } | undefined, name: string): string | undefined {
  return [form?.typed[name] ?? []].flat()[0]
}

/** What was chosen in a field that may have several values. */
export function typedAll(form: { typed: Typed } | undefined, name: string): string[] {
  return [form?.typed[name] ?? []].flat()
}

/** Text, trimmed; required when a message says so. Line breaks come as one character. */
export function textInput(options: { max: number; required?: string }) {
  return one()
    .transform(text => text.replaceAll('\r\n', '\n').trim())
    .check(context => {
      if (context.value === '' && options.required !== undefined) fail(context, options.required)
      if ([...context.value].length > options.max) fail(context, formTexts.tooLong(options.max))
    })
}

/** One of a closed list. An empty answer is refused with `required`, or is undefined without it. */
export function choiceInput<const T extends string>(values: readonly T[], required?: string) {
  return one().transform((text, context): T | undefined => {
    const found = values.find(value => value === text)
    if (found !== undefined) return found
    if (text !== '' || required !== undefined) context.addIssue(required ?? formTexts.notInList)
    return undefined
  })
}

/** One of a closed list that must be answered. */
export function requiredChoice<const T extends string>(values: readonly T[], required: string) {
  return one().transform((text, context): T => {
    const found = values.find(value => value === text)
    if (found !== undefined) return found
    context.addIssue(required)
    return z.NEVER
  })
}

/** Several of a closed list, each once. */
export function choicesInput<const T extends string>(values: readonly T[]) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((given, context): T[] => {
      const texts = [given ?? []].flat().filter(text => text !== '')
      if (texts.some(text => !values.some(value => value === text))) context.addIssue(formTexts.notInList)
      return values.filter(value => texts.includes(value))
    })
}

/** A tick box. */
export function flagInput() {
  return one().transform(text => text !== '' && text !== 'off')
}

/** An id that the form carries; anything else counts as no answer, or is refused with `required`. */
export function idInput(required?: string) {
  return one().transform((text, context): string | undefined => {
    if (isId(text)) return text
    if (required !== undefined || text !== '') context.addIssue(required ?? formTexts.notInList)
    return undefined
  })
}

/** A day as people write it; undefined when empty and not required. */
export function dayInput(required?: string) {
  return one().transform((text, context) => parsed(text, parseDay, { required, context }))
}

/** A clock time as people write it; undefined when empty and not required. */
export function clockInput(required?: string) {
  return one().transform((text, context) => parsed(text, parseClock, { required, context }))
}

/** A whole number in a range; undefined when empty and not required. */
export function numberInput(options: { min: number; max: number; required?: string }) {
  return one().transform((text, context): number | undefined => {
    const trimmed = text.trim()
    if (trimmed === '' && options.required === undefined) return undefined
    const number = /^\d{1,7}$/.test(trimmed) ? Number(trimmed) : Number.NaN
    if (number >= options.min && number <= options.max) return number
    context.addIssue(
      trimmed === '' && options.required !== undefined ? options.required : formTexts.number(options.min, options.max),
    )
    return undefined
  })
}

/** A field that came twice where one is asked for counts by its first; one that did not come is empty. */
export function one() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform(given => [given ?? ''].flat()[0] ?? '')
}

function parsed<T>(
  text: string,
  read: (text: string) => { ok: true; value: T } | { ok: false; message: string },
  { required, context }: { required: string | undefined; context: { addIssue(message: string): void } },
): T | undefined {
  if (text.trim() === '') {
    if (required !== undefined) context.addIssue(required)
    return undefined
  }
  const result = read(text.trim())
  if (result.ok) return result.value
  context.addIssue(result.message)
  return undefined
}

function fail(context: { issues: unknown[]; value: unknown }, message: string): void {
  context.issues.push({ code: 'custom', message, input: context.value })
}

// PostgreSQL stores no NUL, and UTF-8 has no lone surrogates.
function isUnreadable(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed()
}

function cleaned(typed: Typed): Typed {
  const clean = (text: string) => text.replaceAll('\0', '').toWellFormed()
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, Array.isArray(value) ? value.map(clean) : clean(value)]),
  )
}
