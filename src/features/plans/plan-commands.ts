import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { addRow, changeRow, isRow } from './row-commands.ts'
import type { Columns, RowKey } from './row-commands.ts'

/** The record that something is written in. */
export interface Own {
  municipalityId: string
  partyId: string
  citizenId: string
  personId: string
}

export interface PartContent {
  kind: string
  areas: number
  words: string
  topic: number | null
}

export interface PlanPersonContent {
  personId: string
  words: string
  topic: number | null
}

/** The first that is written in a record opens its plan; whoever writes it is told when it stands still. */
export async function openPlan(tx: Write, { municipalityId, partyId, citizenId, personId }: Own): Promise<void> {
  await sql`insert into plans (municipality_id, owner_party_id, id, citizen_id, kept_by)
    values (${municipalityId}, ${partyId}, ${newId()}, ${citizenId}, ${personId})
    on conflict (municipality_id, owner_party_id, citizen_id) do nothing`.execute(tx)
}

/** Who is told when the plan stands still, and after how many weeks; and whether it is closed. */
export async function keepPlan(
  tx: Write,
  at: { key: RowKey; version: number },
  keeping: { keptBy: string; weeks: number; open: boolean },
): Promise<boolean> {
  const closed = keeping.open ? sql`null` : sql`coalesce(closed_at, now())`
  const { rows } = await sql<{ id: string }>`
    update plans set kept_by = ${keeping.keptBy}, weeks = ${keeping.weeks}, closed_at = ${closed}
    where ${isRow(at.key)} and version = ${at.version} returning id`.execute(tx)
  return rows.length > 0
}

export async function addPart(tx: Write, own: Own, part: PartContent & { id: string }) {
  await openPlan(tx, own)
  return await addRow(tx, 'plan_parts', {
    key: { ...own, id: part.id },
    columns: { citizen_id: own.citizenId, created_by: own.personId, ...partColumns(part) },
    settled: ['created_by'],
  })
}

export async function changePart(tx: Write, at: { key: RowKey; version: number }, part: PartContent): Promise<boolean> {
  return await changeRow(tx, 'plan_parts', { ...at, columns: partColumns(part) })
}

export async function addPlanPerson(tx: Write, own: Own, person: PlanPersonContent & { id: string }) {
  await openPlan(tx, own)
  return await addRow(tx, 'plan_people', {
    key: { ...own, id: person.id },
    columns: { citizen_id: own.citizenId, ...personColumns(person) },
  })
}

export async function changePlanPerson(
  tx: Write,
  at: { key: RowKey; version: number },
  person: PlanPersonContent,
): Promise<boolean> {
  return await changeRow(tx, 'plan_people', { ...at, columns: personColumns(person) })
}

const partColumns = ({ kind, areas, words, topic }: PartContent): Columns => ({ kind, areas, words, topic })
const personColumns = ({ personId, words, topic }: PlanPersonContent): Columns => ({
  person_id: personId,
  words,
  topic,
})
