import { z } from 'zod'
import { dayInput, idInput, requiredChoice, textInput } from '../../platform/form.ts'
import { isId } from '../../platform/id.ts'
import { giveTexts } from '../consents/texts.da.ts'
import { powerKinds, thingKinds } from '../powers/codes.ts'
import { helperTexts, visitTexts } from './texts.da.ts'

const { wrong } = giveTexts

/** Letting a helper from outside see a few named things. */
export const helperForm = z.object({
  id: idInput(wrong.noId),
  helperKind: requiredChoice(powerKinds, helperTexts.wrong.kind),
  helperName: textInput({ max: 120, required: helperTexts.wrong.name }),
  things: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform(given => [given ?? []].flat())
    .refine(things => things.length > 0 && things.length <= 50 && things.every(isThing), helperTexts.wrong.things),
  until: dayInput(helperTexts.wrong.until),
  email: textInput({ max: 254 }),
})
export type HelperForm = z.output<typeof helperForm>

/** Showing a thing again that was changed: which, and at which change the page was. */
export const helperAgainForm = z.object({
  thing: textInput({ max: 60 }).refine(isThing, helperTexts.wrong.things),
  changed: textInput({ max: 40 }),
})
export type HelperAgainForm = z.output<typeof helperAgainForm>

/** How a thing stands in a form: its kind, and its id. */
function isThing(text: string): boolean {
  const [kind, id, ...rest] = text.split(' ')
  return rest.length === 0 && thingKinds.some(each => each === kind) && isId(id)
}

/** What the helper brings: the token of the link, and the code that came another way. */
export const helperVisitForm = z.object({
  token: textInput({ max: 64, required: visitTexts.wrong.token }),
  code: textInput({ max: 20, required: visitTexts.wrong.code }),
})
