import type pg from 'pg'

/** One thing in the database that is not held any more, and the tables in which somebody must notice. */
export interface Loosening {
  name: string
  change: string
  tables: readonly string[]
  /** Whether it is noticed by writing too. */
  writes: boolean
}

/** A function, what it lets through when one of its conditions is dropped, the condition, and what comes in its place. */
type Condition = readonly [name: string, says: string, from: RegExp, to?: string]

const conditions: readonly Condition[] = [
  ['consents_to_me', 'a yes that was taken back', /\(c\.withdrawn_at IS NULL\)/],
  ['consents_to_me', 'a yes that is over', /\(c\.valid_until >= danish_today\(\)\)/],
  ['consents_to_me', 'a yes that is still to come', /\(c\.valid_from <= danish_today\(\)\)/],
  ['consents_to_me', 'nobody with a yes to disclose', /'disclose'::text/, `'sms'::text`],
  ['consents_to_me', 'a yes to somebody else', /\(c\.receiving_party_id IN \(.*?my_record_parties\)\)/],
  ['consents_to_me', 'two yeses to two parties as one', /, c\.receiving_party_id;/, ';'],
  ['my_parties', 'a role that has ended', /\(\(memberships\.valid_until IS NULL\) OR .*?\(\)\)\)/],
  ['my_parties', 'a role that has not begun', /\(memberships\.valid_from <= danish_today\(\)\)/],
  ['my_parties', 'a role that sees no records', /\(memberships\.role = ANY \([^)]*\)\)/],
  ['shared_topics', 'a topic that nobody said yes to', /\(\(\(?c\.topics\)?(?:::integer)? & [^)]*\) <> 0\)/],
  [
    'shared_topics',
    'court behind broken glass',
    /unnest\('\{1,2,4,8,16\}'::smallint\[\]\)/,
    `unnest('{1,2,4,8,16,32}'::smallint[])`,
  ],
  ['shared_topic_sets', 'one topic of two', /\(\(s\.mask & \(~ .*?\)\) = 0\)/],
  ['shared_topic_sets', 'court behind broken glass', /generate_series\(1, 31\)/, 'generate_series(1, 63)'],
  ['glass_records', 'a glass that was closed', /\(g\.closed_at IS NULL\)/],
  ['glass_records', 'a glass whose hour is over', /\(g\.until > now\(\)\)/],
  ['glass_records', 'glass in a municipality that breaks none', / AND breaks_glass\(\)/, ''],
  ['glass_records', `a colleague's broken glass`, /\(g\.person_id = current_person\(\)\)/],
  ['glass_records', 'glass from a party that one has left', /\(g\.owner_party_id IN \(.*?my_record_parties\)\)/],
  ['glass_records', 'a tie that was ended', /\(t\.ended_at IS NULL\)/],
  ['behind_glass', 'another controller', /\(theirs\.controller_id = mine\.controller_id\)/],
  ['behind_glass', 'a private controller', /\(k\.kind = 'public'::text\)/],
  ['glass_into_mine', 'an opening from before the tie', /\(t\.made_at < COALESCE\(g\.closed_at, g\.until\)\)/],
  ['glass_into_mine', 'an opening from after the tie', /\(\(t\.ended_at IS NULL\) OR .*?\)\)/],
  ['i_am', 'a role that has ended', /\(\(memberships\.valid_until IS NULL\) OR .*?\(\)\)\)/],
  ['i_am', 'a role that has not begun', /\(memberships\.valid_from <= danish_today\(\)\)/],
  ['may_hand_to', 'a yes that was taken back', /\(c\.withdrawn_at IS NULL\)/],
  ['may_hand_to', 'a yes that is over', /\(c\.valid_until >= danish_today\(\)\)/],
  ['may_hand_to', 'a yes that is still to come', /\(c\.valid_from <= danish_today\(\)\)/],
]

// These ask every one of the other functions, by reading.
const askedOfFunctions = ['citizens', 'contacts', 'citizen_links', 'glass_openings', 'notes', 'steps']

/** That something is not over, not taken back and not still to come, as the policies of the database say it. */
const inForce =
  /\((?:withdrawn_at|closed_at|ended_at|locked_at) IS NULL\)|\(valid_(?:until >=|from <=) danish_today\(\)\)/g

/**
 * Every policy of these tables widened, every condition of the functions behind them dropped, and every condition of a
 * policy itself that lets nothing through that has ended or has not begun: one at a time.
 */
export async function loosenings(client: pg.Client, tables: readonly string[]): Promise<Loosening[]> {
  const found = await policiesOf(client, tables)
  return [...found.map(widened), ...found.flatMap(outOfForce), ...(await functions(client)), behindGlass]
}

// Answering a task took as much as reading it once: the table shows it through broken glass, and no more.
const behindGlass: Loosening = {
  name: 'that a task is answered behind broken glass',
  change: `alter policy received on tasks using (municipality_id = (select current_municipality())
    and party_id in (select my_record_parties()) and (citizen_id is null
      or (owner_party_id, citizen_id, topic) in (select owner_party_id, citizen_id, topic from shared_topics())))`,
  tables: ['tasks'],
  writes: true,
}

interface Policy {
  table: string
  name: string
  cmd: string
  using: string | null
  check: string | null
}

async function policiesOf(client: pg.Client, tables: readonly string[]): Promise<Policy[]> {
  const { rows } = await client.query<Policy>(
    `select tablename as table, policyname as name, cmd, qual as using, with_check as check from pg_policies
     where schemaname = 'public' and tablename = any ($1) and roles::text[] @> '{brobygger_web}' order by 1, 2`,
    [tables],
  )
  return rows
}

function widened({ table, name, cmd }: Policy): Loosening {
  const using = cmd === 'INSERT' ? '' : ' using (true)'
  const check = cmd === 'SELECT' ? '' : ' with check (true)'
  return {
    name: `"${name}" of ${table} widened to true`,
    change: `alter policy ${name} on ${table}${using}${check}`,
    tables: [table],
    writes: cmd !== 'SELECT',
  }
}

// What may be stored is asked of the row that comes, and of what has ended only once: the check has none of these.
function outOfForce({ table, name, cmd, using }: Policy): Loosening[] {
  const all = using ?? ''
  return [...all.matchAll(inForce)].map(({ 0: condition, index }) => ({
    name: `"${name}" of ${table} without ${condition}`,
    change: `alter policy ${name} on ${table} using (${all.slice(0, index)}true${all.slice(index + condition.length)})`,
    tables: [table],
    writes: cmd !== 'SELECT',
  }))
}

async function functions(client: pg.Client): Promise<Loosening[]> {
  const { rows } = await client.query<{ name: string; text: string }>(
    `select p.proname as name, pg_get_functiondef(p.oid) as text from pg_proc p
     where p.pronamespace = 'public'::regnamespace and p.proname = any ($1)`,
    [conditions.map(([name]) => name)],
  )
  return conditions.map(([name, says, from, to = 'true']) => {
    const text = rows.find(each => each.name === name)?.text ?? ''
    if (!from.test(text)) throw new Error(`Say in test/isolation/loosenings.ts how ${name} asks now: ${text}`)
    return {
      name: `that ${name} lets through ${says}`,
      change: text.replace(from, to),
      tables: name === 'may_hand_to' ? ['tasks'] : askedOfFunctions,
      writes: name === 'may_hand_to',
    }
  })
}
