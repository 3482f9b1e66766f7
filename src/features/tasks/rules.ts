import { addDays, capitalised, compareDays, day, today } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import { dayWords } from '../contacts/sentence-rules.ts'
import type { Candidate } from '../plans/people-queries.ts'
import type { Task } from './queries.ts'
import { taskTexts as t } from './texts.da.ts'

/** How many small things a list can have. */
export const mostInList = 30

/** One small thing of a task's list. */
export interface Item {
  place: number
  words: string
  done: boolean
}

/** The lines of a list, each with its tick. */
export function itemsOf({ list, ticked }: Pick<Task, 'list' | 'ticked'>): Item[] {
  return linesOf(list).map((words, place) => ({ place, words, done: (ticked & (1 << place)) !== 0 }))
}

/** A list as it is stored: one thing a line, without empty ones. */
export const linesOf = (list: string): string[] =>
  list
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

/** The day of "today", "tomorrow", "in a week"; or the one that was picked. */
export function dayOfWhen(
  when: 'today' | 'tomorrow' | 'week' | 'pick',
  at: { picked: Day | undefined; today: Day },
): Day | undefined {
  if (when === 'pick') return at.picked
  return addDays(at.today, { today: 0, tomorrow: 1, week: 7 }[when])
}

/** By when, and to or from whom: what stands under the words of a task. */
export function taskLine(task: Task, now: Instant, named: { citizen: boolean }): string {
  const on = dayWords(day(task.day), now)
  const late = task.state !== 'done' && compareDays(day(task.day), today(now)) < 0
  const when = task.state === 'done' ? t.state.done : late ? t.overdue(on) : capitalised(on)
  const about = named.citizen && task.alias !== null ? [t.about(task.alias)] : []
  return [when, ...about].join('. ')
}

/**
 * Whether somebody is asked, said no, or sees it no more; `me` is told so as the one who is asked. What was passed on
 * is with whoever passed it on until then.
 */
export function taskStands(task: Task, me: string): string | undefined {
  const at = task.isPassed ? ` ${t.with(task.heldByName)}` : ''
  if (task.state === 'unseen') return t.unseen(task.personName)
  if (task.state === 'asked')
    return (task.personId === me ? t.askedYou : t.asked(task.personName, task.personPartyName)) + at
  return task.state === 'refused' ? t.refused(task.personName, task.refusedWords ?? '') + at : undefined
}

/** Whether this person has it because they passed it on, and nobody has taken it. */
export const isPassedBy = (task: Task, personId: string): boolean =>
  task.isPassed && task.askedBy === personId && (task.state === 'asked' || task.state === 'refused')

/** `personId partyId` as a form has it, and back. */
export const receiverValue = ({ personId, partyId }: Pick<Candidate, 'personId' | 'partyId'>): string =>
  `${personId} ${partyId}`
export const receiverOf = (value: string, candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.find(each => receiverValue(each) === value)

/** Whether this person may be handed a task with this topic: their own party's always, another's by the citizen's yes. */
export function refusalOfHand(
  task: Pick<Task, 'citizenId' | 'topic'>,
  to: Candidate,
): 'needsTopic' | 'needsYes' | undefined {
  if (to.own || task.citizenId === null) return undefined
  if (task.topic === null) return 'needsTopic'
  return (to.topics & task.topic) === task.topic ? undefined : 'needsYes'
}
