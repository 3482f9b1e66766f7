// What the names of a row stand for. A name is known by its letters, whatever their case.

import { nameKey } from './cell-rules.ts'
import type { Registration } from './registration-rules.ts'
import { placeNames } from './texts.da.ts'

/** Everything of a municipality that a file can name. */
export interface Directory {
  parties: Map<string, Party>
  /** Ids by name. */
  centres: Map<string, string>
  /** A worker is a name within a unit; several people may have borne it. Those who are on the board come first. */
  workers: Map<string, string[]>
  /** Those who can be on the board, and whether they may decide something there. */
  colleagues: Map<string, { id: string; mayDecide: boolean[] }>
  /** Ids by centre and name. */
  rooms: Map<string, string>
  /** Parties that a private controller answers for, and those of them whose records are not for this file. */
  private: Set<string>
  closed: Set<string>
}

export interface Party {
  id: string
  kind: 'unit' | 'centre'
}

export interface WorkerName {
  unit: string
  worker: string
}

export interface RoomName {
  centre: string
  room: string
}

/** The names of a file, each once, as it was first spelt. */
export interface FileNames {
  centres: string[]
  units: string[]
  workers: WorkerName[]
  rooms: RoomName[]
}

/** Where a row belongs. `undefined` stands for a name that is not known. */
export interface RowPlace {
  party: Party | undefined
  centreId: string | null | undefined
  workerIds: string[]
}

/** A row that names no unit goes to one of its effort: what casework wrote is not for the substance-use advisers. */
export const unitNameOf = ({ unit, effort }: Pick<Registration, 'unit' | 'effort'>): string =>
  unit ?? placeNames.withoutUnit[effort]

export const workerNameOf = ({ worker }: Pick<Registration, 'worker'>): string => worker ?? placeNames.withoutName

export const roomKey = (centreId: string, name: string): string => `${centreId} ${nameKey(name)}`

export const workerKey = (partyId: string, name: string): string => `${partyId} ${nameKey(name)}`

export function placeOf(directory: Directory, registration: Registration): RowPlace {
  const party = directory.parties.get(nameKey(unitNameOf(registration)))
  const { centre } = registration
  return {
    party,
    centreId: centre === null ? null : directory.centres.get(nameKey(centre)),
    workerIds: (party && directory.workers.get(workerKey(party.id, workerNameOf(registration)))) ?? [],
  }
}

/** What a file names and the municipality does not know. `workers`: among whom a worker is looked for. */
export function unknownNames(directory: Directory, names: FileNames, workers: Map<string, unknown>): FileNames {
  return {
    centres: names.centres.filter(centre => !directory.centres.has(nameKey(centre))),
    units: names.units.filter(unit => !directory.parties.has(nameKey(unit))),
    workers: names.workers.filter(({ unit, worker }) => {
      const party = directory.parties.get(nameKey(unit))
      return party === undefined || !workers.has(workerKey(party.id, worker))
    }),
    rooms: names.rooms.filter(({ centre, room }) => {
      const centreId = directory.centres.get(nameKey(centre))
      return centreId === undefined || !directory.rooms.has(roomKey(centreId, room))
    }),
  }
}

/** Names that somebody must say yes to. That rows without a worker's name get one in common is no name of the file's. */
export const namesToApprove = (names: FileNames): FileNames => ({
  ...names,
  workers: names.workers.filter(({ worker }) => worker !== placeNames.withoutName),
})

export const countNames = ({ centres, units, workers, rooms }: FileNames): number =>
  centres.length + units.length + workers.length + rooms.length

export const noNames: FileNames = { centres: [], units: [], workers: [], rooms: [] }
