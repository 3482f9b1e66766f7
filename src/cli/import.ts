import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { readConfig } from '../config.ts'
import { FileRefused } from '../features/imports/sheet.ts'
import type { FileSource } from '../features/imports/sheet.ts'
import { openHouse } from '../house.ts'
import { InputRefused } from '../platform/errors.ts'
import type { Command } from './command.ts'
import { importPresenceFile } from './import-presence.ts'
import { importRegistrationFile } from './import-registrations.ts'
import type { ImportReport } from './import-report.ts'

export const importCommand: Command = {
  usage: `brobygger import registrations FILE --municipality SLUG [--dry-run] [--create-missing] [--accept-good-rows]
                               [--update] [--bad-rows OUT.csv] [--json]
brobygger import presence FILE --municipality SLUG [the same, without --update]

Takes a spreadsheet (.csv or .xlsx) in: all of it or nothing.
  --dry-run           says what would happen, and stores nothing
  --create-missing    makes the centres, units, workers and rooms that are not known yet; a centre is private
  --accept-good-rows  takes the good rows in when others are wrong
  --update            puts right what is stored where the file says something else; what stood is kept
  --bad-rows OUT.csv  writes the rows that were refused, to be mended
  --json              prints the outcome as JSON

Exit code 0: done; 1: failed; 2: refused because of the file, and nothing was stored.`,
  async run(args) {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
    const [kind, path, ...more] = positionals
    const take =
      kind === 'registrations' ? importRegistrationFile : kind === 'presence' ? importPresenceFile : undefined
    const slug = values.municipality
    if (!take || path === undefined || more.length > 0 || slug === undefined)
      throw new InputRefused(importCommand.usage)
    // A batch is garbage as soon as it is stored. A nursery that does not grow is swept often, and a file of a million
    // rows stays within the memory of one of a hundred thousand.
    setFlagsFromString('--semi-space-growth-factor=1')
    const file = await fileAt(path)
    const house = await openHouse(readConfig(process.env), line => console.error(line))
    const progress = progressLine()
    try {
      const report = await take(house, { ...wishOf(values), file, slug, onProgress: progress.show })
      progress.end()
      console.log(values.json === true ? JSON.stringify(report, null, 2) : inWords(report))
      return report.refused === null ? 0 : 2
    } catch (error) {
      progress.end()
      throw error instanceof FileRefused ? new InputRefused(error.says) : error
    } finally {
      await house.close()
    }
  },
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const options = {
  municipality: text,
  'dry-run': flag,
  'create-missing': flag,
  'accept-good-rows': flag,
  update: flag,
  'bad-rows': text,
  json: flag,
} as const

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

const wishOf = (values: Values) => ({
  dryRun: values['dry-run'] ?? false,
  badRowsPath: values['bad-rows'],
  choice: {
    createMissing: values['create-missing'] ?? false,
    acceptGoodRows: values['accept-good-rows'] ?? false,
    update: values.update ?? false,
  },
})

async function fileAt(path: string): Promise<FileSource> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new InputRefused(`There is no file at ${path}.`)
  return { size: found.size, open: () => createReadStream(path, { highWaterMark: 64 * 1024 }) }
}

function inWords(report: ImportReport): string {
  const { rows, added, changed, same, bad, keptOut, problems } = report
  const outcome = report.stored ? 'Stored.' : `Nothing was stored. ${report.refused ?? 'This was a dry run.'}`
  const more = report.problemCount - problems.length
  const lines = [
    outcome,
    `${rows} rows: ${added} new, ${changed} changed, ${same} known and the same, ${bad} refused`,
    ...(keptOut.length > 0 ? [`Columns kept out: ${keptOut.join(', ')}`] : []),
    ...namesIn('Not known', report.unknown),
    ...namesIn(report.stored ? 'Made' : 'To be made', report.created),
    ...problems.map(({ line, column, value, message }) => `Line ${line}, ${column}, "${value}": ${message}`),
    ...(more > 0 ? [`… and ${more} more: --bad-rows OUT.csv writes them all`] : []),
  ]
  return lines.join('\n')
}

function namesIn(what: string, { centres, units, workers, rooms }: ImportReport['unknown']): string[] {
  const lists = {
    centres,
    units,
    workers: workers.map(({ unit, worker }) => `${worker} (${unit})`),
    rooms: rooms.map(({ centre, room }) => `${room} (${centre})`),
  }
  return Object.entries(lists).flatMap(([kind, names]) =>
    names.length > 0 ? [`${what}, ${kind}: ${names.join(', ')}`] : [],
  )
}

/** Says how far it is, where somebody watches. */
function progressLine(): { show: (rows: number) => void; end: () => void } {
  let last = 0
  const write = (line: string) => process.stderr.isTTY && process.stderr.write(line)
  return {
    show(rows) {
      if (rows >= last && rows - last < 5000) return
      last = rows
      write(`\r${rows} rows`)
    },
    end: () => void write('\r\u001b[K'),
  }
}
