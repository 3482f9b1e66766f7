import { z } from 'zod'
import {
  choicesInput,
  clockInput,
  dayInput,
  flagInput,
  idInput,
  numberInput,
  requiredChoice,
} from '../../platform/form.ts'
import { ownWords, topicInput, versionInput } from './fields.ts'
import { areas, owners, partKinds, places } from './codes.ts'
import { appointmentStates, stepStates } from './state-rules.ts'
import { appointmentTexts, keepingTexts, partTexts, stepTexts } from './texts.da.ts'

export const partForm = z.object({
  id: idInput(partTexts.noId),
  version: versionInput(),
  kind: requiredChoice(partKinds, partTexts.wordsMissing),
  areas: choicesInput(areas),
  words: ownWords({ max: 1000 }),
  topic: topicInput(),
  /** Puts the part away, as it stood. */
  away: flagInput(),
})

export const planPersonForm = z.object({
  id: idInput(partTexts.noId),
  version: versionInput(),
  personId: idInput(),
  words: ownWords({ max: 80 }),
  topic: topicInput(),
  away: flagInput(),
})

export const keepingForm = z.object({
  id: idInput(partTexts.noId),
  version: versionInput(),
  keptBy: idInput(keepingTexts.keptByMissing),
  weeks: numberInput({ min: 1, max: 52, required: keepingTexts.weeksMissing }),
  open: flagInput(),
})

/** `nobody` is an answer: that nobody has it yet is told to whoever keeps the plan. */
export const stepForm = z.object({
  id: idInput(partTexts.noId),
  version: versionInput(),
  words: ownWords({ max: 120, required: stepTexts.wordsMissing }),
  whose: requiredChoice([...owners, 'nobody'], stepTexts.whoseMissing),
  personId: idInput(),
  day: dayInput(),
  topic: topicInput(),
  waitsFor: idInput(),
  done: flagInput(),
})

export const stepStateForm = z.object({
  version: versionInput(),
  state: requiredChoice([...stepStates, 'away'], stepTexts.notNow),
  doneWords: ownWords({ max: 200 }),
  restWords: ownWords({ max: 200 }),
  waitsFor: idInput(),
})

export const appointmentForm = z.object({
  id: idInput(partTexts.noId),
  version: versionInput(),
  place: requiredChoice(places, appointmentTexts.placeMissing),
  topic: topicInput(),
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
  version: versionInput(),
  state: requiredChoice(appointmentStates, appointmentTexts.notYet),
  words: ownWords({ max: 200 }),
})

export const moveForm = z.object({
  id: idInput(partTexts.noId),
  version: versionInput(),
  day: dayInput(appointmentTexts.dayMissing),
  clock: clockInput(),
  words: ownWords({ max: 200 }),
})

/** A value as a form gives it, of one of the forms above. */
export type PartForm = z.output<typeof partForm>
export type PlanPersonForm = z.output<typeof planPersonForm>
export type StepForm = z.output<typeof stepForm>
export type StepStateForm = z.output<typeof stepStateForm>
export type AppointmentForm = z.output<typeof appointmentForm>
