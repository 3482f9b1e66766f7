import { z } from 'zod'
import { choicesInput, dayInput, idInput, requiredChoice, textInput } from '../../platform/form.ts'
import { isId } from '../../platform/id.ts'
import { shownTopics } from '../contacts/codes.ts'
import { glassTexts } from './glass-texts.da.ts'
import { helperTexts, visitTexts } from './helper-texts.da.ts'
import { linkTexts } from './link-texts.da.ts'
import { powerKinds, thingKinds } from './power-codes.ts'
import { powerTexts } from './power-texts.da.ts'
import { giveTexts } from './texts.da.ts'

const { wrong } = giveTexts

/** Giving a yes, and making one over: then the receiver stands already. */
export const consentForm = z.object({
  id: idInput(wrong.noId),
  giver: idInput(),
  receiver: idInput(),
  known: idInput(),
  topics: choicesInput(shownTopics),
  ground: requiredChoice(['disclose', 'obtain', 'sms', 'story'], wrong.ground),
  from: dayInput(wrong.fromMissing),
  until: dayInput(wrong.untilMissing),
  how: requiredChoice(['oral', 'writing'], wrong.how),
  witness: textInput({ max: 120 }),
})
export type ConsentForm = z.output<typeof consentForm>

/** Tying a shared record to one's own, with the choice to say yes back. */
export const linkForm = z.object({
  link: idInput(wrong.noId),
  citizen: idInput(wrong.noId),
  consent: idInput(wrong.noId),
  own: textInput({ max: 40, required: linkTexts.which }),
  alias: textInput({ max: 80 }),
  party: idInput(),
  topics: choicesInput(shownTopics),
  witness: textInput({ max: 120 }),
  words: textInput({ max: 80 }),
})
export type LinkForm = z.output<typeof linkForm>
export const linkSearchForm = z.object({ words: textInput({ max: 80, required: linkTexts.noWords }) })

export const powerForm = z.object({
  id: idInput(wrong.noId),
  toKind: requiredChoice(powerKinds, powerTexts.wrong.kind),
  toName: textInput({ max: 120, required: powerTexts.wrong.name }),
  scope: textInput({ max: 600, required: powerTexts.wrong.scope }),
  topics: choicesInput(shownTopics),
  from: dayInput(wrong.fromMissing),
  until: dayInput(wrong.untilMissing),
  how: requiredChoice(['oral', 'writing'], wrong.how),
  witness: textInput({ max: 120 }),
})
export type PowerForm = z.output<typeof powerForm>

/** Breaking the glass: the reason in one's own words, and the legal ground. */
export const glassForm = z.object({
  id: idInput(wrong.noId),
  ground: requiredChoice(['danger', 'child', 'law'], glassTexts.wrong.ground),
  reason: textInput({ max: 1000 }).refine(text => [...text].length >= 10, glassTexts.wrong.reason),
})

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

/** A button and nothing more. */
export const tapForm = z.object({})
