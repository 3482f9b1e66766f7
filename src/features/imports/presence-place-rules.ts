// Where a fixed time belongs, and whether it is there already.

import { nameKey } from './cell-rules.ts'
import { roomKey, workerKey } from './place-rules.ts'
import type { Directory, Party } from './place-rules.ts'
import type { PresenceRow } from './presence-rows.ts'

export interface PresencePlace {
  party: Party | undefined
  colleague: { id: string; mayDecide: boolean[] } | undefined
  centreId: string | undefined
  /** Null when the row names no room. */
  roomId: string | null | undefined
}

export function placeOfPresence(directory: Directory, row: PresenceRow): PresencePlace {
  const party = directory.parties.get(nameKey(row.unit))
  const centreId = directory.centres.get(nameKey(row.centre))
  return {
    party,
    colleague: party && directory.colleagues.get(workerKey(party.id, row.worker)),
    centreId,
    roomId:
      row.room === null ? null : centreId === undefined ? undefined : directory.rooms.get(roomKey(centreId, row.room)),
  }
}

/** A fixed time as it is stored. */
export interface StoredTime {
  person_id: string
  party_id: string
  centre_id: string
  room_id: string | null
  weekday: number
  weeks: string
  from_time: string
  until_time: string
  valid_from: string
  valid_until: string | null
}

/** Two times that say the same are one: it is stored once, however often it comes. */
export const timeKey = (time: StoredTime): string =>
  JSON.stringify([
    time.person_id,
    time.party_id,
    time.centre_id,
    time.room_id,
    time.weekday,
    time.weeks,
    time.from_time.slice(0, 5),
    time.until_time.slice(0, 5),
    time.valid_from,
    time.valid_until,
  ])
