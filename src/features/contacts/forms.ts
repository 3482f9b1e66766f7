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
import { comers, efforts, helpForms, incomes, introducers, kinds, movers, outcomes, topics, venues } from './codes.ts'
import { recordSays } from './texts.da.ts'

/** The minutes that have a chip of their own; `more` asks for the number. */
export const minuteChips = ['5', '15', '30', '45', '60', 'more'] as const
export const nextWhens = ['today', 'tomorrow', 'pick'] as const

/** A talk or an agreement, recorded or corrected. The id is chosen by the page, so that the same post twice is one. */
export const recordForm = z.object({
  id: idInput(recordSays.noId),
  version: numberInput({ min: 1, max: 1_000_000 }),
  who: requiredChoice(['anonymous', 'known'], recordSays.who),
  /** The id of a citizen, `new`, or nothing. */
  citizen: textInput({ max: 36 }),
  alias: textInput({ max: 80 }),
  /** The alias that was searched for when `citizen` was chosen. */
  searched: textInput({ max: 80 }),
  newCitizenId: idInput(),
  party: idInput(),
  effort: choiceInput(efforts),
  kind: requiredChoice(kinds, recordSays.kind),
  venue: requiredChoice(venues, recordSays.venue),
  centre: idInput(),
  outcome: requiredChoice(outcomes, recordSays.outcome),
  movedBy: choiceInput(movers),
  day: dayInput(recordSays.dayMissing),
  clock: clockInput(),
  minutes: choiceInput(minuteChips),
  moreMinutes: numberInput({ min: 0, max: 600 }),
  topics: choicesInput(topics),
  help: choicesInput(helpForms.map(String)),
  advice: flagInput(),
  nextThing: textInput({ max: 200 }),
  nextWhen: choiceInput(nextWhens),
  nextDay: dayInput(),
  nextOwner: idInput(),
  agenda: textInput({ max: 500 }),
  workerAgenda: textInput({ max: 500 }),
  came: choiceInput(comers),
  introducedBy: choiceInput(introducers),
  known: choiceInput(['yes', 'no']),
  income: choiceInput(incomes),
})
export type RecordForm = z.output<typeof recordForm>

/** One tap on Today. */
export const outcomeForm = z.object({
  outcome: requiredChoice(['held', 'noShow', 'excused', 'calledOff'], recordSays.outcome),
})
export const doneForm = z.object({ done: flagInput() })
