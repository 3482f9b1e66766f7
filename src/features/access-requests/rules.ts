import type { z } from 'zod'
import { refuse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { compareDays, day } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import type { How } from '../citizens/codes.ts'
import { hasCpr } from '../citizens/cpr-rules.ts'
import type { askForm } from './forms.ts'
import type { Asked, Named } from './queries.ts'
import { askTexts as t } from './texts.da.ts'

/** What a citizen asks for, ready to be stored. */
export interface Wanted {
  name: string
  birthDate: string | null
  phone: string | null
  centreId: string | null
  address: string | null
  parties: readonly string[]
  how: How
}

/** The value of `where` when the answers come by post. */
export const byLetter = 'letter'

/** What is wrong with a request that only the town can tell: a centre, a party, a day that is not there. */
export function checkedWish(
  form: Form<z.output<typeof askForm>>,
  at: { parties: readonly Named[]; centres: readonly Named[]; today: Day },
): Form<Wanted & { id: string | undefined }> {
  if (!form.ok) return form
  const { name, birthDate, where, address, parties } = form.value
  const isLetter = where === byLetter
  const centre = at.centres.find(each => each.id === where)
  const wrong: [field: string, message: string | false | undefined][] = [
    ['name', hasCpr(name) && t.cpr],
    ['birthDate', birthDate && compareDays(birthDate, at.today) > 0 && t.birthDateAhead],
    ['where', !isLetter && !centre && t.whereMissing],
    ['address', isLetter && address === '' ? t.addressMissing : hasCpr(address) && t.cprAddress],
    ['parties', parties.length === 0 ? t.partiesMissing : !isAmong(parties, at.parties) && t.partyUnknown],
  ]
  const found = wrong.flatMap(([field, message]) => (message ? [{ field, message }] : []))
  const value = {
    ...form.value,
    birthDate: birthDate ? String(birthDate) : null,
    centreId: centre?.id ?? null,
    address: isLetter ? address : null,
  }
  return found.reduce((refused: Form<typeof value>, { field, message }) => refuse(refused, field, message), {
    ...form,
    value,
  })
}

/** Whether the day by which a party had to answer is over, and it has not. */
export const isLate = ({ answer, dueOn }: Pick<Asked, 'answer' | 'dueOn'>, today: Day): boolean =>
  answer === null && compareDays(day(dueOn), today) < 0

function isAmong(ids: readonly string[], all: readonly Named[]): boolean {
  return ids.every(id => all.some(each => each.id === id))
}
