import type { StepState } from './state-rules.ts'

/** What the order of a path needs to know of a step. */
export interface OnPath {
  id: string
  state: StepState
  day: string | null
  waitsFor: string | null
  doneOn: string | null
}

/** How many steps are drawn; what was done before them is folded at the start. */
const mostDrawn = 6

/**
 * Steps as one walks them: those that are done by their day, the next, each followed by what waits for it, those that
 * have not begun, and last what rests.
 */
export function inPathOrder<S extends OnPath>(steps: readonly S[]): S[] {
  const waiting = Map.groupBy(
    steps.filter(step => step.state === 'waiting' && step.waitsFor !== null),
    step => step.waitsFor ?? '',
  )
  const drawn = new Set<string>()
  const walk = (step: S): S[] => {
    if (drawn.has(step.id)) return []
    drawn.add(step.id)
    return [step, ...(waiting.get(step.id) ?? []).toSorted(byDay).flatMap(walk)]
  }
  const done = steps.filter(step => step.state === 'done').toSorted(byDone)
  const ahead = (state: StepState) => steps.filter(step => step.state === state).toSorted(byDay)
  const begun = [...ahead('next'), ...ahead('open')].flatMap(walk)
  // What waits for a step that rests comes after it; what waits for one that is not seen here stands before the rest.
  const rest = ahead('resting').flatMap(walk)
  const left = steps.filter(step => step.state === 'waiting' && !drawn.has(step.id)).toSorted(byDay)
  return [...done, ...begun, ...left, ...rest]
}

/** The last that fit on the arch, and what was done before them, which is folded. */
export function foldedPath<S extends OnPath>(steps: readonly S[]): { folded: S[]; drawn: S[]; more: S[] } {
  const done = steps.filter(step => step.state === 'done')
  const ahead = steps.filter(step => step.state !== 'done')
  const room = Math.max(0, mostDrawn - ahead.length)
  const kept = room === 0 ? [] : done.slice(-room)
  const folded = done.slice(0, done.length - kept.length)
  return { folded, drawn: [...kept, ...ahead.slice(0, mostDrawn)], more: ahead.slice(mostDrawn) }
}

const byDay = (one: OnPath, other: OnPath): number =>
  compare(one.day ?? '9', other.day ?? '9') || compare(one.id, other.id)
const byDone = (one: OnPath, other: OnPath): number =>
  compare(one.doneOn ?? '', other.doneOn ?? '') || compare(one.id, other.id)
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
