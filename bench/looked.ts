import { newId } from '../src/platform/id.ts'
import { paths } from '../src/paths.ts'
import type { Compared } from './compare.ts'
import type { Town } from './data.ts'
import type { Statement } from './floor.ts'
import { besideFloor, get } from './pages.ts'
import type { Stage } from './stage.ts'
import { spreadText, tell } from './table.ts'
import type { Figure } from './table.ts'
import { connectClient } from '../src/platform/pool.ts'

const lines = 1_000_000
/** One line in so many is about the busy citizen: 50,000 of them. */
const busyEvery = 20

/** Who has looked, for a citizen about whom 50,000 of a million lines of three years are: on screen, on paper, as a file. */
export async function looked(stage: Stage): Promise<Figure[]> {
  const { town } = stage
  tell(`filling a log of ${lines} lines`)
  const citizenId = await fillLog(stage.superuserUrl, town)
  const headers = { cookie: town.jobcentre.cookie }
  const all = plain(town, citizenId, '-infinity')
  const month = plain(town, citizenId, new Date(Date.now() - 22 * 86_400_000).toISOString())
  const asked: [string, string, Statement[]][] = [
    ['page', paths.looked(town, citizenId), [counted(town, citizenId), month]],
    ['on paper', paths.lookedPdf(town, citizenId), [all]],
    ['as a file', paths.lookedCsv(town, citizenId), [all]],
  ]
  const figures: Figure[] = []
  for (const [what, path, statements] of asked) {
    const how = { connections: 1, statements, patience: 60_000 }
    figures.push(line(`who has looked, ${what}, 3 years`, await besideFloor(stage, get(path, headers), how)))
  }
  return figures
}

function line(name: string, { p50, processor }: Compared): Figure {
  return {
    name,
    product: `${spreadText(p50.product, 0)} ms, of processor ${processor.product.median.toFixed(0)} ms`,
    floor: `${spreadText(p50.floor, 0)} ms, of processor ${processor.floor.median.toFixed(0)} ms`,
    ratio: spreadText(p50.ratio, 2),
    target: '≤ 2 s',
    met: p50.product.median <= 2_000,
  }
}

const joined = `from access_log_subjects s join access_log l on l.municipality_id = s.municipality_id and l.id = s.log_id
  where s.municipality_id = $1 and s.subject_id = $2 and s.owner_party_id = $3`

function plain(town: Town, citizenId: string, since: string): Statement {
  const text = `select l.id, l.at, l.kind, l.purpose, l.person_id ${joined} and l.at >= $4 order by l.at desc, l.id desc`
  return { text, values: [town.id, citizenId, town.jobcentre.id, since] }
}

function counted(town: Town, citizenId: string): Statement {
  const text = `select date_trunc('month', l.at at time zone 'Europe/Copenhagen') as month, count(*) ${joined} group by 1`
  return { text, values: [town.id, citizenId, town.jobcentre.id] }
}

async function fillLog(superuserUrl: string, town: Town): Promise<string> {
  const client = await connectClient(superuserUrl)
  const [citizenId, partyId] = [newId(), town.jobcentre.id]
  try {
    await client.query('set session_replication_role = replica')
    await client.query(`select set_config('app.municipality', $1, false)`, [town.id])
    await client.query(
      `insert into citizens (municipality_id, owner_party_id, id, alias) values ($1, $2, $3, 'Travle Viggo')`,
      [town.id, partyId, citizenId],
    )
    const { rows } = await client.query<{ first: number }>(
      `with who as (select array_agg(distinct person_id) as ids from memberships where municipality_id = $1),
         made as (insert into access_log (municipality_id, at, person_id, purpose, kind, batch)
           select $1, now() - ($2 - n) * interval '3 years' / $2, who.ids[1 + n * 7 % cardinality(who.ids)],
             (array['contacts.show', 'citizens.show', 'contacts.record', 'contacts.list', 'plan.show'])[1 + n * 11 % 5], 'read', 1
           from generate_series(1, $2::int) n, who returning id)
       select min(id) as first from made`,
      [town.id, lines],
    )
    await client.query(
      `insert into access_log_subjects select $1, l.id, case when l.id % $4 = 0 then $2::uuid else gen_random_uuid() end, 'citizen', $3
       from access_log l where l.municipality_id = $1 and l.id >= $5`,
      [town.id, citizenId, partyId, busyEvery, rows[0]?.first],
    )
    await client.query('vacuum (analyze) access_log, access_log_subjects')
    return citizenId
  } finally {
    await client.end()
  }
}
