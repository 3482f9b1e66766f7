// Three citizens' plans, as their contact person and their centre keep them: Viggo's, one after an accident with three
// roles at work, and one with a chain of steps between two parties. All made up.

import { anyTopicBits } from '../src/features/contacts/codes.ts'
import type { AnyTopic } from '../src/features/contacts/codes.ts'
import { areaMask } from '../src/features/plans/codes.ts'
import type { Area } from '../src/features/plans/codes.ts'
import { addDays, weekdayOf } from '../src/platform/time.ts'
import type { Day } from '../src/platform/time.ts'
import { demoId } from './chance.ts'
import type { Citizens } from './citizens.ts'
import { personOf } from './people.da.ts'
import type { PersonKey } from './people.da.ts'
import type { PartyKey } from './places.da.ts'
import { plans } from './plan-words.da.ts'
import type { Plan } from './plan-words.da.ts'
import { municipalityId, partyIdOf, personIdOf } from './rows.ts'
import type { Row, TableRows } from './rows.ts'

/** The rows of the plans, reckoned from the day on which the demo was made. */
export function planRows(citizens: Citizens, made: Day): TableRows {
  const all = plans.flatMap(plan => {
    const citizen = citizens.named(plan.alias, plan.party)
    return citizen ? [rowsOf(plan, { citizenId: citizen.id, made })] : []
  })
  const tables = ['plans', 'plan_parts', 'plan_people', 'steps', 'appointments', 'tasks', 'consents'] as const
  return tables.map(table => [table, all.flatMap(rows => rows[table])])
}

function rowsOf(plan: Plan, { citizenId, made }: { citizenId: string; made: Day }) {
  const at: At = { plan, citizenId, made }
  return {
    plans: [
      {
        ...keyed(at, 'plan'),
        kept_by: personIdOf(plan.keptBy),
        weeks: 4,
        opened_at: instant(addDays(made, -60)),
        version: 1,
      },
    ],
    plan_parts: plan.parts.map((part, number) => ({
      ...written(at, `part ${number}`, number),
      topic: bit(part.topic),
      kind: part.kind,
      areas: areaMask(part.areas ?? ([] satisfies Area[])),
      words: part.words,
    })),
    plan_people: plan.people.map(({ who, words, topic }, number) => ({
      ...keyed(at, `person ${who}`, number),
      topic: bit(topic),
      person_id: personIdOf(who),
      words,
      created_at: instant(addDays(made, -50)),
      version: 1,
    })),
    steps: plan.steps.map((step, number) => stepRow(at, step, number)),
    appointments: plan.appointments.map((appointment, number) => appointmentRow(at, appointment, number)),
    tasks: plan.tasks.map((task, number) => taskRow(at, task, number)),
    consents: plan.yeses.map(yes => consentRow(at, yes)),
  }
}

function stepRow(at: At, step: Plan['steps'][number], number: number): Row {
  const { doneDaysAgo, waitsFor, rest } = step
  const ahead = step.state ?? (waitsFor === undefined ? 'open' : 'waiting')
  const state = doneDaysAgo !== undefined ? 'done' : rest !== undefined ? 'resting' : ahead
  return {
    ...written(at, `step ${number}`),
    topic: bit(step.topic),
    words: step.words,
    day: step.on === undefined ? null : String(dayFrom(at.made, step.on)),
    whose: step.with ? 'together' : 'citizen',
    person_id: step.with ? personIdOf(step.with) : null,
    whose_at: instant(addDays(at.made, -40)),
    state,
    waits_for: waitsFor === undefined ? null : idOf(at, `step ${waitsFor}`),
    rest_words: rest ?? null,
    done_words: step.said ?? null,
    done_on: doneDaysAgo === undefined ? null : String(addDays(at.made, -doneDaysAgo)),
  }
}

function appointmentRow(at: At, appointment: Plan['appointments'][number], number: number): Row {
  const { place, words, topic, on, clock, bring, address, along, meet, came } = appointment
  return {
    ...written(at, `appointment ${number}`),
    topic: bit(topic),
    at_place: place,
    words,
    address: address ?? null,
    bring: bring ?? null,
    day: String(dayFrom(at.made, on)),
    clock,
    companion_id: along ? personIdOf(along) : null,
    meet_place: meet?.[0] ?? null,
    meet_clock: meet?.[1] ?? null,
    state: came?.[0] ?? 'planned',
    state_words: came?.[1] ?? null,
    state_at: came ? instant(dayFrom(at.made, on)) : null,
  }
}

function taskRow(at: At, task: Plan['tasks'][number], number: number): Row {
  const givenBy = personIdOf(at.plan.keptBy)
  const given = instant(addDays(at.made, -(task.givenDaysAgo ?? 2)))
  return {
    ...written(at, `task ${number}`),
    topic: bit(task.topic),
    words: task.words,
    day: String(addDays(at.made, task.inDays)),
    person_id: personIdOf(task.who),
    party_id: partyIdOf(partyOf(task.who)),
    given_by: givenBy,
    given_at: given,
    accepted_at: task.asked ? null : given,
    list: task.list?.join('\n') ?? '',
    ticked: task.ticked ?? 0,
    done_at: task.done ? instant(addDays(at.made, -1)) : null,
  }
}

function consentRow(at: At, { to, topics }: Plan['yeses'][number]): Row {
  return {
    municipality_id: municipalityId,
    id: idOf(at, `yes ${to}`),
    owner_party_id: partyIdOf(at.plan.party),
    citizen_id: at.citizenId,
    receiving_party_id: partyIdOf(to),
    topics: topics.reduce((mask, topic) => mask | anyTopicBits[topic], 0),
    ground: 'disclose',
    valid_from: String(addDays(at.made, -30)),
    valid_until: String(addDays(at.made, 335)),
    given_how: 'oral',
    witness: 'Jonas på Fyrskuret',
    recorded_by: personIdOf(at.plan.keptBy),
    recorded_at: instant(addDays(at.made, -30)),
  }
}

/** In so many days, or on the next such weekday (Monday is 1), so many weeks on. */
function dayFrom(made: Day, on: number | { weekday: number; weeks?: number }): Day {
  if (typeof on === 'number') return addDays(made, on)
  const ahead = ((on.weekday - weekdayOf(made) + 6) % 7) + 1
  return addDays(made, ahead + 7 * (on.weeks ?? 0))
}

const written = (at: At, name: string, number = 0): Row => ({
  ...keyed(at, name, number),
  created_by: personIdOf(at.plan.keptBy),
  created_at: instant(addDays(at.made, -45)),
  version: 1,
})
/** `number` keeps their order: the ids sort by it. */
const keyed = (at: At, name: string, number = 0): Row => ({
  municipality_id: municipalityId,
  owner_party_id: partyIdOf(at.plan.party),
  id: idOf(at, name, number),
  citizen_id: at.citizenId,
})
const idOf = ({ plan, made }: At, name: string, number = 0): string =>
  demoId(`${plan.party} ${plan.alias} ${name}`, Date.UTC(made.year, made.month - 1, made.day) + number)
const bit = (topic: AnyTopic | undefined): number | null => (topic === undefined ? null : anyTopicBits[topic])
const instant = (on: Day): string => `${String(on)}T09:00:00Z`
const partyOf = (who: PersonKey): PartyKey => personOf(who).party ?? 'skp'

interface At {
  plan: Plan
  citizenId: string
  made: Day
}
