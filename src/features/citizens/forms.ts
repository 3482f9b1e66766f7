import { z } from 'zod'
import {
  choiceInput,
  choicesInput,
  flagInput,
  idInput,
  numberInput,
  one,
  requiredChoice,
  textInput,
} from '../../platform/form.ts'
import { phoneInput } from '../../platform/phone.ts'
import { introducers } from '../contacts/codes.ts'
import { closeTexts, nameTexts } from './card-texts.da.ts'
import { endings, everythingFormats, hows, needs } from './codes.ts'
import { cprOf } from './cpr-rules.ts'
import { everythingTexts } from './everything-texts.da.ts'
import { actTexts, texts } from './texts.da.ts'

export const searchForm = z.object({
  alias: textInput({ max: 80, required: texts.wordsMissing }),
  closed: flagInput(),
})
export const numberSearchForm = z.object({ number: cprInput() })
export const newCitizenForm = z.object({
  id: idInput(texts.noId),
  alias: textInput({ max: 80, required: texts.aliasMissing }),
  party: idInput(),
  another: flagInput(),
})

/** The version that the page showed; without one nothing matches, and what stands is shown. */
const version = numberInput({ min: 1, max: 9_999_999 })
/** The way back stands on the same page as the way there, under names of its own. */
const actBack = { id: idInput(texts.noId), howBack: requiredChoice(hows, actTexts.howMissing) }
const act = { id: idInput(texts.noId), how: requiredChoice(hows, actTexts.howMissing) }

export const cardForm = z.object({
  alias: textInput({ max: 80, required: texts.aliasMissing }),
  phone: phoneInput(),
  safeTimes: textInput({ max: 80 }),
  needs: choicesInput(needs),
  introducedBy: choiceInput(introducers),
  version,
})
export const nameForm = z.object({ ...act, name: textInput({ max: 120, required: nameTexts.missing }), version })
export const nameBackForm = z.object({ ...actBack, version })
export const numberForm = z.object({ ...act, number: cprInput() })
export const numberBackForm = z.object(actBack)
export const reopenForm = z.object(act)
export const closeForm = z.object({ ...act, ending: requiredChoice(endings, closeTexts.endingMissing) })

export const everythingForm = z.object({
  format: requiredChoice(everythingFormats, everythingTexts.formatMissing),
  number: flagInput(),
})

/** Ten digits that begin with a day; the check digits are not asked. */
function cprInput() {
  return one().transform((text, context): string => {
    const digits = cprOf(text)
    if (digits !== undefined) return digits
    context.addIssue(texts.numberWrong)
    return z.NEVER
  })
}
