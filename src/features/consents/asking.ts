import type { Context } from 'hono'
import type { Read, Subject } from '../../platform/db.ts'
import { NotFound, RecordClosed } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { isId } from '../../platform/id.ts'
import { recordParties } from '../people/rules.ts'
import type { Given } from '../routing.ts'
import { closeTexts } from '../citizens/card-texts.da.ts'
import { closedOf } from '../citizens/closed-queries.ts'
import type { Closed } from '../citizens/closed-queries.ts'
import { subjectOfCitizen } from '../citizens/queries.ts'
import { glassAt } from '../glass/queries.ts'
import type { OpenGlass } from '../glass/queries.ts'
import type { Writer } from './commands.ts'
import type { Shown } from './queries.ts'
import { recordsOf } from './record-queries.ts'
import type { CitizenRecord } from './record-queries.ts'

// What every page below a citizen begins with: whose records the asker sees, and which of them the address means.

export type Asking = Pick<Given<Given['actor'], unknown>, 'municipality' | 'actor'>

export function mineOf({ municipality, actor }: Asking): Writer {
  return { municipalityId: municipality.id, personId: actor.personId, parties: recordParties(actor) }
}

/** An id in the address; what is no id is not there. */
export function idIn(c: Context, name: string): string {
  const id = c.req.param(name)
  if (!isId(id)) throw new NotFound()
  return id
}

/** The records that the page about a citizen shows; throws `NotFound` when the asker sees none. */
export async function shownRecords(tx: Read, given: Asking, citizenId: string): Promise<ShownRecords> {
  const mine = mineOf(given)
  const records = await recordsOf(tx, mine, citizenId)
  const [asked] = records
  if (!asked) throw new NotFound()
  const { municipalityId } = mine
  const own = records.filter(record => record.own)
  const closed = await closedOf(tx, municipalityId, asked)
  // Nothing is behind glass where all is one's own.
  const behind = own.length < records.length
  const glass = behind ? (await glassAt(tx, { ...mine, records })).opening : undefined
  return { municipalityId, records, asked, own, closed, glass }
}

/** The same for what only an own record can do; `NotFound` when none of them is the asker's own. */
export async function ownRecords(tx: Read, given: Asking, citizenId: string): Promise<OwnRecords> {
  const shown = await shownRecords(tx, given, citizenId)
  const [first] = shown.own
  if (!first) throw new NotFound()
  return { ...shown, first }
}

/**
 * The same for a page that writes something new: a closed record leads to where it can be opened again. Whoever posts
 * to one gets the form back, see `whileOpen`.
 */
export async function openRecords(tx: Read, given: Asking & { form: unknown }, citizenId: string): Promise<OwnRecords> {
  const shown = await ownRecords(tx, given, citizenId)
  if (shown.closed && given.form === undefined) throw new RecordClosed(citizenId)
  return shown
}

/** The form, refused at this field when the record is closed; all that was typed stays. */
export function whileOpen<T>(form: Form<T>, { closed }: Pick<ShownRecords, 'closed'>, field: string): Form<T> {
  return closed ? refuse(form, field, closeTexts.refused) : form
}

/** Whether the asker reads another party's record along, of which they see what the citizen's yes opens and no more. */
export const seesPart = ({ records }: Pick<Shown, 'records'>): boolean => records.some(record => !record.own)

/** All that the page shows stand in the log. */
export function aboutAll({ records }: Pick<Shown, 'records'>): Subject[] {
  return records.map(subjectOfCitizen)
}

export interface ShownRecords extends Shown {
  /** The one that the address means; its alias names the page. */
  asked: CitizenRecord
  /** That the asked record is closed; undefined while it is open. */
  closed: Closed | undefined
  /** The glass that stands open into these records, for the banner. */
  glass: OpenGlass | undefined
  /** Those of the asker's own parties. */
  own: readonly CitizenRecord[]
}

export interface OwnRecords extends ShownRecords {
  first: CitizenRecord
}
