import { z } from 'zod'
import { flagInput, textInput } from '../../platform/form.ts'
import { phoneInput } from '../../platform/phone.ts'
import { meTexts } from './texts.da.ts'

export const cardForm = z.object({
  name: textInput({ max: 80, required: meTexts.nameMissing }),
  trade: textInput({ max: 80 }),
  phone: phoneInput(),
  phonePublic: flagInput(),
  photoPublic: flagInput(),
  comeWith: textInput({ max: 200 }),
})
