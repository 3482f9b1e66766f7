import { z } from 'zod'
import { choicesInput, flagInput, idInput, textInput } from '../../platform/form.ts'
import { giveTexts } from '../consents/texts.da.ts'
import { shownTopics } from '../contacts/codes.ts'
import { linkTexts } from './texts.da.ts'

const { wrong } = giveTexts

/** Tying a shared record to one's own, with the choice to say yes back. */
export const linkForm = z.object({
  link: idInput(wrong.noId),
  citizen: idInput(wrong.noId),
  consent: idInput(wrong.noId),
  own: textInput({ max: 40, required: linkTexts.which }),
  alias: textInput({ max: 80 }),
  party: idInput(),
  topics: choicesInput(shownTopics),
  court: flagInput(),
  witness: textInput({ max: 120 }),
  words: textInput({ max: 80 }),
})
export type LinkForm = z.output<typeof linkForm>
export const linkSearchForm = z.object({ words: textInput({ max: 80, required: linkTexts.noWords }) })
