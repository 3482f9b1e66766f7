import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Read, Subject } from '../../platform/db.ts'
import { isId } from '../../platform/id.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import type { Mine } from '../contacts/queries.ts'
import { firstName } from '../plans/path-part.ts'
import { candidatesFor } from '../plans/people-queries.ts'
import { ofRecords } from '../plans/queries.ts'
import { receiverValue, refusalOfHand } from './rules.ts'

/** What somebody has promised, or was asked to. */
export interface Task {
  id: string
  partyId: string
  citizenId: string | null
  /** Null where it is about nobody, and where the asker does not see the citizen. */
  alias: string | null
  topic: number | null
  words: string
  day: string
  personId: string
  personName: string
  personPartyId: string
  personPartyName: string
  /** Who asks: who gave it, or the colleague in the receiving party who passed it on. */
  askedBy: string
  askedByName: string
  isPassed: boolean
  state: TaskState
  refusedWords: string | null
  /** Whose it is now: who gave it, until the other has said yes. */
  heldBy: string
  heldByName: string
  list: string
  ticked: number
  doneAt: Date | null
  version: number
  part: TaskPart
}

/** `unseen`: whoever has it sees it no more, for the yes was taken back; told to the party that owns it alone. */
export type TaskState = 'held' | 'asked' | 'refused' | 'unseen' | 'done'

/** My own party's; handed to my party and answered there; or looked at, by a yes or behind broken glass. */
export type TaskPart = 'own' | 'received' | 'watched'

/** What I have promised and not done, the nearest day first; with `done`, the one that I just ticked on top. */
export async function myTasks(tx: Read, mine: Mine, done?: string): Promise<Task[]> {
  const rows = await taskRows(
    tx,
    mine,
    sql`t.held_by = ${mine.personId}::uuid and (t.owner_party_id in (${sql.join(mine.parties)}) or t.party_id in (${sql.join(mine.parties)}))
      and (t.done_at is null ${done === undefined ? sql`` : sql`or t.id = ${done}::uuid`})
      order by t.done_at nulls last, t.day, t.id limit 60`,
  )
  return rows.filter(isInMyHands)
}

/** What others have asked me to take over, and I have not answered. */
export async function tasksAskedOfMe(tx: Read, mine: Mine): Promise<Task[]> {
  const rows = await taskRows(
    tx,
    mine,
    sql`t.person_id = ${mine.personId}::uuid and t.party_id in (${sql.join(mine.parties)}) and t.accepted_at is null
      and t.refused_at is null and coalesce(t.passed_by, t.given_by) <> t.person_id order by t.day, t.id limit 30`,
  )
  return rows.filter(isInMyHands)
}

/** Everything that is promised about a citizen: what is open by its day, and the last that were done. */
export async function tasksAbout(tx: Read, mine: Mine, records: readonly CitizenRecord[]): Promise<Task[]> {
  return await taskRows(
    tx,
    mine,
    sql`${ofRecords('t', records)} order by t.done_at desc nulls first, t.day, t.id limit 100`,
  )
}

/** A small thing that came out of a talk: on the board it is a promise like the others. */
export interface TalkPromise {
  contactId: string
  words: string
  day: string | null
  talkDay: string
  heldBy: string
  heldByName: string
}

/** What talks led to and is not done; of one's own party alone, since a talk has its page there alone. */
export async function talkPromises(tx: Read, mine: Mine, own: readonly CitizenRecord[]): Promise<TalkPromise[]> {
  const { rows } = await sql<TalkPromise>`
    select c.id as "contactId", c.next_thing as words, c.next_day as day, c.day as "talkDay", p.id as "heldBy",
      p.public_name as "heldByName"
    from contacts c join people p on p.municipality_id = c.municipality_id and p.id = coalesce(c.next_owner_id, c.worker_id)
    where c.municipality_id = ${mine.municipalityId}::uuid and ${ofRecords('c', own)} and c.next_thing is not null
      and c.next_done_at is null
    order by c.next_day nulls last, c.id limit 50`.execute(tx)
  return rows
}

/** Who has promised something that nobody in this party will see any more, and to whom it goes back. */
export async function promisesGoingBack(
  tx: Read,
  mine: Mine,
  at: { own: readonly CitizenRecord[]; receivers: readonly string[] },
): Promise<{ holder: string; giver: string }[]> {
  if (at.receivers.length === 0) return []
  const { rows } = await sql<{ holder: string; giver: string }>`
    select distinct p.public_name as holder, g.public_name as giver from tasks t
    join people p on p.municipality_id = t.municipality_id and p.id = t.person_id
    join people g on g.municipality_id = t.municipality_id and g.id = t.given_by
    where t.municipality_id = ${mine.municipalityId}::uuid and ${ofRecords('t', at.own)} and t.party_id <> t.owner_party_id
      and t.party_id in (${sql.join(at.receivers)}) and t.done_at is null and t.accepted_at is not null
    order by holder, giver`.execute(tx)
  return rows
}

/** A task that the asker sees: of one's own party, handed to it, or shared. */
export async function findTask(tx: Read, mine: Mine, taskId: string): Promise<Task | undefined> {
  const [task] = await taskRows(
    tx,
    mine,
    sql`t.id = ${taskId}::uuid order by t.owner_party_id in (${sql.join(mine.parties)}) desc limit 1`,
  )
  return task
}

/** A task that a yes was asked for, ready to be handed to the person. */
export interface TaskToHand {
  id: string
  version: number
  /** As the form that hands over has it. */
  to: string
  name: string
}

/** The open task of one's own party, when this person may have it by now; nothing where anything is otherwise. */
export async function taskToHand(
  tx: Read,
  mine: Mine,
  asked: { task: string | undefined; person: string | undefined },
): Promise<TaskToHand | undefined> {
  const { task: taskId, person } = asked
  if (!isId(taskId) || !isId(person)) return undefined
  const task = await findTask(tx, mine, taskId)
  if (!task || task.part !== 'own' || task.state === 'done') return undefined
  const candidates = await candidatesFor(tx, mine, task)
  const to = candidates.find(each => each.personId === person && refusalOfHand(task, each) === undefined)
  if (!to) return undefined
  return { id: task.id, version: task.version, to: receiverValue(to), name: firstName(to.name) }
}

/** Whom a task is about; nobody where it is about nobody. */
export function subjectsOfTask(task: Pick<Task, 'partyId' | 'citizenId'>): Subject[] {
  return task.citizenId === null ? [] : [{ subject: 'citizen', id: task.citizenId, partyId: task.partyId }]
}

// What was handed to me and may only be looked at any more is seen at the citizen, and asks nothing of me on Today.
const isInMyHands = (task: Task) => task.part !== 'watched'

async function taskRows(
  tx: Read,
  { municipalityId, parties }: Pick<Mine, 'municipalityId' | 'parties'>,
  where: RawBuilder<unknown>,
): Promise<Task[]> {
  // As the policy that lets a receiver write: by the yes alone, since whoever breaks the glass answers nothing.
  const part = sql`case when t.owner_party_id in (${sql.join(parties)}) then 'own'
      when t.party_id in (${sql.join(parties)}) and (t.citizen_id is null or exists (select from consents_to_me() c
        where c.owner_party_id = t.owner_party_id and c.citizen_id = t.citizen_id and c.topics & t.topic <> 0)) then 'received'
      else 'watched' end`
  const unseen = sql`(t.done_at is null and t.refused_at is null and t.party_id <> t.owner_party_id and t.citizen_id is not null
    and t.owner_party_id in (${sql.join(parties)}) and not may_hand_to(t.owner_party_id, t.citizen_id, t.topic, t.party_id))`
  const { rows } = await sql<Task>`
    select t.id, t.owner_party_id as "partyId", t.citizen_id as "citizenId", z.alias, t.topic, t.words, t.day,
      t.person_id as "personId", p.public_name as "personName", t.party_id as "personPartyId", y.name as "personPartyName",
      g.id as "askedBy", g.public_name as "askedByName", t.passed_by is not null as "isPassed", t.refused_words as "refusedWords",
      case when lost.unseen then t.given_by else t.held_by end as "heldBy",
      case when lost.unseen then o.public_name when t.held_by = t.person_id then p.public_name else g.public_name end as "heldByName", t.list, t.ticked,
      t.done_at as "doneAt", t.version,
      case when t.done_at is not null then 'done' when t.refused_at is not null then 'refused'
        when lost.unseen then 'unseen' when t.accepted_at is null then 'asked' else 'held' end as state, ${part} as part
    from (select t.* from tasks t where t.municipality_id = ${municipalityId}::uuid and ${where}) t
    cross join lateral (select ${unseen} as unseen) lost
    join people p on p.municipality_id = t.municipality_id and p.id = t.person_id
    join people g on g.municipality_id = t.municipality_id and g.id = coalesce(t.passed_by, t.given_by)
    join people o on o.municipality_id = t.municipality_id and o.id = t.given_by
    join parties y on y.municipality_id = t.municipality_id and y.id = t.party_id
    left join citizens z on z.municipality_id = t.municipality_id and z.owner_party_id = t.owner_party_id and z.id = t.citizen_id
    -- A record that was locked is not there for the daily work.
    where t.citizen_id is null or z.id is not null
    order by t.done_at desc nulls first, t.day, t.id`.execute(tx)
  return rows
}
