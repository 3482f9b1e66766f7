import type { Row, Rule, Rules } from './model.ts'
import { admin, both, either, isNull, mine, names, only, same } from './rule-parts.ts'
import {
  answersFor,
  breaksGlass,
  danishDay,
  holds,
  isInForce,
  isMine,
  isPublic,
  ledIntoMine,
  yesToTopic,
} from './sharing-model.ts'
import {
  ownParty,
  saidYesTo,
  seesByYes,
  seesRecord,
  sharedByTopic,
  sharedByTopics,
  sharedCitizen,
} from './sharing-model.ts'

// A record that the law keeps still: for the citizen's right of access, and for the citizen who comes back.
const atHand: Rule = (who, row) =>
  (row['locked_at'] ?? null) === null ||
  [
    'citizens.search-closed',
    'citizens.everything',
    'citizens.close',
    'citizens.reopen',
    'looked.show',
    'looked.export',
    'access-requests.show',
    'access-requests.ask',
    'access-requests.answer',
  ].includes(who.purpose)

// The citizen's yes: written down and taken back by the giving party, seen by the receiving one while it stands.
const received: Rule = (who, row, facts) => isInForce(row, facts) && isMine(who, row['receiving_party_id'], facts)
const notFromBefore: Rule = (_who, row, facts) => String(row['valid_from']) >= facts.today
const oneSide = (row: Row) => ({ party: row['owner_party_id'], citizen: row['citizen_id'] })
const otherSide = (row: Row) => ({ party: row['other_party_id'], citizen: row['other_citizen_id'] })
const bothSides: Rule = (who, row, facts) =>
  seesRecord(who, oneSide(row), facts) && seesRecord(who, otherSide(row), facts)
const tied: Rule = (who, row, facts) => seesByYes(who, otherSide(row), facts)
const withinTheHour: Rule = (_who, row, facts) =>
  row['until'] instanceof Date && row['until'].getTime() <= facts.now.getTime() + 3_600_000

// Read by whom the citizen said yes to for its topic, written by the own party alone.
const withTopic: Rules = {
  read: both(same, either(ownParty, sharedByTopic)),
  insert: both(same, ownParty),
  update: both(same, ownParty),
}

// Handed to a party of mine: about nobody, or about a citizen who said yes to it. Broken glass hands over nothing.
const handed: Rule = (who, row, facts) =>
  isMine(who, row['party_id'], facts) && (row['citizen_id'] === null || yesToTopic(who, row, facts))

const mayHand: Rule = (_who, row, facts) =>
  row['citizen_id'] === null || row['party_id'] === row['owner_party_id'] || saidYesTo(row['party_id'], row, facts)

const withinAYear: Rule = (_who, row, facts) => {
  const last = danishDay(new Date(`${facts.today}T12:00:00Z`), 366)
  return facts.today <= String(row['valid_until']) && String(row['valid_until']) <= last
}

const ofPublic: Rule = (_who, row, facts) => isPublic(row['owner_party_id'], facts)
const manages: Rule = (who, row, facts) =>
  (admin(who, row, facts) && row['controller_id'] === who.place.controllers.public) ||
  answersFor(who, { controller: row['controller_id'], privately: true }, facts, 'centre_manager')
const officer = holds('data_protection_officer')

/** Records about citizens, and what is told of how they are kept, for people at pages. */
export const records: Record<string, Rules> = {
  citizens: {
    read: both(same, either(both(ownParty, atHand), sharedCitizen)),
    insert: both(same, ownParty),
    update: both(same, ownParty, atHand),
  },
  contacts: {
    read: both(same, either(ownParty, sharedByTopics)),
    insert: both(same, ownParty),
    update: both(same, ownParty),
  },
  contact_versions: { read: both(same, ownParty) },
  record_versions: { read: both(same, ownParty) },
  citizen_acts: { read: both(same, ownParty), insert: both(same, ownParty, names('recorded_by')) },
  citizen_numbers: only(both(same, ownParty, ofPublic), 'read', 'insert', 'delete'),
  consents: {
    read: both(same, either(ownParty, received)),
    insert: both(same, ownParty, names('recorded_by'), notFromBefore),
    update: both(same, ownParty, isNull('withdrawn_at')),
  },
  citizen_links: { read: both(same, bothSides), insert: both(same, ownParty, names('made_by'), tied) },
  glass_openings: {
    read: both(same, either(mine, ownParty, officer, ledIntoMine)),
    insert: both(same, mine, ownParty, breaksGlass, withinTheHour),
    update: both(same, mine, isNull('closed_at')),
  },
  powers_of_attorney: {
    read: both(same, either(ownParty, sharedByTopics)),
    insert: both(same, ownParty, names('recorded_by')),
    update: both(same, ownParty, isNull('withdrawn_at')),
  },
  // What somebody from outside is let see, by name; at most for a year.
  helper_shares: {
    read: both(same, ownParty),
    insert: both(same, ownParty, names('given_by'), withinAYear),
    update: both(same, ownParty, isNull('withdrawn_at')),
  },
  helper_things: only(both(same, ownParty), 'read', 'insert', 'update'),
  helper_looks: { read: both(same, ownParty) },
  plans: only(both(same, ownParty), 'read', 'insert', 'update'),
  plan_parts: withTopic,
  plan_people: withTopic,
  steps: withTopic,
  appointments: withTopic,
  tasks: {
    read: both(same, either(ownParty, sharedByTopic, handed)),
    // That it was passed on is written by the receiving party alone, and later.
    insert: both(same, ownParty, mayHand, isNull('passed_by')),
    update: both(same, either(ownParty, handed)),
  },
  notes: {
    // What is meant for the own party alone is shared by no yes.
    read: both(
      same,
      either(
        ownParty,
        both(sharedByTopic, (_who, row) => row['kind'] !== 'own'),
      ),
    ),
    insert: both(same, ownParty, names('written_by')),
    update: both(same, ownParty),
  },
  // Only an authority has a journal to hand over to.
  handovers: { read: both(same, ownParty), insert: both(same, ownParty, ofPublic, names('handed_over_by')) },
  // A request for access: asked and read at the record from which it was asked, answered by each party for itself.
  access_requests: { read: both(same, ownParty), insert: both(same, ownParty, ofPublic, names('recorded_by')) },
  access_answers: {
    read: both(same, ownParty, ofPublic),
    update: both(same, ownParty, ofPublic, (_who, row) => row['answer'] !== 'given'),
  },
  retention_rules: { read: same, update: both(same, manages) },
  controller_contacts: { read: same, insert: both(same, manages), update: both(same, manages) },
  retention_runs: { read: both(same, either(manages, officer)) },
  log_checks: {
    read: both(same, officer),
    insert: both(same, officer, names('drawn_by')),
    update: both(same, officer, isNull('checked_at')),
  },
}

/** The same tables, for the role that looks, ends and hands over in the functions of the database. */
export const lookedUp: Record<string, Rules> = {
  citizens: only(same, 'read', 'delete'),
  contacts: only(same, 'read', 'update', 'delete'),
  contact_versions: only(same, 'read', 'insert', 'delete'),
  record_versions: only(same, 'read', 'insert', 'update'),
  citizen_numbers: { read: same },
  consents: only(same, 'read', 'update'),
  citizen_links: only(same, 'read', 'update'),
  glass_openings: { read: same },
  plans: { read: same },
  steps: { read: same },
  tasks: { read: same },
  plan_parts: { read: same },
  notes: { read: same },
  helper_shares: only(same, 'read', 'update'),
  helper_things: only(same, 'read', 'update'),
  helper_looks: { insert: same },
  appointments: { read: same },
  retention_rules: { insert: same },
  access_requests: { read: same },
  access_answers: only(same, 'read', 'insert'),
}
