import { z } from 'zod'
import { choiceInput, dayInput, idInput, numberInput, requiredChoice, textInput, refuse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { addDays, compareDays, today } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import { purposes } from '../../purposes.ts'
import { checkTexts } from './check-texts.da.ts'
import { kindWords, texts } from './texts.da.ts'

export const purposeNames = Object.keys(purposes)
export const kindNames = Object.keys(kindWords)

/** What an address asks of the log. */
export const filterForm = z.object({
  person: idInput(),
  purpose: choiceInput(purposeNames),
  kind: choiceInput(kindNames),
  from: dayInput(),
  to: dayInput(),
})

/** What a spot check may come to; the column has the same words. */
export const checkResults = ['fine', 'asked', 'followUp'] as const

/** How many lines are drawn, and from which days. The id of the draw comes with the page. */
export const drawForm = z.object({
  draw: idInput(checkTexts.drawMissing),
  count: numberInput({ min: 1, max: 50, required: checkTexts.countMissing }),
  from: dayInput(),
  to: dayInput(),
})

export const checkForm = z.object({
  result: requiredChoice(checkResults, checkTexts.resultMissing),
  remark: textInput({ max: 300 }),
})

/** An address that asks for the same as a form did. */
export function withQuery(path: string, query: Readonly<Record<string, string | string[]>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map(each => [name, each]))
  const text = new URLSearchParams(pairs.filter(([, value]) => value !== '')).toString()
  return text === '' ? path : `${path}?${text}`
}

/** Days that are shown unless others are asked for, and the most that are shown at a time. */
const usualDays = 30
const mostDays = 92

/** The days that an officer's page is about: those that are asked for, else the last thirty. */
export function periodOf(days: Days | undefined, now: Instant): { from: Day; to: Day } {
  const last = days?.to ?? (days?.from ? addDays(days.from, usualDays - 1) : today(now))
  return { from: days?.from ?? addDays(last, 1 - usualDays), to: last }
}

/** The form, refused where its days run backwards or are too many. */
export function withPeriod<T extends Days>(form: Form<T>, now: Instant): Form<T> {
  if (!form.ok) return form
  const { from, to } = periodOf(form.value, now)
  if (compareDays(to, from) < 0) return refuse(form, 'to', texts.toBefore)
  return compareDays(to, addDays(from, mostDays - 1)) > 0 ? refuse(form, 'to', texts.tooLong) : form
}

interface Days {
  from?: Day | undefined
  to?: Day | undefined
}
