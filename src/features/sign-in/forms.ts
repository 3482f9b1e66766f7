import { z } from 'zod'
import { textInput } from '../../platform/form.ts'
import { texts } from './texts.da.ts'

/** What goes along through every step: where one was going, and what was typed when the session ended. */
const carried = { next: textInput({ max: 2_000 }), waiting: textInput({ max: 1_000_000 }) }

export const signInForm = z.object({ email: emailInput(), password: secretInput(), ...carried })

export const codeForm = z.object({
  code: textInput({ max: 20, required: texts.code.missing }).transform((text, context) => {
    const figures = text.replace(/\s/g, '')
    if (text !== '' && !/^\d{6}$/.test(figures)) context.addIssue(texts.code.missing)
    return figures
  }),
  ...carried,
})

export const forgottenForm = z.object({ email: emailInput() })

export const chooseForm = z
  .object({ token: textInput({ max: 200, required: texts.choose.tokenMissing }), ...twice() })
  .check(isSameTwice)

export const changeForm = z.object({ former: secretInput(), ...twice() }).check(isSameTwice)

function twice() {
  return { password: secretInput(texts.choose.missing), again: secretInput(texts.choose.againMissing) }
}

function isSameTwice(context: z.core.ParsePayload<{ password: string; again: string }>): void {
  const { password, again } = context.value
  if (password === again || password === '' || again === '') return
  context.issues.push({ code: 'custom', message: texts.choose.differ, path: ['again'], input: '' })
}

function emailInput() {
  return textInput({ max: 254, required: texts.emailMissing }).transform(text => text.toLowerCase())
}

// Blanks at the ends of a password are part of it.
function secretInput(missing = texts.passwordMissing) {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((given, context) => {
      const text = [given ?? ''].flat()[0] ?? ''
      if (text === '') context.addIssue(missing)
      if (text.length > 200) context.addIssue(texts.tooLong)
      return text
    })
}
