import type { Place } from '../world.ts'
import { lookedUp, records } from './record-rules.ts'
import { admin, all, both, either, is, isNull, mine, names, same } from './rule-parts.ts'
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
export type Rules = Partial<Record<Operation, Rule>>

const never: Rule = () => false
const sameItself: Rule = (who, row) => row['id'] === who.place.id
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
// Roles that see records, at the party that a private controller answers for: its manager's to give.
const seesRecords = ['outreach_worker', 'centre_staff', 'centre_manager', 'coordinator']
const privateRecords: Rule = (who, row) =>
  row['party_id'] === who.place.parties.cafe && seesRecords.includes(String(row['role']))
const not =
  (rule: Rule): Rule =>
  (who, row, facts) =>
    !rule(who, row, facts)
const ledByMe: Rule = (who, row) => who.as === 'manager' && row['party_id'] === who.place.parties.cafe
const others: Rule = (who, row) => row['person_id'] !== who.personId || row['role'] === 'centre_manager'
const heldOnNoDay: Rule = (_who, row) =>
  row['valid_until'] !== null && String(row['valid_until']) < String(row['valid_from'])
const unanswered: Rule = (_who, row) => (row['answered_at'] ?? null) === null
const inForce: Rule = (_who, row) => row['valid_until'] === null || String(row['valid_until']) > '2090'
const ahead: Rule = (_who, row) => String(row['valid_from']) > '2090'

const web: Record<string, Rules> = {
  ...records,
  municipalities: { read: sameItself, update: both(sameItself, admin) },
  controllers: kept(admin),
  parties: {
    ...kept(admin),
    update: both(
      same,
      either(admin, (who, row) => who.as === 'manager' && row['id'] === who.place.parties.cafe),
    ),
  },
  people: {
    ...kept(admin),
    update: both(
      same,
      either(admin, (who, row) => row['id'] === who.personId),
    ),
  },
  person_photos: { ...shown(mine), read: both(same, either(mine, publicPhoto)) },
  memberships: {
    read: same,
    insert: both(same, ahead, either(both(admin, not(privateRecords)), both(ledByMe, privateRecords, others))),
    update: both(same, either(admin, ledByMe), inForce),
  },
  role_offers: {
    read: both(same, either(admin, ledByMe)),
    insert: both(same, admin, names('offered_by'), (who, row) => row['party_id'] === who.place.parties.cafe),
    update: both(same, ledByMe, unanswered),
  },
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
  imports: { read: both(same, admin) },
  outbox: { read: both(same, admin, isNull('share_id')) },
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

// What the private controller's people have written is theirs: a file neither adds to it nor changes it.
const notTheirs: Rule = (who, row) => row['owner_party_id'] !== who.place.parties.cafe
const imports: Rule = who => who.as === 'administrator' && who.purpose.startsWith('import.')
const readAndAdd: Rules = { read: both(same, imports), insert: both(same, imports) }
const importing: Record<string, Rules> = {
  municipalities: { read: both(sameItself, imports) },
  controllers: readAndAdd,
  parties: readAndAdd,
  people: readAndAdd,
  memberships: { read: both(same, imports), insert: both(same, imports, either(not(privateRecords), heldOnNoDay)) },
  centres: readAndAdd,
  rooms: readAndAdd,
  presence_times: readAndAdd,
  citizens: { read: both(same, imports, notTheirs), insert: both(same, imports, notTheirs) },
  contacts: {
    read: both(same, imports),
    insert: both(same, imports, notTheirs),
    update: both(same, imports, notTheirs),
  },
  forgotten_rows: { read: both(same, imports) },
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
  ...lookedUp,
  municipalities: { read: (who, row) => row['listed'] === true || row['id'] === who.place.id },
  controllers: { read: same },
  parties: { read: same },
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
  figure_changes: { insert: same },
  forgotten_rows: { insert: same },
  outbox: all(same),
}

const doors = { web, figures, import: importing, operator, lookup }

/** Whether the persona may do this to the row. */
export function may(who: Persona, operation: Operation, at: { table: string; row: Row; facts: Facts }): boolean {
  const rules = doors[who.role][at.table] ?? (who.role === 'operator' ? all(same) : {})
  return (rules[operation] ?? never)(who, at.row, at.facts)
}
