import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import writeExcelFile from 'write-excel-file/node'
import { newId } from '../src/platform/id.ts'
import { runCommand } from './processes.ts'
import type { Stage } from './stage.ts'
import { tell } from './table.ts'
import type { Figure } from './table.ts'
import { connectClient } from '../src/platform/pool.ts'

const rows = 100_000
const heading =
  'id;dato;tid;værested;indsats;enhed;medarbejder;borger;kendt;mødetype;sted;udfald;minutter;temaer;hjælp;forsørgelse;køn;fødselsår'

/** A spreadsheet of 100,000 contacts into an empty municipality, by the command line, as CSV and as XLSX. */
export async function imports(stage: Stage): Promise<Figure[]> {
  const csv = await take(stage, { file: await csvFile(stage.folder), slug: 'csv-by', seconds: 30, mebibytes: 400 })
  tell('writing a spreadsheet of 100,000 rows')
  const xlsx = await take(stage, {
    file: await xlsxFile(stage.folder),
    slug: 'xlsx-by',
    seconds: undefined,
    mebibytes: 700,
  })
  return [...csv, ...xlsx]
}

async function take(stage: Stage, at: Taking): Promise<Figure[]> {
  const { file, slug, seconds, mebibytes } = at
  await addEmptyTown(stage.superuserUrl, slug)
  const ran = await runCommand(['import', 'registrations', file, '--municipality', slug, '--create-missing'], stage.env)
  if (ran.code !== 0) throw new Error(`the import of ${file} ended with ${ran.code}: ${ran.said.slice(-2_000)}`)
  const name = `import of ${rows} rows, ${file.split('.').at(-1)}`
  return [
    {
      name,
      product: `${ran.seconds.toFixed(1)} s`,
      target: seconds === undefined ? 'none' : `≤ ${seconds} s`,
      met: ran.seconds <= (seconds ?? Number.POSITIVE_INFINITY),
    },
    {
      name: `${name}, memory`,
      product: `${ran.mebibytes.toFixed(0)} MiB`,
      target: `< ${mebibytes} MiB`,
      met: ran.mebibytes < mebibytes,
    },
  ]
}

async function addEmptyTown(superuserUrl: string, slug: string): Promise<void> {
  const client = await connectClient(superuserUrl)
  const id = newId()
  await client.query('insert into municipalities (id, slug, name) values ($1, $2, $2)', [id, slug])
  await client.query(`insert into controllers values ($1, $2, 'Kommunen', 'public')`, [id, newId()])
  await client.end()
}

async function csvFile(folder: string): Promise<string> {
  const path = join(folder, 'registreringer.csv')
  const file = createWriteStream(path)
  file.write(`${heading}\n`)
  for (let row = 0; row < rows; row++) file.write(`${cellsOf(row).join(';')}\n`)
  file.end()
  await finished(file)
  return path
}

async function xlsxFile(folder: string): Promise<string> {
  const path = join(folder, 'registreringer.xlsx')
  const sheet = [heading.split(';'), ...Array.from({ length: rows }, (_, row) => cellsOf(row))]
  await writeExcelFile(sheet).toFile(path)
  return path
}

function cellsOf(row: number): string[] {
  const pick = (values: readonly string[], by: number) => values[Math.floor(row / by) % values.length] ?? ''
  const day = new Date(Date.UTC(2023, 0, 1) + Math.floor(row / 100) * 86_400_000).toISOString().slice(0, 10)
  return [
    `r${row}`,
    day.split('-').toReversed().join('-'),
    pick(['09.00', '10.15', '13.30', ''], 1),
    pick(['Havnen', 'Caféen', 'Kilden', ''], 3),
    pick(['sagsbehandling', 'misbrug', 'skp', 'sundhed', 'job'], 1),
    pick(['Jobcenter', 'Socialforvaltning', 'Rusmiddelcenter'], 7),
    pick(['Mette', 'Bo', 'Omar', 'Signe', 'Lis'], 7),
    row % 10 < 7 ? `b${(row * 7_919) % 10_000}` : '',
    pick(['ja', 'nej', ''], 2),
    row % 3 === 0 ? 'aftalt' : 'åbent',
    pick(['værested', 'kommune', 'hjem', 'gade', 'telefon', 'andet'], 1),
    row % 3 === 0 && row % 5 === 0 ? 'udeblevet' : 'gennemført',
    String((row % 12) * 5),
    pick(['job', 'psykisk|helbred', 'rusmidler', 'økonomi', ''], 1),
    pick(['1', '2|3', '8', ''], 1),
    pick(['arbejdsmarkedsydelse', 'pension', 'løn', 'anden', ''], 2),
    pick(['kvinde', 'mand', 'andet', ''], 1),
    String(1950 + (row % 50)),
  ]
}

interface Taking {
  file: string
  slug: string
  /** Nobody says how long a spreadsheet of XLSX may take. */
  seconds: number | undefined
  mebibytes: number
}
