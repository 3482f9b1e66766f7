import { z } from 'zod'
import { choiceInput, dayInput, idInput } from '../../platform/form.ts'
import { kinds, outcomes } from './codes.ts'

/** What a list can be narrowed to. Nothing here tells of a person who is met, so that it may stand in an address. */
export const listForm = z.object({
  whose: choiceInput(['mine', 'ours']),
  from: dayInput(),
  until: dayInput(),
  centre: idInput(),
  kind: choiceInput(kinds),
  outcome: choiceInput(outcomes),
  worker: idInput(),
})
export type ListForm = z.output<typeof listForm>
