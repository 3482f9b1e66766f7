import { z } from 'zod'
import { choiceInput, idInput, numberInput, requiredChoice, textInput } from '../../platform/form.ts'
import { shownTopics } from '../contacts/codes.ts'
import { noteKinds } from './codes.ts'
import { noteSays } from './texts.da.ts'

/** A note, written or changed. The id is chosen by the page, so that the same post twice is one. */
export const noteForm = z.object({
  id: idInput(noteSays.noId),
  version: numberInput({ min: 1, max: 1_000_000 }),
  kind: requiredChoice(noteKinds, noteSays.kind),
  topic: choiceInput(shownTopics),
  words: textInput({ max: 10_000, required: noteSays.words }),
})
export type NoteForm = z.output<typeof noteForm>

/** One tap: shared with those to whom the citizen said yes to the topic, or no more; the version is the one shown. */
export const shareForm = z.object({
  version: numberInput({ min: 1, max: 1_000_000, required: noteSays.noId }),
  topic: choiceInput(shownTopics),
})

/** One tap: given over to the journal for the first time, or knowingly once more. */
export const handoverForm = z.object({
  id: idInput(noteSays.noId),
  number: numberInput({ min: 1, max: 999, required: noteSays.noId }),
  version: numberInput({ min: 1, max: 1_000_000, required: noteSays.noId }),
})
export type HandoverForm = z.output<typeof handoverForm>
