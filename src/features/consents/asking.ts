import type { Context } from 'hono'
import type { Read, Subject } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import { recordParties } from '../people/rules.ts'
import type { Given } from '../routing.ts'
import { subjectOfCitizen } from '../citizens/queries.ts'
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
  return { municipalityId: mine.municipalityId, records, asked, own: records.filter(record => record.own) }
}

/** The same for what only an own record can do; `NotFound` when none of them is the asker's own. */
export async function ownRecords(tx: Read, given: Asking, citizenId: string): Promise<OwnRecords> {
  const shown = await shownRecords(tx, given, citizenId)
  const [first] = shown.own
  if (!first) throw new NotFound()
  return { ...shown, first }
}

/** All that the page shows stand in the log. */
export function aboutAll({ records }: Pick<Shown, 'records'>): Subject[] {
  return records.map(subjectOfCitizen)
}

export interface ShownRecords extends Shown {
  /** The one that the address means; its alias names the page. */
  asked: CitizenRecord
  /** Those of the asker's own parties. */
  own: readonly CitizenRecord[]
}

export interface OwnRecords extends ShownRecords {
  first: CitizenRecord
}
