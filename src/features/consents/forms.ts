import { z } from 'zod'
import { choicesInput, dayInput, idInput, requiredChoice, textInput } from '../../platform/form.ts'
import { shownTopics } from '../contacts/codes.ts'
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
  /** The promise that the yes was asked for, and who is to have it. */
  task: idInput(),
  person: idInput(),
})
export type ConsentForm = z.output<typeof consentForm>
