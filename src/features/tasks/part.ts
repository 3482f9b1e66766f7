import { paths } from '../../paths.ts'
import { hiddenField } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import type { Row } from '../../platform/html/lists.ts'
import type { Instant } from '../../platform/time.ts'
import type { Actor } from '../people/rules.ts'
import type { Task } from './queries.ts'
import { taskLine, taskStands } from './rules.ts'
import { taskTexts as t } from './texts.da.ts'

/** A promise as a row: a tick where it can be ticked, its words, by when, and who was asked. */
export function taskRow(
  municipality: { slug: string },
  task: Task,
  at: { now: Instant; actor: Pick<Actor, 'personId'>; citizen: boolean; ticks: boolean },
): Row {
  const ticks = at.ticks && (task.state === 'held' || task.state === 'done')
  const stands = taskStands(task, at.actor.personId)
  return {
    start: ticks ? tick(municipality, task, at.citizen ? 'today' : 'board') : html`<span class="no-tick"></span>`,
    title: task.words,
    text: taskLine(task, at.now, at),
    href: paths.task(municipality, task.id),
    end: html`<span></span>`,
    more: stands === undefined ? undefined : html`<p class="row-text">${stands}</p>`,
  }
}

/** The tick box of a promise: a form of its own, so that it works without a script. */
function tick(municipality: { slug: string }, { id, words, state }: Task, back: 'today' | 'board'): Html {
  const done = state === 'done'
  const label = done ? t.markNotDone(words) : t.markDone(words)
  return html`<form method="post" action="${paths.taskDone(municipality, id)}">
    ${hiddenField('back', back)}${hiddenField('done', done ? 'off' : '1')}<button type="submit" class="tick${done ? ' tick-done' : ''}">
      <span class="sr-only">${label}</span>
    </button>
  </form>`
}
