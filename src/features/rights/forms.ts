import { z } from 'zod'
import { textInput } from '../../platform/form.ts'

export const contactForm = z.object({ contact: textInput({ max: 300 }), officer: textInput({ max: 300 }) })
