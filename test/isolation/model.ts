import type { Place } from '../world.ts'
import { breaksGlass, holds, isInForce, isMine, ledIntoMine, ownParty, seesByYes, seesRecord } from './sharing-model.ts'
import { sharedByTopics, sharedCitizen } from './sharing-model.ts'
import type { Facts } from './sharing-model.ts'

/**
 * What each database role may do with a row when a given person asks, said again independently of the
 * policies in `migrations/`: the same sentences as the table in docs/SECURITY-MODEL.md.
 */
export interface Persona {
  name: string
  role: 'web' | 'figures' | 'import' | 'operator' | 'lookup'
  purpose: string
  /** The person's role among the people, or 'visitor'. */
  as: string
  personId: string | null
  partyId: string | null
  place: Place
}

export type Operation = 'read' | 'insert' | 'update' | 'delete'
export type Row = Record<string, unknown>
export type Rule = (who: Persona, row: Row, facts: Facts) => boolean
type Rules = Partial<Record<Operation, Rule>>

const never: Rule = () => false
const same: Rule = (who, row) => row['municipality_id'] === who.place.id
const sameItself: Rule = (who, row) => row['id'] === who.place.id
const both =
  (...rules: Rule[]): Rule =>
  (who, row, facts) =>
    rules.every(rule => rule(who, row, facts))
const either =
  (...rules: Rule[]): Rule =>
  (who, row, facts) =>
    rules.some(rule => rule(who, row, facts))
const is =
  (...names: string[]): Rule =>
  who =>
    names.includes(who.as)
const admin = is('administrator')
const mine: Rule = (who, row) => who.personId !== null && row['person_id'] === who.personId
const ownCentre: Rule = (who, row) =>
  who.as === 'manager' && [row['centre_id'], row['id']].includes(who.place.centres.cafe.id)
const colleagues: Record<string, string[]> = {
  manager: ['manager', 'volunteer'],
  coordinator: ['coordinator', 'socialWorker'],
}
const managed: Rule = (who, row) =>
  (colleagues[who.as] ?? []).some(name =>
    Object.entries(who.place.people).some(([key, guest]) => key === name && guest.personId === row['person_id']),
  )

const all = (rule: Rule): Rules => ({ read: rule, insert: rule, update: rule, delete: rule })
const shown = (change: Rule): Rules => ({
  read: same,
  insert: both(same, change),
  update: both(same, change),
  delete: both(same, change),
})
const kept = (change: Rule): Rules => ({ read: same, insert: both(same, change), update: both(same, change) })
const centreOf = either(admin, ownCentre)
const hoursOf = either(admin, mine, managed)
const publicPhoto: Rule = (who, row) => row['person_id'] === who.place.people.manager.personId
const inForce: Rule = (_who, row) => row['valid_until'] === null || String(row['valid_until']) > '2090'
const ahead: Rule = (_who, row) => String(row['valid_from']) > '2090'

// The citizen's yes: written down and taken back by the giving party, seen by the receiving one while it stands.
const received: Rule = (who, row, facts) => isInForce(row, facts) && isMine(who, row['receiving_party_id'], facts)
const recordedByMe: Rule = (who, row, facts) =>
  row['recorded_by'] === who.personId && String(row['valid_from']) >= facts.today
const standing: Rule = (_who, row) => row['withdrawn_at'] === null
const oneSide = (row: Row) => ({ party: row['owner_party_id'], citizen: row['citizen_id'] })
const otherSide = (row: Row) => ({ party: row['other_party_id'], citizen: row['other_citizen_id'] })
const bothSides: Rule = (who, row, facts) =>
  seesRecord(who, oneSide(row), facts) && seesRecord(who, otherSide(row), facts)
const tied: Rule = (who, row, facts) => row['made_by'] === who.personId && seesByYes(who, otherSide(row), facts)
const stillOpen: Rule = (_who, row) => row['closed_at'] === null
const withinTheHour: Rule = (_who, row, facts) =>
  row['until'] instanceof Date && row['until'].getTime() <= facts.now.getTime() + 3_600_000

const web: Record<string, Rules> = {
  municipalities: { read: sameItself, update: both(sameItself, admin) },
  controllers: kept(admin),
  parties: kept(admin),
  people: {
    ...kept(admin),
    update: both(
      same,
      either(admin, (who, row) => row['id'] === who.personId),
    ),
  },
  person_photos: { ...shown(mine), read: both(same, either(mine, publicPhoto)) },
  memberships: { read: same, insert: both(same, admin, ahead), update: both(same, admin, inForce) },
  centres: { ...kept(centreOf), insert: both(same, admin) },
  rooms: shown(centreOf),
  centre_hours: shown(centreOf),
  centre_days: shown(centreOf),
  accounts: { read: both(same, either(admin, mine)), insert: both(same, admin), update: both(same, admin) },
  access_log: { read: both(same, is('officer')) },
  access_log_subjects: { read: both(same, is('officer')) },
  log_batches: { read: both(same, is('officer')) },
  presence_times: shown(hoursOf),
  presence_changes: shown(hoursOf),
  absences: shown(hoursOf),
  arrivals: shown(hoursOf),
  citizens: {
    read: both(same, either(ownParty, sharedCitizen)),
    insert: both(same, ownParty),
    update: both(same, ownParty),
  },
  contacts: {
    read: both(same, either(ownParty, sharedByTopics)),
    insert: both(same, ownParty),
    update: both(same, ownParty),
  },
  contact_versions: { read: both(same, ownParty) },
  consents: {
    read: both(same, either(ownParty, received)),
    insert: both(same, ownParty, recordedByMe),
    update: both(same, ownParty, standing),
  },
  citizen_links: { read: both(same, bothSides), insert: both(same, ownParty, tied) },
  glass_openings: {
    read: both(same, either(mine, ownParty, holds('data_protection_officer'), ledIntoMine)),
    insert: both(same, mine, ownParty, breaksGlass, withinTheHour),
    update: both(same, mine, stillOpen),
  },
  powers_of_attorney: {
    read: both(same, either(ownParty, sharedByTopics)),
    insert: both(same, ownParty, (who, row) => row['recorded_by'] === who.personId),
    update: both(same, ownParty, standing),
  },
  imports: { read: both(same, admin) },
  outbox: { read: both(same, admin) },
  log_checks: {
    read: both(same, is('officer')),
    insert: both(same, is('officer'), (who, row) => row['drawn_by'] === who.personId),
    update: both(same, is('officer'), (_who, row) => row['checked_at'] === null),
  },
}

const seesFigures = is(
  'worker',
  'colleague',
  'socialWorker',
  'staff',
  'manager',
  'coordinator',
  'projectLeader',
  'leader',
  'administrator',
)
const figures: Record<string, Rules> = {
  municipalities: { read: both(sameItself, seesFigures) },
  parties: { read: both(same, seesFigures) },
  centres: { read: both(same, seesFigures) },
  citizens: { read: both(same, seesFigures) },
  contacts: { read: both(same, seesFigures) },
  figure_months: { read: both(same, seesFigures) },
  figure_sums: { read: both(same, seesFigures) },
  figure_changes: { read: both(same, seesFigures) },
}

const imports: Rule = who => who.as === 'administrator' && who.purpose.startsWith('import.')
const readAndAdd: Rules = { read: both(same, imports), insert: both(same, imports) }
const importing: Record<string, Rules> = {
  municipalities: { read: both(sameItself, imports) },
  controllers: readAndAdd,
  parties: readAndAdd,
  people: readAndAdd,
  memberships: readAndAdd,
  centres: readAndAdd,
  rooms: readAndAdd,
  presence_times: readAndAdd,
  citizens: readAndAdd,
  contacts: { ...readAndAdd, update: both(same, imports) },
  imports: readAndAdd,
}

const jobs: Rule = who => who.purpose === 'operator.jobs'
const operator: Record<string, Rules> = {
  municipalities: { ...all(sameItself), read: either(sameItself, jobs) },
  access_log: { read: same, update: same, delete: same },
  access_log_subjects: { read: same, delete: same },
  log_batches: { read: same, insert: same, delete: same },
  figure_changes: { read: same, delete: same },
}

const lookup: Record<string, Rules> = {
  municipalities: { read: (who, row) => row['listed'] === true || row['id'] === who.place.id },
  controllers: { read: same },
  parties: { read: same },
  consents: { read: same, update: same },
  citizen_links: { read: same, update: same },
  glass_openings: { read: same },
  memberships: { read: same },
  people: { read: same },
  centres: { read: same },
  accounts: all(same),
  sessions: all(same),
  one_time_links: all(same),
  known_devices: all(same),
  sign_in_tries: all(same),
  access_log: { insert: same, read: either(same, (_who, row) => row['batch'] === null) },
  access_log_subjects: { insert: same, read: same },
  citizens: { read: same },
  contacts: { read: same },
  contact_versions: { insert: same },
  figure_changes: { insert: same },
  outbox: { insert: same },
}

const doors = { web, figures, import: importing, operator, lookup }

/** Whether the persona may do this to the row. */
export function may(who: Persona, operation: Operation, at: { table: string; row: Row; facts: Facts }): boolean {
  const rules = doors[who.role][at.table] ?? (who.role === 'operator' ? all(same) : {})
  return (rules[operation] ?? never)(who, at.row, at.facts)
}
