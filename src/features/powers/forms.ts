import { z } from 'zod'
import { choicesInput, dayInput, idInput, requiredChoice, textInput } from '../../platform/form.ts'
import { giveTexts } from '../consents/texts.da.ts'
import { shownTopics } from '../contacts/codes.ts'
import { powerKinds } from './codes.ts'
import { powerTexts } from './texts.da.ts'

const { wrong } = giveTexts

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
