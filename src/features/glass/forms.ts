import { z } from 'zod'
import { idInput, requiredChoice, textInput } from '../../platform/form.ts'
import { giveTexts } from '../consents/texts.da.ts'
import { glassTexts } from './texts.da.ts'

const { wrong } = giveTexts

/** Breaking the glass: the reason in one's own words, and the legal ground. */
export const glassForm = z.object({
  id: idInput(wrong.noId),
  ground: requiredChoice(['danger', 'child', 'law'], glassTexts.wrong.ground),
  reason: textInput({ max: 1000 }).refine(text => [...text].length >= 10, glassTexts.wrong.reason),
})
