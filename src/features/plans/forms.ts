import { z } from 'zod'
import {
  choiceInput,
  choicesInput,
  clockInput,
  dayInput,
  flagInput,
  idInput,
  numberInput,
  requiredChoice,
  textInput,
} from '../../platform/form.ts'
import { hasCpr } from '../citizens/cpr-rules.ts'
import { shownTopics } from '../contacts/codes.ts'
import { areas, owners, partKinds, places } from './codes.ts'
import { appointmentStates, stepStates } from './state-rules.ts'
import { taskTexts } from './task-texts.da.ts'
import { appointmentTexts, keepingTexts, partTexts, stepTexts } from './texts.da.ts'

const version = () => numberInput({ min: 1, max: 1_000_000 })
/** `none`: it has no topic, and is never shared. */
const topic = () => choiceInput([...shownTopics, 'none']).transform(chosen => (chosen === 'none' ? undefined : chosen))

/** A citizen's own words: no number that tells who they are. */
const ownWords = (options: { max: number; required?: string }) =>
  textInput(options).check(context => {
    if (hasCpr(context.value)) context.issues.push({ code: 'custom', message: partTexts.cpr, input: context.value })
  })

export const partForm = z.object({
  id: idInput(partTexts.noId),
  version: version(),
  kind: requiredChoice(partKinds, partTexts.wordsMissing),
  areas: choicesInput(areas),
  words: ownWords({ max: 1000 }),
  topic: topic(),
  /** Puts the part away, as it stood. */
  away: flagInput(),
})

export const planPersonForm = z.object({
  id: idInput(partTexts.noId),
  version: version(),
  personId: idInput(),
  words: ownWords({ max: 80 }),
  topic: topic(),
  away: flagInput(),
})

export const keepingForm = z.object({
  id: idInput(partTexts.noId),
  version: version(),
  keptBy: idInput(keepingTexts.keptByMissing),
  weeks: numberInput({ min: 1, max: 52, required: keepingTexts.weeksMissing }),
  open: flagInput(),
})

/** `nobody` is an answer: that nobody has it yet is told to whoever keeps the plan. */
export const stepForm = z.object({
  id: idInput(partTexts.noId),
  version: version(),
  words: ownWords({ max: 120, required: stepTexts.wordsMissing }),
  whose: requiredChoice([...owners, 'nobody'], stepTexts.whoseMissing),
  personId: idInput(),
  day: dayInput(),
  topic: topic(),
  waitsFor: idInput(),
  done: flagInput(),
})

export const stepStateForm = z.object({
  version: version(),
  state: requiredChoice([...stepStates, 'away'], stepTexts.notNow),
  doneWords: ownWords({ max: 200 }),
  restWords: ownWords({ max: 200 }),
  waitsFor: idInput(),
})

export const whens = ['today', 'tomorrow', 'week', 'pick'] as const
export const taskForm = z.object({
  id: idInput(partTexts.noId),
  version: version(),
  words: ownWords({ max: 200, required: taskTexts.wordsMissing }),
  when: requiredChoice(whens, taskTexts.whenMissing),
  day: dayInput(),
  citizenId: idInput(),
  topic: topic(),
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
export const taskHandForm = z.object({ version: version(), to: textInput({ max: 80 }) })

export const appointmentForm = z.object({
  id: idInput(partTexts.noId),
  version: version(),
  place: requiredChoice(places, appointmentTexts.placeMissing),
  topic: topic(),
  words: ownWords({ max: 120, required: appointmentTexts.wordsMissing }),
  day: dayInput(appointmentTexts.dayMissing),
  clock: clockInput(),
  address: ownWords({ max: 120 }),
  bring: ownWords({ max: 200 }),
  companionId: idInput(),
  companionWords: ownWords({ max: 80 }),
  meetPlace: ownWords({ max: 120 }),
  meetClock: clockInput(),
})

export const appointmentStateForm = z.object({
  version: version(),
  state: requiredChoice(appointmentStates, appointmentTexts.notYet),
  words: ownWords({ max: 200 }),
})

export const moveForm = z.object({
  id: idInput(partTexts.noId),
  version: version(),
  day: dayInput(appointmentTexts.dayMissing),
  clock: clockInput(),
  words: ownWords({ max: 200 }),
})

/** A value as a form gives it, of one of the forms above. */
export type PartForm = z.output<typeof partForm>
export type PlanPersonForm = z.output<typeof planPersonForm>
export type StepForm = z.output<typeof stepForm>
export type StepStateForm = z.output<typeof stepStateForm>
export type TaskForm = z.output<typeof taskForm>
export type AppointmentForm = z.output<typeof appointmentForm>
