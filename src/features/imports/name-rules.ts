// The names that a file uses, collected while it is read.

import { nameKey } from './cell-rules.ts'
import { registrationColumns } from './columns.ts'
import type { RegistrationColumn } from './columns.ts'
import { limits } from './limits.ts'
import type { FileNames, RoomName, WorkerName } from './place-rules.ts'
import { FileRefused } from './sheet.ts'
import { fileSays } from './texts.da.ts'

export interface NamedRow {
  unit: string
  worker: string
  centre: string | null
  room?: string | null
  firstDay: string
  lastDay: string
}

/** Each name is kept as it was first spelt. */
export function nameCollector() {
  const centres = new Map<string, string>()
  const units = new Map<string, string>()
  const workers = new Map<string, WorkerName>()
  const rooms = new Map<string, RoomName>()
  let firstDay: string | null = null
  let lastDay: string | null = null
  return {
    add(row: NamedRow): void {
      const { unit, worker, centre, room } = row
      if (firstDay === null || row.firstDay < firstDay) firstDay = row.firstDay
      if (lastDay === null || row.lastDay > lastDay) lastDay = row.lastDay
      keep(units, unit, { name: unit, column: 'unit', most: limits.units })
      keep(workers, `${unit}\n${worker}`, { name: { unit, worker }, column: 'worker', most: limits.workers })
      if (centre === null) return
      keep(centres, centre, { name: centre, column: 'centre', most: limits.centres })
      if (room) keep(rooms, `${centre}\n${room}`, { name: { centre, room }, column: 'centre', most: limits.centres })
    },
    found: (): { names: FileNames; firstDay: string | null; lastDay: string | null } => ({
      names: {
        centres: [...centres.values()],
        units: [...units.values()],
        workers: [...workers.values()],
        rooms: [...rooms.values()],
      },
      firstDay,
      lastDay,
    }),
  }
}

/** So many names are another column by mistake, and creating them would be worse than asking. */
function keep<Name>(
  known: Map<string, Name>,
  text: string,
  { name, column, most }: { name: Name; column: RegistrationColumn; most: number },
): void {
  const key = nameKey(text)
  if (known.has(key)) return
  if (known.size >= most) throw new FileRefused(fileSays.tooManyNames(registrationColumns[column].heading, most))
  known.set(key, name)
}
