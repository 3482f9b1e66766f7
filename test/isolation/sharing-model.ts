import type { Persona, Row, Rule } from './model.ts'

/**
 * Who sees what of a citizen, said again from the sentences of DESIGN.md section 3 and independently of the SQL: a
 * staff member sees a record because their party owns it, or because a consent in force covers every topic of it, or
 * for an hour behind broken glass. Nothing here asks a database.
 */
export interface Facts {
  /** The Danish day. */
  today: string
  now: Date
  /** Every row of the world, by table. */
  tables: Record<string, readonly Row[]>
}

/** One party's record of a citizen. */
interface CitizensRecord {
  municipality: unknown
  party: unknown
  citizen: unknown
}

const court = 32
const recordRoles = ['outreach_worker', 'centre_staff', 'centre_manager', 'coordinator']

/** Whether the person holds one of the roles today, at any place. */
export const holds =
  (...roles: string[]): Rule =>
  (who, _row, facts) =>
    membershipsOf(who, facts).some(each => roles.includes(String(each['role'])))

/** A row that a party of the person's own owns, in a role that sees records. */
export const ownParty: Rule = (who, row, facts) => isMine(who, row['owner_party_id'], facts)

/** A party in which the person sees records today. */
export function isMine(who: Persona, party: unknown, facts: Facts): boolean {
  return membershipsOf(who, facts).some(
    each => each['party_id'] === party && party !== null && recordRoles.includes(String(each['role'])),
  )
}

/** For name, wishes, and that there is a record at all: any consent in force is enough. */
export const sharedCitizen: Rule = (who, row, facts) => {
  const record = recordOf(row)
  return yeses(who, record, facts).size > 0 || behindGlass(who, record, facts)
}

/** For a row with exactly one topic, in `topic`. */
export const sharedByTopic: Rule = (who, row, facts) => covered(who, { row, topics: row['topic'] }, facts)

/** For a row with a set of topics, in `topics`: every one of them must be covered. */
export const sharedByTopics: Rule = (who, row, facts) => covered(who, { row, topics: row['topics'] }, facts)

/** Seen as a record of one's own, or by the citizen's yes, or behind glass. */
export function seesRecord(who: Persona, record: { party: unknown; citizen: unknown }, facts: Facts): boolean {
  const row = { municipality_id: who.place.id, owner_party_id: record.party, citizen_id: record.citizen }
  return isMine(who, record.party, facts) || sharedCitizen(who, row, facts)
}

/** Seen as a record of one's own or by the citizen's own yes; breaking the glass is no act of the citizen's. */
export function seesByYes(who: Persona, record: { party: unknown; citizen: unknown }, facts: Facts): boolean {
  const at = { municipality: who.place.id, ...record }
  return isMine(who, record.party, facts) || yeses(who, at, facts).size > 0
}

/** Whether one of the person's own parties has the citizen's yes to the row's one topic. */
export const yesToTopic: Rule = (who, row, facts) =>
  [...yeses(who, recordOf(row), facts).values()].some(topics => (topics & Number(row['topic'])) !== 0)

/** Whether a consent is a yes to see, and stands on this day. */
export function isInForce(consent: Row, facts: Facts): boolean {
  return (
    ['obtain', 'disclose'].includes(String(consent['ground'])) &&
    consent['withdrawn_at'] === null &&
    String(consent['valid_from']) <= facts.today &&
    facts.today <= String(consent['valid_until'])
  )
}

/** Whether an opening of the glass led into a record of one of the person's parties while it stood open. */
export function ledIntoMine(who: Persona, opening: Row, facts: Facts): boolean {
  const [from, until] = [time(opening['opened_at']), time(opening['closed_at'] ?? opening['until'])]
  return ties(recordOf(opening), facts).some(
    tie =>
      isMine(who, tie.party, facts) &&
      samePublicController(recordOf(opening), tie, facts) &&
      wasKnown(recordOf(opening), tie.link, facts) &&
      time(tie.link['made_at']) < until &&
      (tie.link['ended_at'] === null || time(tie.link['ended_at']) > from),
  )
}

/** Whether the municipality lets anybody break the glass at all. */
export const breaksGlass: Rule = (_who, row, facts) =>
  rowsOf(facts, 'municipalities').some(each => each['id'] === row['municipality_id'] && each['breaks_glass'] === true)

/** Whether a public controller answers for the party. */
export function isPublic(party: unknown, facts: Facts): boolean {
  const controller = rowsOf(facts, 'parties').find(each => each['id'] === party)?.['controller_id']
  return rowsOf(facts, 'controllers').some(each => each['id'] === controller && each['kind'] === 'public')
}

/** Whether the person holds one of the roles today, else one that sees records, at a party that the controller answers for. */
export function answersFor(
  who: Persona,
  { controller, privately = false }: { controller: unknown; privately?: boolean },
  facts: Facts,
  ...roles: string[]
): boolean {
  const parties = rowsOf(facts, 'parties').filter(each => each['controller_id'] === controller)
  const wanted = roles.length === 0 ? recordRoles : roles
  return membershipsOf(who, facts).some(
    held =>
      wanted.includes(String(held['role'])) &&
      parties.some(party => party['id'] === held['party_id'] && !(privately && isPublic(party['id'], facts))),
  )
}

/** Whether the citizen has said yes to this party about the row's topic: what is handed over needs it. */
export function saidYesTo(receiver: unknown, row: Row, facts: Facts): boolean {
  const said = rowsOf(facts, 'consents').filter(
    each => isOf(each, recordOf(row)) && isInForce(each, facts) && each['receiving_party_id'] === receiver,
  )
  return said.some(each => (Number(each['topics']) & Number(row['topic'])) !== 0)
}

/** The Danish day of an instant, with so many days added. */
export function danishDay(instant: Date, plus = 0): string {
  return new Date(Date.parse(danish.format(instant)) + plus * 86_400_000).toISOString().slice(0, 10)
}
const danish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' })

function covered(who: Persona, { row, topics }: { row: Row; topics: unknown }, facts: Facts): boolean {
  // Without a topic nothing is shared, and what nobody stands in the middle of is no citizen's record.
  if (typeof topics !== 'number' || topics === 0 || row['citizen_id'] === null) return false
  const record = recordOf(row)
  const each = [...yeses(who, record, facts).values()]
  return each.some(yes => (topics & ~yes) === 0) || ((topics & court) === 0 && behindGlass(who, record, facts))
}

/** What the citizen has said yes to, by receiving party: yeses to one party add up, those to two do not. */
function yeses(who: Persona, record: CitizensRecord, facts: Facts): Map<unknown, number> {
  const said = new Map<unknown, number>()
  for (const consent of rowsOf(facts, 'consents')) {
    const receiver = consent['receiving_party_id']
    if (consent['citizen_id'] !== record.citizen || !isOf(consent, record)) continue
    if (!isInForce(consent, facts) || !isMine(who, receiver, facts)) continue
    said.set(receiver, (said.get(receiver) ?? 0) | Number(consent['topics']))
  }
  return said
}

/** From a citizen whom one's own party has, to what the citizen has tied to that, within one public controller. */
function behindGlass(who: Persona, record: CitizensRecord, facts: Facts): boolean {
  return rowsOf(facts, 'glass_openings').some(opening => {
    if (who.personId === null || opening['person_id'] !== who.personId) return false
    const from = recordOf(opening)
    return (
      opening['municipality_id'] === record.municipality &&
      opening['closed_at'] === null &&
      time(opening['until']) > facts.now.getTime() &&
      breaksGlass(who, opening, facts) &&
      isMine(who, from.party, facts) &&
      samePublicController(from, record, facts) &&
      ties(from, facts).some(
        tie =>
          tie.party === record.party &&
          tie.citizen === record.citizen &&
          tie.link['ended_at'] === null &&
          wasKnown(from, tie.link, facts),
      )
    )
  })
}

/** Whether the party had had the citizen for a day when the two records were tied. */
function wasKnown(record: CitizensRecord, link: Row, facts: Facts): boolean {
  const own = rowsOf(facts, 'citizens').find(each => isOf(each, record))
  return own !== undefined && time(own['created_at']) <= time(link['made_at']) - 86_400_000
}

/** The other ends of every link that a record has or had. */
function ties(record: CitizensRecord, facts: Facts): (CitizensRecord & { link: Row })[] {
  const municipality = record.municipality
  return rowsOf(facts, 'citizen_links')
    .filter(link => link['municipality_id'] === municipality)
    .flatMap(link => {
      const here = { municipality, party: link['owner_party_id'], citizen: link['citizen_id'], link }
      const there = { municipality, party: link['other_party_id'], citizen: link['other_citizen_id'], link }
      if (here.party === record.party && here.citizen === record.citizen) return [there]
      return there.party === record.party && there.citizen === record.citizen ? [here] : []
    })
}

function samePublicController(one: CitizensRecord, other: CitizensRecord, facts: Facts): boolean {
  const controller = ({ municipality, party }: CitizensRecord) =>
    rowsOf(facts, 'parties').find(each => each['municipality_id'] === municipality && each['id'] === party)?.[
      'controller_id'
    ]
  const shared = controller(one)
  return (
    shared !== undefined &&
    shared === controller(other) &&
    rowsOf(facts, 'controllers').some(each => each['id'] === shared && each['kind'] === 'public')
  )
}

function membershipsOf(who: Persona, facts: Facts): Row[] {
  if (who.personId === null) return []
  const known = held.get(facts) ?? new Map<string, Row[]>()
  held.set(facts, known)
  const found = known.get(who.personId) ?? rowsOf(facts, 'memberships').filter(each => holdsToday(who, each, facts))
  known.set(who.personId, found)
  return found
}

// Asked for every row of the world again, and the same each time.
const held = new WeakMap<Facts, Map<string, Row[]>>()

function holdsToday(who: Persona, membership: Row, facts: Facts): boolean {
  return (
    membership['municipality_id'] === who.place.id &&
    membership['person_id'] === who.personId &&
    String(membership['valid_from']) <= facts.today &&
    (membership['valid_until'] === null || facts.today <= String(membership['valid_until']))
  )
}

// A citizen's own row has its id as `id`; what is about a citizen has it as `citizen_id`.
function recordOf(row: Row): CitizensRecord {
  return {
    municipality: row['municipality_id'],
    party: row['owner_party_id'],
    citizen: 'citizen_id' in row ? row['citizen_id'] : row['id'],
  }
}

function isOf(row: Row, record: CitizensRecord): boolean {
  const { municipality, party, citizen } = recordOf(row)
  return municipality === record.municipality && party === record.party && citizen === record.citizen
}

function rowsOf(facts: Facts, table: string): readonly Row[] {
  return facts.tables[table] ?? []
}

function time(value: unknown): number {
  if (!(value instanceof Date)) throw new Error('not an instant')
  return value.getTime()
}
