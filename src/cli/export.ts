import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { registrationsBetween } from '../features/imports/export-queries.ts'
import type { ExportPeriod } from '../features/imports/export-queries.ts'
import { limits } from '../features/imports/limits.ts'
import { registrationsAsCsv, registrationsAsXlsx } from '../features/imports/registration-export.ts'
import type { Registration } from '../features/imports/registration-rules.ts'
import type { House } from '../features/routing.ts'
import { openHouse } from '../house.ts'
import { subjectKey } from '../platform/db.ts'
import type { Subject } from '../platform/db.ts'
import { InputRefused } from '../platform/errors.ts'
import { compareDays, parseDay } from '../platform/time.ts'
import type { Day } from '../platform/time.ts'
import type { Command } from './command.ts'
import { municipalityAt } from './import-report.ts'

export const exportCommand: Command = {
  usage: `brobygger export registrations --municipality SLUG --from DAY --to DAY [--out FILE]

Prints the contacts of a period as a spreadsheet that can be imported again with nothing changed; both days are
included. --out writes to a file instead, as .xlsx when its name ends so (at most ${limits.xlsxRows} rows).`,
  async run(args) {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
    const { municipality: slug, out } = values
    if (positionals.join(' ') !== 'registrations' || slug === undefined) throw new InputRefused(exportCommand.usage)
    const days = { from: dayOf('--from', values.from), to: dayOf('--to', values.to) }
    if (compareDays(days.to, days.from) < 0) throw new InputRefused('--to is before --from')
    const house = await openHouse(readConfig(process.env), line => console.error(line))
    try {
      const municipalityId = await municipalityAt(house, slug)
      const period = { municipalityId, from: days.from.toString(), to: days.to.toString() }
      await exportRegistrations(house, period, out?.endsWith('.xlsx') === true ? xlsxAt(out) : csvAt(out))
      return 0
    } finally {
      await house.close()
    }
  },
}

const text = { type: 'string' } as const
const options = { municipality: text, from: text, to: text, out: text } as const

type Writer = (batches: AsyncIterable<Registration[]>) => Promise<void>

/** Hands the contacts of a period to a writer, and writes down whose they were. */
export async function exportRegistrations(
  { db }: Pick<House, 'db'>,
  period: ExportPeriod,
  write: Writer,
): Promise<void> {
  const asker = { municipalityId: period.municipalityId, personId: null }
  await db.read(asker, 'operator.export', async tx => {
    const about = new Map<string, Subject>()
    const note = (subjects: Subject[]) => subjects.forEach(subject => about.set(subjectKey(subject), subject))
    await write(registrationsBetween(tx, period, note))
    return { value: undefined, about: [...about.values()], kind: 'extract' }
  })
}

const csvAt =
  (path: string | undefined): Writer =>
  async batches => {
    const stream = path === undefined ? process.stdout : createWriteStream(path, { mode: 0o600 })
    for await (const part of registrationsAsCsv(batches)) if (!stream.write(part)) await once(stream, 'drain')
    if (path === undefined) return
    stream.end()
    await once(stream, 'close')
  }

const xlsxAt =
  (path: string): Writer =>
  async batches => {
    const registrations: Registration[] = []
    for await (const batch of batches) registrations.push(...batch)
    if (registrations.length > limits.xlsxRows)
      throw new InputRefused(`${registrations.length} rows are too many for .xlsx. Take a shorter period, or .csv.`)
    await writeFile(path, await registrationsAsXlsx(registrations), { mode: 0o600 })
  }

function dayOf(name: string, written: string | undefined): Day {
  if (written === undefined) throw new InputRefused(`${name} is missing: a day such as 2026-01-31`)
  const parsed = parseDay(written)
  if (!parsed.ok) throw new InputRefused(`${name} ${written}: ${parsed.message}`)
  return parsed.value
}
