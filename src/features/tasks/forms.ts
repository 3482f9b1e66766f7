import { z } from 'zod'
import {
  choiceInput,
  dayInput,
  flagInput,
  idInput,
  numberInput,
  requiredChoice,
  textInput,
} from '../../platform/form.ts'
import { ownWords, topicInput, versionInput } from '../plans/fields.ts'
import { partTexts } from '../plans/texts.da.ts'
import { taskTexts } from './texts.da.ts'

export const whens = ['today', 'tomorrow', 'week', 'pick'] as const
export const taskForm = z.object({
  id: idInput(partTexts.noId),
  version: versionInput(),
  words: ownWords({ max: 200, required: taskTexts.wordsMissing }),
  when: requiredChoice(whens, taskTexts.whenMissing),
  day: dayInput(),
  citizenId: idInput(),
  topic: topicInput(),
  list: ownWords({ max: 2000 }),
  to: textInput({ max: 80 }),
})

/** `back`: the page on which it was ticked. */
export const taskDoneForm = z.object({ done: flagInput(), back: choiceInput(['today', 'board', 'task']) })
export const taskListForm = z.object({ place: numberInput({ min: 0, max: 29 }), done: flagInput() })
export const taskAnswerForm = z.object({
  answer: requiredChoice(['yes', 'no'], taskTexts.personMissing),
  words: ownWords({ max: 200 }),
})
/** `to`: a person in one of their parties, as `personId partyId`. */
export const taskHandForm = z.object({ version: versionInput(), to: textInput({ max: 80 }), topic: topicInput() })

export type TaskForm = z.output<typeof taskForm>
