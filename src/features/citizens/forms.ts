import { z } from 'zod'
import { flagInput, idInput, textInput } from '../../platform/form.ts'
import { texts } from './texts.da.ts'

export const searchForm = z.object({ alias: textInput({ max: 80, required: texts.aliasMissing }) })
export const newCitizenForm = z.object({
  id: idInput(texts.noId),
  alias: textInput({ max: 80, required: texts.aliasMissing }),
  party: idInput(),
  another: flagInput(),
})
