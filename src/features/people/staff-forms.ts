import { z } from 'zod'
import { efforts } from '../contacts/codes.ts'
import { choiceInput, dayInput, flagInput, idInput, requiredChoice, textInput } from '../../platform/form.ts'
import type { Day } from '../../platform/time.ts'
import { isEmail } from './email-rules.ts'
import { offerTexts } from './offer-texts.da.ts'
import { roles } from './rules.ts'
import type { Effort, Role } from './rules.ts'
import type { MembershipWish } from './staff-rules.ts'
import { confirmTexts, endTexts, inviteTexts, membershipTexts } from './texts.da.ts'

const person = {
  name: textInput({ max: 80, required: inviteTexts.nameMissing }),
  trade: textInput({ max: 80 }),
}

const membership = {
  role: requiredChoice(roles, membershipTexts.roleMissing),
  partyId: idInput(),
  effort: choiceInput(efforts),
  mayDecide: flagInput(),
  from: dayInput(membershipTexts.fromMissing),
  until: dayInput(),
}

export const inviteForm = z.object({ ...person, email: emailInput(inviteTexts.emailMissing), ...membership })
export const membershipForm = z.object(membership)
export const accountForm = z.object({ email: emailInput(inviteTexts.emailMissing) })
/** The e-mail is asked for only of those who have an account. */
export const editForm = z.object({ ...person, email: emailInput() })
export const endForm = z.object({
  when: requiredChoice(['now', 'day'], endTexts.whenMissing),
  day: dayInput(),
})
/** What a private place says to a role that it is asked about. */
export const answerForm = z.object({ answer: requiredChoice(['yes', 'no'], offerTexts.wrong.choose) })
/** What cannot be taken back asks once more, on a page whose button says so. */
export const sureForm = z.object({ sure: requiredChoice(['yes'], confirmTexts.sure) })

/** What a read form asks for; the form has checked that the first day is there. */
export function wishOf(value: MembershipValue): MembershipWish | undefined {
  const { role, partyId, effort, mayDecide, from, until } = value
  return from && { role, partyId, effort, mayDecide, from, until }
}

function emailInput(required?: string) {
  return textInput({ max: 254, ...(required === undefined ? {} : { required }) }).transform((text, context) => {
    if (text !== '' && !isEmail(text)) context.addIssue(inviteTexts.emailWrong)
    return text.toLowerCase()
  })
}

interface MembershipValue {
  role: Role
  partyId: string | undefined
  effort: Effort | undefined
  mayDecide: boolean
  from: Day | undefined
  until: Day | undefined
}
