import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { NotFound, isPgError } from '../../platform/errors.ts'
import { colleagues } from './queries.ts'
import type { Mine } from './queries.ts'
import type { ContactContent, Told } from './record-rules.ts'

export interface Recording {
  contactId: string
  partyId: string
  content: ContactContent
}

/**
 * Stores a talk. The same post twice is one talk; `taken` says that the id already stands for something else,
 * which is neither overwritten nor dropped in silence.
 */
export async function recordContact(
  tx: Write,
  mine: Mine,
  recording: Recording,
): Promise<'recorded' | 'again' | 'taken'> {
  const { contactId, partyId, content } = recording
  await holdNextOwner(tx, mine, recording)
  const own = { municipality_id: mine.municipalityId, owner_party_id: partyId, id: contactId }
  const who = { worker_id: mine.personId, created_by: mine.personId }
  const added = await known(
    tx
      .insertInto('contacts')
      .values({ ...own, ...who, ...columnsOf(content) })
      .onConflict(conflict => conflict.columns(['municipality_id', 'owner_party_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst(),
  )
  if (added) return 'recorded'
  return (await sameStands(tx, mine, recording)) ? 'again' : 'taken'
}

/** Changes a talk that is still the version that was shown; `undefined` when somebody was there first. */
export async function correctContact(
  tx: Write,
  mine: Mine,
  correction: Recording & { version: number },
): Promise<number | undefined> {
  const { contactId, partyId, content, version } = correction
  await holdNextOwner(tx, mine, correction)
  const changed = await known(
    tx
      .updateTable('contacts')
      .set({ ...columnsOf(content), ...doneAgain(content) })
      .where('municipality_id', '=', mine.municipalityId)
      .where('owner_party_id', '=', partyId)
      .where('id', '=', contactId)
      .where('version', '=', version)
      .returning('version')
      .executeTakeFirst(),
  )
  return changed?.version
}

/** Tells what came of an agreement. Nothing when its outcome has been told meanwhile: the first word stands. */
export async function tellOutcome(
  tx: Write,
  mine: Mine,
  told: { contactId: string; partyId: string; outcome: Told },
): Promise<void> {
  await tx
    .updateTable('contacts')
    .set(told.outcome === 'held' ? { outcome: told.outcome } : { outcome: told.outcome, topics: 0 })
    .where('municipality_id', '=', mine.municipalityId)
    .where('owner_party_id', '=', told.partyId)
    .where('id', '=', told.contactId)
    .where('outcome', '=', 'open')
    .execute()
}

/** Ticks the next small thing, or takes the tick away. */
export async function markNextThing(
  tx: Write,
  mine: Mine,
  mark: { contactId: string; partyId: string; done: boolean },
): Promise<void> {
  await tx
    .updateTable('contacts')
    .set({ next_done_at: mark.done ? sql`now()` : null })
    .where('municipality_id', '=', mine.municipalityId)
    .where('owner_party_id', '=', mark.partyId)
    .where('id', '=', mark.contactId)
    .where('next_thing', 'is not', null)
    .where('next_done_at', mark.done ? 'is' : 'is not', null)
    .execute()
}

// The next thing can only lie with somebody who sees it.
async function holdNextOwner(tx: Write, mine: Mine, { content, partyId }: Recording): Promise<void> {
  const owner = content.nextOwnerId
  if (owner === null || owner === mine.personId) return
  const all = await colleagues(tx, mine)
  if (!all.some(each => each.id === owner && each.partyId === partyId)) throw new NotFound()
}

/** An id of a place or a person that is not there, or is another municipality's. */
async function known<T>(statement: Promise<T>): Promise<T> {
  try {
    return await statement
  } catch (error) {
    throw isPgError(error, '23503') ? new NotFound() : error
  }
}

async function sameStands(tx: Write, mine: Mine, { contactId, partyId, content }: Recording): Promise<boolean> {
  const wanted = columnsOf(content)
  const stands = await tx
    .selectFrom('contacts')
    .selectAll()
    .where('municipality_id', '=', mine.municipalityId)
    .where('owner_party_id', '=', partyId)
    .where('id', '=', contactId)
    .executeTakeFirst()
  return Object.entries(wanted).every(([name, value]) =>
    Object.entries(stands ?? {}).some(([key, kept]) => key === name && kept === value),
  )
}

// A thing that is promised anew is not done.
function doneAgain(content: ContactContent) {
  return content.nextThing === null
    ? { next_done_at: null }
    : { next_done_at: sql<Date | null>`case when next_thing = ${content.nextThing} then next_done_at end` }
}

function columnsOf(content: ContactContent) {
  return {
    citizen_id: content.citizenId,
    effort: content.effort,
    kind: content.kind,
    venue: content.venue,
    centre_id: content.centreId,
    outcome: content.outcome,
    moved_by: content.movedBy,
    day: content.day,
    clock: content.clock,
    minutes: content.minutes,
    topics: content.topics,
    help_forms: content.helpForms,
    came: content.came,
    introduced_by: content.introducedBy,
    advice_was_enough: content.adviceWasEnough,
    next_thing: content.nextThing,
    next_day: content.nextDay,
    next_owner_id: content.nextOwnerId,
    agenda: content.agenda,
    worker_agenda: content.workerAgenda,
    known_before: content.knownBefore,
    income: content.income,
  }
}
