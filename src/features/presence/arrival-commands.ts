import type { Write } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import {
  addDays,
  atTime,
  compareClocks,
  dayOf,
  instantOf,
  startOf,
  type Clock,
  type Instant,
} from '../../platform/time.ts'
import { nowOf } from './arrival-rules.ts'
import { presentOn, type Timetable } from './occurrence-rules.ts'

type Of = { municipalityId: string; personId: string; now: Instant }

/** "Jeg er her": whoever is here is nowhere else. Two taps are one arrival. */
export async function arrive(tx: Write, of: Of, centreId: string): Promise<void> {
  const open = await openArrival(tx, of)
  const justNow = open && open.centreId === centreId && open.at.until(of.now).total('seconds') < 60
  if (justNow) return
  if (!(await isCentre(tx, of, centreId))) throw new NotFound()
  if (open) await closeArrival(tx, of, open)
  await tx
    .insertInto('arrivals')
    .values({
      municipality_id: of.municipalityId,
      id: newId(),
      person_id: of.personId,
      centre_id: centreId,
      arrived_at: of.now.toString(),
    })
    .onConflict(conflict => conflict.columns(['municipality_id', 'person_id']).where('left_at', 'is', null).doNothing())
    .execute()
}

/** "Jeg er gået": ends the arrival, or the fixed time that is running, of which nobody had said that it began. */
export async function leave(tx: Write, of: Of, timetable: Timetable): Promise<void> {
  const open = await openArrival(tx, of)
  if (open) await closeArrival(tx, of, open)
  const isToday = open && dayOf(open.at).equals(dayOf(of.now))
  if (isToday) return
  const { day, clock } = nowOf(of.now)
  const running = presentOn(timetable, day).find(one => one.personId === of.personId && isRunning(one.hours, clock))
  if (!running) return
  const began = atTime(day, running.hours.from) ?? of.now
  await tx
    .insertInto('arrivals')
    .values({
      municipality_id: of.municipalityId,
      id: newId(),
      person_id: of.personId,
      centre_id: running.centreId,
      arrived_at: began.toString(),
      left_at: of.now.toString(),
    })
    .execute()
}

const isRunning = (hours: { from: Clock; until: Clock }, clock: Clock): boolean =>
  compareClocks(hours.from, clock) <= 0 && compareClocks(clock, hours.until) < 0

type Open = { id: string; centreId: string; at: Instant }

async function openArrival(tx: Write, { municipalityId, personId }: Of): Promise<Open | undefined> {
  const row = await tx
    .selectFrom('arrivals')
    .select(['id', 'centre_id', 'arrived_at'])
    .where('municipality_id', '=', municipalityId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && { id: row.id, centreId: row.centre_id, at: instantOf(row.arrived_at) }
}

/** One that was forgotten ended with its own day. */
async function closeArrival(tx: Write, of: Of, open: Open): Promise<void> {
  const midnight = startOf(addDays(dayOf(open.at), 1))
  const left = midnight.epochMilliseconds < of.now.epochMilliseconds ? midnight : of.now
  await tx
    .updateTable('arrivals')
    .set({ left_at: left.toString() })
    .where('municipality_id', '=', of.municipalityId)
    .where('id', '=', open.id)
    .execute()
}

async function isCentre(tx: Write, { municipalityId, now }: Of, centreId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('centres')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', centreId)
    .where(eb => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', String(dayOf(now)))]))
    .executeTakeFirst()
  return row !== undefined
}
