import type { Day } from '../../platform/time.ts'
import type { Step } from './queries.ts'
import type { StepIs } from './step-commands.ts'
import { mayFollowStep, stepFollows } from './state-rules.ts'
import type { StepState } from './state-rules.ts'
import { stepTexts as t } from './texts.da.ts'

/** What is said of a step that moves on. */
export interface Move {
  to: StepState
  words: string
  waitsFor: string | undefined
}

/** What a step can become, as buttons show it; each that it cannot become now has the sentence why. */
export function movesOf(step: Step, steps: readonly Step[]): { to: StepState; why: string | undefined }[] {
  return stepFollows[step.state].map(to => ({
    to,
    why: to === 'waiting' && couldWaitFor(step.id, steps).length === 0 ? t.noOthers : undefined,
  }))
}

/** What stands in the way of a move, by field; nothing when it can be made. */
export function refusalsOfMove(
  step: Pick<Step, 'id' | 'state'>,
  move: Move,
  steps: readonly Step[],
): { field: string; message: string }[] {
  if (!mayFollowStep(step.state, move.to)) return [{ field: 'state', message: t.notNow }]
  if (move.to === 'resting' && move.words === '') return [{ field: 'restWords', message: t.restMissing }]
  return move.to === 'waiting' ? refusalsOfWait(step.id, move.waitsFor, steps) : []
}

/** What stands in the way of waiting for a step. */
export function refusalsOfWait(
  id: string,
  waitsFor: string | undefined,
  steps: readonly Step[],
): { field: string; message: string }[] {
  const other = steps.find(each => each.id === waitsFor && each.state !== 'done')
  if (!other) return [{ field: 'waitsFor', message: t.waitsMissing }]
  return goesRound(id, other, steps) ? [{ field: 'waitsFor', message: t.ring }] : []
}

/** The steps of the same record that this one could wait for: not done, and not waiting for it themselves. */
export function couldWaitFor(id: string, steps: readonly Step[]): Step[] {
  return steps.filter(other => other.state !== 'done' && !goesRound(id, other, steps))
}

/** The columns that go with a state: a step that rests has its words, one that is done its day. */
export function stepIs({ to, words, waitsFor }: Move, at: { step: Pick<Step, 'waitsFor'>; today: Day }): StepIs {
  return {
    state: to,
    waitsFor: to === 'waiting' ? (waitsFor ?? null) : at.step.waitsFor,
    restWords: to === 'resting' ? words : null,
    doneWords: to === 'done' && words !== '' ? words : null,
    doneOn: to === 'done' ? String(at.today) : null,
  }
}

/** How a new step begins: done, waiting, the next where there is none, or open. */
export function beginning(
  form: { done: boolean; waitsFor: string | undefined },
  at: { steps: readonly Step[]; today: Day },
): StepIs {
  const isFirst = !at.steps.some(each => each.state === 'next')
  const to = form.done ? 'done' : form.waitsFor !== undefined ? 'waiting' : isFirst ? 'next' : 'open'
  return stepIs(
    { to, words: '', waitsFor: form.waitsFor },
    { step: { waitsFor: form.waitsFor ?? null }, today: at.today },
  )
}

/** The chain that ends in this step: what must be done first, the first first. */
function chainTo(step: Step, steps: readonly Step[]): Step[] {
  const chain = [step]
  for (let at: Step | undefined = step; at?.waitsFor;) {
    const next: string = at.waitsFor
    at = steps.find(each => each.id === next)
    if (!at || chain.includes(at)) break
    chain.unshift(at)
  }
  return chain
}

/** The chain through this step: what comes before it, and all that waits for it in turn. */
export function chainThrough(step: Step, steps: readonly Step[]): Step[] {
  const chain = chainTo(step, steps)
  for (let at = chain.length - 1; at < chain.length; at += 1) {
    const before = chain[at]
    chain.push(...steps.filter(each => each.waitsFor === before?.id && !chain.includes(each)))
  }
  return chain
}

function goesRound(id: string, other: Step, steps: readonly Step[]): boolean {
  return chainTo(other, steps).some(each => each.id === id)
}
