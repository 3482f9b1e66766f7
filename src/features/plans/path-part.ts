import { paths } from '../../paths.ts'
import { details } from '../../platform/html/blocks.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { stepPath } from '../../platform/html/path.ts'
import { capitalised, day, formatDate, formatDateYear, today } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { dayWords } from '../contacts/sentence-rules.ts'
import { foldedPath } from './path-rules.ts'
import type { Step } from './queries.ts'
import { planTexts, stepTexts as t } from './texts.da.ts'

/** The small steps as the arch or the list; of more than six the earliest are folded. The page names the sheet `path`. */
export function smallSteps(shown: StepsShown): Html {
  const { folded, drawn, more } = foldedPath(shown.steps)
  const draw = (steps: readonly Step[]) => stepPath(steps.map(step => drawnStep(shown, step)))
  return html`${folded.length > 0 && details({ summary: planTexts.earlier(folded.length) }, stepLines(shown, folded))}
  ${draw(drawn)} ${more.length > 0 && details({ summary: planTexts.later(more.length) }, stepLines(shown, more))}`
}

/** What stands under the words of a step: when, with whom, what it waits for, or why it rests. */
export function stepLine(step: Step, { steps, name, now }: Pick<StepsShown, 'steps' | 'name' | 'now'>): string {
  if (step.state === 'done') return step.doneOn === null ? '' : pastDay(step.doneOn, now)
  if (step.state === 'resting') return t.saidResting(step.restWords ?? '', name)
  if (step.state === 'waiting') {
    const other = steps.find(each => each.id === step.waitsFor)
    return other ? t.waitingFor(other.words) : t.waitingForOther
  }
  const when = step.day === null ? '' : capitalised(dayWords(day(step.day), now))
  const who =
    step.whose === null
      ? t.nobodyYet
      : step.personName === null
        ? ''
        : step.whose === 'together'
          ? t.together(firstName(step.personName))
          : t.byWorker(firstName(step.personName))
  return capitalised([when, who].filter(Boolean).join(', '))
}

function drawnStep(shown: StepsShown, step: Step) {
  return {
    state: step.state,
    word: t.state[step.state],
    title: step.words,
    text: stepLine(step, shown),
    href: paths.step(shown.municipality, shown.citizenId, step.id),
  }
}

function stepLines(shown: StepsShown, steps: readonly Step[]): Content {
  const lines = steps.map(
    step => html`<li>
      <a href="${paths.step(shown.municipality, shown.citizenId, step.id)}">${step.words}</a>
      <span class="quiet">${t.state[step.state]}, ${stepLine(step, shown)}</span>
    </li>`,
  )
  return html`<ul class="bullets">
    ${lines}
  </ul>`
}

/** "12. oktober", with the year when it is another. */
function pastDay(text: string, now: Instant): string {
  const on = day(text)
  return on.year === today(now).year ? formatDate(on) : formatDateYear(on)
}

export const firstName = (name: string): string => name.split(' ')[0] ?? name

export interface StepsShown {
  municipality: { slug: string }
  /** The record that the page's address names. */
  citizenId: string
  /** What the page calls the citizen. */
  name: string
  steps: readonly Step[]
  now: Instant
}
