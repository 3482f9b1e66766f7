import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import type { House } from '../features/routing.ts'
import { openHouse } from '../house.ts'
import { checkpointOf, parseCheckpoints } from '../platform/checkpoint.ts'
import type { Checkpoint } from '../platform/checkpoint.ts'
import { checkLog } from '../platform/seal-check.ts'
import type { Checked, Finding, Wrong } from '../platform/seal-check.ts'
import { parseDay } from '../platform/time.ts'
import type { Command } from './command.ts'

export const log: Command = {
  usage: `brobygger log verify [--municipality SLUG] [--checkpoint FILE] [--deleted-before DAY]
brobygger log checkpoint [--municipality SLUG]

verify reads the sealed access log anew and finds what was changed, put in, taken out or moved since it was sealed.
What was cut off at the end is found only with a checkpoint: the file that \`log checkpoint\` printed earlier and
that was kept elsewhere. Months that you deleted as a whole, by their date, are missed by an older checkpoint:
--deleted-before 2026-01-01 says that those before this day may be gone.

checkpoint prints as JSON how far the log of each municipality is sealed. It names nobody.

Exit code 0: all is as it was sealed; 1: it could not be verified; 2: something was found.`,
  async run(args) {
    try {
      const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
      const [verb, ...more] = positionals
      if (more.length > 0 || (verb !== 'verify' && verb !== 'checkpoint')) throw new Error(log.usage)
      const asked = askedFor(values)
      const house = await openHouse(readConfig(process.env), line => console.error(line))
      try {
        return verb === 'verify' ? await verify(house, asked) : await printCheckpoint(house, asked)
      } finally {
        await house.close()
      }
    } catch (error) {
      // Here 2 says that something was found in the log: whatever else goes wrong is 1.
      console.error(error instanceof Error ? error.message : String(error))
      return 1
    }
  },
}

/** Verifies what was asked for, and says of each municipality in a line what was found. */
async function verify(house: House, { municipality, checkpoints, deletedBefore }: Asked): Promise<number> {
  const places = await placesAsked(house, municipality)
  let found = 0
  for (const { id, slug } of places) {
    const checkpoint = checkpoints?.find(each => each.id === id)
    const checked = await checkLog(house.db, house.keys, { municipalityId: id, checkpoint, deletedBefore })
    found += checked.findings.length
    for (const line of linesOf(slug, checked)) console.log(line)
  }
  const wanted = checkpoints?.filter(each => municipality === undefined || each.municipality === municipality) ?? []
  const gone = wanted.filter(each => !places.some(({ id }) => id === each.id))
  for (const each of gone) console.log(`${each.municipality}: the municipality of the checkpoint is gone`)
  return found + gone.length > 0 ? 2 : 0
}

async function printCheckpoint(house: House, { municipality }: Asked): Promise<number> {
  const municipalities: Checkpoint[] = []
  for (const place of await placesAsked(house, municipality)) {
    municipalities.push(await checkpointOf(house.db, house.keys, place))
  }
  console.log(JSON.stringify({ municipalities }, null, 2))
  return 0
}

/** The one that was named, or all: also those that the front page does not list. */
async function placesAsked({ db }: House, slug: string | undefined): Promise<{ id: string; slug: string }[]> {
  const all = await db.read({ municipalityId: nowhere, personId: null }, 'operator.jobs', tx =>
    tx.selectFrom('municipalities').select(['id', 'slug']).orderBy('slug').execute(),
  )
  const places = all.filter(each => slug === undefined || each.slug === slug)
  if (slug !== undefined && places.length === 0) throw new Error(`There is no municipality at "${slug}".`)
  return places
}

function linesOf(slug: string, { segments, batches, rows, findings }: Checked): string[] {
  const read = `${segments} months, ${batches} batches, ${rows} lines`
  if (findings.length === 0) return [`${slug}: as sealed (${read})`]
  const told = findings.slice(0, 100).map(finding => `${slug}${placeOf(finding)}: ${sentences[finding.wrong]}`)
  return [...told, `${slug}: ${findings.length} found in ${read}`]
}

function placeOf({ segment, batch }: Finding): string {
  return `${segment === undefined ? '' : ` ${segment.slice(0, 7)}`}${batch === undefined ? '' : ` batch ${batch}`}`
}

function askedFor(values: { municipality?: string; checkpoint?: string; 'deleted-before'?: string }): Asked {
  const { municipality, checkpoint, 'deleted-before': before } = values
  const day = before === undefined ? undefined : parseDay(before)
  if (day && !day.ok) throw new Error(`--deleted-before ${before}: ${day.message}`)
  return {
    municipality,
    checkpoints: checkpoint === undefined ? undefined : parseCheckpoints(readFileSync(checkpoint, 'utf8')),
    deletedBefore: day?.value.toString(),
  }
}

const options = {
  municipality: { type: 'string' },
  checkpoint: { type: 'string' },
  'deleted-before': { type: 'string' },
} as const

const nowhere = '00000000-0000-0000-0000-000000000000'

const sentences: Record<Wrong, string> = {
  gap: 'the batch before it is gone',
  chain: 'it does not follow the batch before it',
  rows: 'it has more or fewer lines than were sealed',
  seal: 'a line or the batch itself was changed, put in, taken out or moved; or KEYS_DIR holds other keys',
  subjects: 'whom a line is about was changed',
  words: 'the words of a search were changed, or taken away before their time',
  'no-batch': 'lines say that they are in it, and it is not there',
  strays: 'there are subjects of lines that are not there',
  reason: 'the reason for breaking the glass was changed or taken away',
  cut: 'the checkpoint knows it, and it is gone',
  rewritten: 'its seal is not the one that the checkpoint knows',
  checkpoint: 'the checkpoint was changed, or was made with other keys',
}

interface Asked {
  municipality: string | undefined
  checkpoints: Checkpoint[] | undefined
  deletedBefore: string | undefined
}
