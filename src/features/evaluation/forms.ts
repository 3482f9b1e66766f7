import { z } from 'zod'
import { choiceInput, dayInput, textInput } from '../../platform/form.ts'
import { efforts } from '../contacts/codes.ts'
import { periods } from './period-rules.ts'

/** What one chooses above the figures. It stands in the address, so that a page of figures can be sent to a colleague. */
export const figuresForm = z.object({
  period: choiceInput(periods),
  from: dayInput(),
  to: dayInput(),
  centre: textInput({ max: 60 }),
  effort: choiceInput(efforts),
})

export type FiguresForm = z.output<typeof figuresForm>
