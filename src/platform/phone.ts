import { one } from './form.ts'
import { formTexts } from './form-texts.da.ts'

/** A telephone number as people write it, kept as digits; Danish ones without their country. Null when empty. */
export function phoneInput() {
  return one().transform((text, context): string | null => {
    const digits = text
      .replaceAll(/[\s().-]/g, '')
      .replace(/^00/, '+')
      .replace(/^\+45(?=\d{8}$)/, '')
    if (digits === '') return null
    if (!/^(\d{8}|\+\d{8,15})$/.test(digits)) context.addIssue(formTexts.phone)
    return digits
  })
}

/** 12 34 56 78, with blanks that never break over a line. */
export function formatPhone(digits: string): string {
  const spaced = digits.startsWith('+') ? digits : digits.replaceAll(/(\d{2})(?=\d)/g, '$1 ')
  return spaced.replaceAll(' ', '\u00A0')
}
