import { z } from 'zod'
import { flagInput, numberInput, requiredChoice, textInput } from '../../platform/form.ts'
import { retentionActs } from './codes.ts'
import { texts } from './texts.da.ts'

const whole = (options: { max: number; required: string }) =>
  numberInput({ min: 0, ...options }).transform((value, context): number => {
    if (value !== undefined) return value
    // What was wrong is said already.
    if (context.issues.length === 0) context.addIssue(options.required)
    return z.NEVER
  })

export const ruleForm = z.object({
  kle: textInput({ max: 8 }).check(context => {
    if (!/^\d{2}\.\d{2}\.\d{2}$/.test(context.value))
      context.issues.push({ code: 'custom', message: texts.kleWrong, input: context.value })
  }),
  months: whole({ max: 1200, required: texts.monthsMissing }),
  act: requiredChoice(retentionActs, texts.actMissing),
  checked: flagInput(),
  version: numberInput({ min: 1, max: 9_999_999 }),
})
export const backupForm = z.object({ days: whole({ max: 3650, required: texts.backupsLabel }) })
