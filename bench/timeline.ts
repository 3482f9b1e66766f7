import { paths } from '../src/paths.ts'
import { captured } from './capture.ts'
import { compare } from './compare.ts'
import { fillMany } from './data.ts'
import type { Town } from './data.ts'
import type { Statement } from './floor.ts'
import { besideFloor, get, perSecond, slowEnd } from './pages.ts'
import type { Stage } from './stage.ts'
import { tell } from './table.ts'
import type { Figure } from './table.ts'
import { fillTimelines } from './timeline-data.ts'

/** A citizen's timeline and page, and a worker's list of citizens, with policies, consent and log; and whether they stay as fast when there is more of everything. */
export async function timeline(stage: Stage): Promise<Figure[]> {
  const { town } = stage
  const citizenId = await fillTimelines(stage.superuserUrl, town)
  const headers = { cookie: town.jobcentre.cookie }
  const happened = await underConsent(stage, get(paths.timeline(town, citizenId), headers))
  const page = await underConsent(stage, get(paths.citizen(town, citizenId), headers))
  const list = await underConsent(stage, get(paths.citizens(town), headers))
  return [
    perSecond("a citizen's timeline, 50 of 200,000", happened, 0.4),
    slowEnd("a citizen's timeline, p99", happened, 2.5),
    perSecond("a citizen's page", page, 0.4),
    slowEnd("a citizen's page, p99", page, 2.5),
    perSecond("a worker's list of citizens, 50 of 20,000", list, 0.4),
    slowEnd("a worker's list of citizens, p99", list, 2.5),
    ...(await flat(stage)),
  ]
}

/** The product itself is the floor: a municipality of a million talks beside one of a thousand. */
async function flat(stage: Stage): Promise<Figure[]> {
  const { served, loader, databasePid, superuserUrl } = stage
  const towns: { town: Town; citizenId: string }[] = []
  for (const [slug, contacts] of [
    ['millionby', 1_000_000],
    ['tusindby', 1_000],
  ] as const) {
    tell(`filling a municipality of ${contacts} contacts`)
    const town = await fillMany(superuserUrl, contacts, slug)
    towns.push({ town, citizenId: await fillTimelines(superuserUrl, town) })
  }
  const addresses: [string, (at: Town, citizenId: string) => string][] = [
    ['timeline, a million beside a thousand', paths.timeline],
    ['list of citizens, a million beside a thousand', paths.citizens],
  ]
  const figures: Figure[] = []
  for (const [name, path] of addresses) {
    const [a, b] = towns.map(({ town, citizenId }) => ({
      ...get(path(town, citizenId), { cookie: town.jobcentre.cookie }),
      port: served.port,
      pid: served.pid,
    }))
    if (!a || !b) throw new Error('two towns are compared')
    figures.push({ ...perSecond(name, await compare(loader, { a, b, databasePid }), 0.85), target: 'as fast (≥ 0.85)' })
  }
  return figures
}

/** The floor asks by a plain where what the policies ask: one's own party, or a yes in force to the topics of the row. */
async function underConsent(stage: Stage, asked: ReturnType<typeof get>) {
  const { statements } = await captured(stage.app, asked)
  const { id } = stage.town.jobcentre
  return await besideFloor(stage, asked, { statements: statements.map(each => withConsent(each, id)) })
}

function withConsent({ text, values }: Statement, partyId: string): Statement {
  const party = `'${partyId}'::uuid`
  const yes = (table: string, citizen: string, topics: string) =>
    `(${table}.owner_party_id = ${party} or exists (select from consents yes where yes.municipality_id = ${table}.municipality_id
       and yes.receiving_party_id = ${party} and yes.owner_party_id = ${table}.owner_party_id and yes.citizen_id = ${table}.${citizen}
       and yes.ground in ('obtain', 'disclose') and yes.withdrawn_at is null and yes.valid_from <= danish_today()
       and yes.valid_until >= danish_today() and ${topics}))`
  const covered: Record<string, string> = {
    contacts: 'contacts.topics <> 0 and contacts.topics & ~yes.topics::integer = 0',
    notes: `notes.kind <> 'own' and notes.topic & yes.topics <> 0`,
    steps: 'steps.topic & yes.topics <> 0',
    tasks: 'tasks.topic & yes.topics <> 0',
    appointments: 'appointments.topic & yes.topics <> 0',
  }
  let plain = text
  for (const [table, topics] of Object.entries(covered))
    plain = plain.replaceAll(`from ${table} where `, `from ${table} where ${yes(table, 'citizen_id', topics)} and `)
  plain = plain.replaceAll(
    'from consents where ',
    `from consents where (consents.owner_party_id = ${party} or consents.receiving_party_id = ${party}) and `,
  )
  return { text: plain, values }
}
