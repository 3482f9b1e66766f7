import type { Write } from '../../platform/db.ts'
import { addDays, compareDays, type Clock, type Day } from '../../platform/time.ts'
import { lastDayOf, splitAt, type WantedAbsence, type WantedOccurrence, type WantedTime } from './hours-rules.ts'
import type { PresenceTime } from './occurrence-rules.ts'

type Of = { municipalityId: string; personId: string }
export type TimeRow = WantedTime & { id: string; partyId: string; comeWith: string }

export async function addTime(tx: Write, of: Of, time: TimeRow): Promise<void> {
  await tx
    .insertInto('presence_times')
    .values(rowOf(of, time))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/**
 * A change holds from a day on. What held before stays as it was, so that "who was there in March" has an answer;
 * what was changed for single days ahead follows to the new rhythm when the weekday is the same.
 */
export async function changeTime(
  tx: Write,
  of: Of,
  change: { old: PresenceTime; time: TimeRow; from: Day },
): Promise<void> {
  const { old, time, from } = change
  const { before, after } = splitAt(old.valid, from)
  const changed = { ...time, valid: { from: after.from, until: time.valid.until } }
  if (!before) {
    await tx
      .updateTable('presence_times')
      .set(rowOf(of, { ...changed, id: old.id }))
      .where('municipality_id', '=', of.municipalityId)
      .where('id', '=', old.id)
      .execute()
    return
  }
  await endTime(tx, of, { time: old, lastDay: addDays(from, -1) })
  await addTime(tx, of, changed)
  await tx
    .updateTable('presence_changes')
    .set({ presence_time_id: time.id })
    .where('municipality_id', '=', of.municipalityId)
    .where('presence_time_id', '=', old.id)
    .where('day', '>=', String(from))
    .execute()
}

/** One that has not begun by then was never there. */
export async function endTime(
  tx: Write,
  of: Of,
  { time, lastDay }: { time: PresenceTime; lastDay: Day },
): Promise<void> {
  if (compareDays(lastDay, time.valid.from) < 0) {
    await tx
      .deleteFrom('presence_times')
      .where('municipality_id', '=', of.municipalityId)
      .where('id', '=', time.id)
      .execute()
    return
  }
  await tx
    .updateTable('presence_times')
    .set({ valid_until: String(lastDay) })
    .where('municipality_id', '=', of.municipalityId)
    .where('id', '=', time.id)
    .execute()
}

const rowOf = (of: Of, time: TimeRow) => ({
  municipality_id: of.municipalityId,
  id: time.id,
  person_id: of.personId,
  party_id: time.partyId,
  centre_id: time.centreId,
  room_id: time.roomId,
  weekday: time.weekday,
  weeks: time.weeks,
  from_time: text(time.hours.from),
  until_time: text(time.hours.until),
  valid_from: String(time.valid.from),
  valid_until: lastDayOf(time.valid)?.toString() ?? null,
  come_with: time.comeWith,
})

const text = (at: Clock): string => at.toString({ smallestUnit: 'second' })

type Single = { timeId: string; plannedDay: Day }

/** The occurrence goes back to what the week says. */
export async function keepOccurrence(tx: Write, of: Of, { timeId, plannedDay }: Single): Promise<void> {
  await tx
    .deleteFrom('presence_changes')
    .where('municipality_id', '=', of.municipalityId)
    .where('presence_time_id', '=', timeId)
    .where('day', '=', String(plannedDay))
    .execute()
}

export async function callOffOccurrence(tx: Write, of: Of, single: Single): Promise<void> {
  await keepOccurrence(tx, of, single)
  await tx
    .insertInto('presence_changes')
    .values({ ...changeKey(of, single), called_off: true })
    .execute()
}

export async function changeOccurrence(tx: Write, of: Of, wanted: WantedOccurrence): Promise<void> {
  await keepOccurrence(tx, of, wanted)
  await tx
    .insertInto('presence_changes')
    .values({
      ...changeKey(of, wanted),
      moved_to_day: wanted.day.equals(wanted.plannedDay) ? null : String(wanted.day),
      centre_id: wanted.centreId,
      room_id: wanted.roomId,
      from_time: text(wanted.hours.from),
      until_time: text(wanted.hours.until),
    })
    .execute()
}

const changeKey = (of: Of, { timeId, plannedDay }: Single) => ({
  municipality_id: of.municipalityId,
  person_id: of.personId,
  presence_time_id: timeId,
  day: String(plannedDay),
})

/** The form brings the id, so that the same post twice is one absence. */
export async function addAbsence(tx: Write, of: Of, absence: WantedAbsence & { id: string }): Promise<void> {
  await tx
    .insertInto('absences')
    .values({ municipality_id: of.municipalityId, id: absence.id, person_id: of.personId, ...absenceRow(absence) })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function changeAbsence(tx: Write, of: Of, absence: WantedAbsence & { id: string }): Promise<void> {
  await tx
    .updateTable('absences')
    .set(absenceRow(absence))
    .where('municipality_id', '=', of.municipalityId)
    .where('person_id', '=', of.personId)
    .where('id', '=', absence.id)
    .execute()
}

const absenceRow = (absence: WantedAbsence) => ({
  from_day: String(absence.fromDay),
  until_day: String(absence.untilDay),
  substitute_person_id: absence.substitutePersonId,
})

export async function removeAbsence(tx: Write, of: Of, absenceId: string): Promise<void> {
  await tx
    .deleteFrom('absences')
    .where('municipality_id', '=', of.municipalityId)
    .where('person_id', '=', of.personId)
    .where('id', '=', absenceId)
    .execute()
}
