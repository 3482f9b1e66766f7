import { z } from 'zod'
import { choiceInput, dayInput, idInput } from '../../platform/form.ts'
import { purposes } from '../../purposes.ts'
import { kindWords } from './texts.da.ts'

export const purposeNames = Object.keys(purposes)
export const kindNames = Object.keys(kindWords)

/** What an address asks of the log. */
export const filterForm = z.object({
  person: idInput(),
  purpose: choiceInput(purposeNames),
  kind: choiceInput(kindNames),
  from: dayInput(),
  to: dayInput(),
})
