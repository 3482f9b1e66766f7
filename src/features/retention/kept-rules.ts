import type { RecordKind } from './codes.ts'

/**
 * Where records of a kind stand, and from which day their time runs. `from` and `only` are SQL about the row `t`; a row
 * without a day is not over. `versions` is what `keep_version()` calls them.
 */
export interface Kept {
  table: KeptTable
  from: string
  only?: string
  versions?: string
}

export type KeptTable =
  | 'citizens'
  | 'contacts'
  | 'steps'
  | 'tasks'
  | 'appointments'
  | 'plan_parts'
  | 'plan_people'
  | 'notes'
  | 'consents'
  | 'powers_of_attorney'

/** Everything that has a time of its own. What hangs on these rows goes with them. */
export const keptOf: Record<RecordKind, readonly Kept[]> = {
  // Nobody who is owed an answer is deleted before its day.
  citizen: [
    {
      table: 'citizens',
      only: 't.closed_at is not null',
      from: `greatest(${danishDay('t.closed_at')}, (select max(r.due_on) from access_requests r
        where r.municipality_id = t.municipality_id and r.owner_party_id = t.owner_party_id and r.citizen_id = t.id))`,
    },
  ],
  quiet: [{ table: 'citizens', only: 't.closed_at is null', from: lastUsed() }],
  contact: [{ table: 'contacts', only: 't.citizen_id is not null', from: 't.day' }],
  // A step that another waits for stays as long as that one does; so does an appointment that was moved.
  plan: [
    {
      table: 'steps',
      versions: 'step',
      from: `coalesce(t.done_on, ${danishDay('t.put_away_at')})`,
      only: unlessNamed('steps', 'waits_for'),
    },
    { table: 'tasks', versions: 'task', from: danishDay('t.done_at'), only: 't.citizen_id is not null' },
    { table: 'appointments', versions: 'appointment', from: 't.day', only: unlessNamed('appointments', 'moved_from') },
    { table: 'plan_parts', versions: 'plan_part', from: danishDay('t.put_away_at') },
    { table: 'plan_people', versions: 'plan_person', from: danishDay('t.put_away_at') },
  ],
  note: [{ table: 'notes', versions: 'note', from: danishDay('t.written_at') }],
  consent: [{ table: 'consents', from: ended() }],
  attorney: [{ table: 'powers_of_attorney', from: ended() }],
  // Deleted month by month, as it is sealed.
  log: [],
}

function ended(): string {
  return `least(${danishDay('t.withdrawn_at')}, t.valid_until)`
}

function unlessNamed(table: string, column: string): string {
  return `not exists (select from ${table} o where o.municipality_id = t.municipality_id
    and o.owner_party_id = t.owner_party_id and o.citizen_id = t.citizen_id and o.${column} = t.id)`
}

/** The day on which anybody last wrote in a record. */
function lastUsed(): string {
  const latest = (table: string, column: string) =>
    `(select max(${column}) from ${table} o where o.municipality_id = t.municipality_id
      and o.owner_party_id = t.owner_party_id and o.citizen_id = t.id)`
  return `greatest(${danishDay('t.created_at')}, ${latest('contacts', 'o.day')},
    ${danishDay(latest('record_versions', 'o.replaced_at'))}, ${danishDay(latest('citizen_acts', 'o.acted_at'))},
    ${danishDay(latest('notes', 'o.written_at'))}, ${danishDay(latest('steps', 'o.created_at'))},
    ${danishDay(latest('consents', 'o.recorded_at'))})`
}

function danishDay(instant: string): string {
  return `((${instant}) at time zone 'Europe/Copenhagen')::date`
}
