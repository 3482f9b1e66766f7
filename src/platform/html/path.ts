import { html, attributes, type Content, type Html } from './html.ts'
import { icon, type IconName } from './icons.ts'

/** How far a step is. It is told by a shape and by its word. */
export type StepState = 'done' | 'next' | 'waiting' | 'resting' | 'open'

/** One step of a path, with the word for its state. */
export type Step = { state: StepState; word: Content; title: Content; text?: Content; href?: string }

/**
 * Small steps as an ordered list: downwards on a phone, on an arch from bank to bank on desktop. The arch is decoration.
 * It carries six at most; the caller folds away the first of more.
 */
export function stepPath(steps: readonly Step[]): Html {
  const walked = steps.findLastIndex(({ state }) => state === 'done' || state === 'next')
  const reached = walked < 0 ? 0 : placeOf(walked, steps.length)
  const drawn = steps.map((step, place) => {
    const drop = Math.round(height(placeOf(place, steps.length)) / 8)
    return item(step, { drop, walked: place < walked })
  })
  return html`<div class="path">
    <svg class="path-arch" viewBox="0 0 1000 120" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path class="path-open" d="${curve(reached, 1)}" />
      <path class="path-walked" d="${curve(0, reached)}" />
    </svg>
    <ol>
      ${drawn}
    </ol>
  </div>`
}

const top = 88
const marks: Record<StepState, IconName | undefined> = {
  done: 'check',
  next: undefined,
  waiting: 'hourglass',
  resting: 'pause',
  open: undefined,
}

function item({ state, word, title, text, href }: Step, { drop, walked }: { drop: number; walked: boolean }): Html {
  const mark = marks[state]
  const own = { class: ['step', `step-${state}`, walked && 'step-walked', `drop-${drop}`] }
  return html`<li${attributes(own)}><span class="step-mark">${mark && icon(mark)}</span>
<div><p class="step-word">${word}</p><p class="step-title">${href ? html`<a href="${href}">${title}</a>` : title}</p>
${text && html`<p class="row-text">${text}</p>`}</div></li>`
}

/** Where on the way from bank to bank, from 0 to 1, a step has its place. */
function placeOf(place: number, count: number): number {
  return (place + 0.5) / count
}

/** How far under the top of the arch it runs there. */
function height(place: number): number {
  return top * (2 * place - 1) ** 2
}

/** A piece of the arch. It is a parabola, so one quadratic curve is exact: its handle is where the tangents meet. */
function curve(from: number, to: number): string {
  const handle = height(from) + (4 * top * (2 * from - 1) * (to - from)) / 2
  const [start, middle, end] = [height(from), handle, height(to)].map(y => Math.round(y + 30))
  return `M${Math.round(from * 1000)} ${start}Q${Math.round((from + to) * 500)} ${middle} ${Math.round(to * 1000)} ${end}`
}
