import { z } from 'zod'
import { dayInput, idInput, requiredChoice, textInput } from '../../platform/form.ts'
import { isId } from '../../platform/id.ts'
import { phoneInput } from '../../platform/phone.ts'
import { hows } from '../citizens/codes.ts'
import { actTexts } from '../citizens/texts.da.ts'
import { accessAnswers } from './codes.ts'
import { answerTexts, askTexts } from './texts.da.ts'

export const askForm = z.object({
  id: idInput(askTexts.noId),
  name: textInput({ max: 120, required: askTexts.nameMissing }),
  birthDate: dayInput(),
  phone: phoneInput(),
  /** A centre's id, or `letter`. */
  where: textInput({ max: 40, required: askTexts.whereMissing }),
  address: textInput({ max: 200 }),
  parties: idsInput(),
  how: requiredChoice(hows, actTexts.howMissing),
})

export const answerForm = z.object({
  answer: requiredChoice(accessAnswers, answerTexts.missing),
  citizen: idInput(),
})

export const askedSearchForm = z.object({ words: textInput({ max: 120, required: answerTexts.searchMissing }) })

/** Ids, each once; what is none is refused. */
function idsInput() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((given, context): string[] => {
      const texts = [given ?? []].flat().filter(text => text !== '')
      if (!texts.every(text => isId(text))) context.addIssue(askTexts.partyUnknown)
      return [...new Set(texts.map(text => text.toLowerCase()))]
    })
}
