// What stands on Today of the plans: what I have promised, where I go along, and what stands still for me.

import { paths } from '../../paths.ts'
import { marked } from '../../platform/html/blocks.ts'
import { linkButton } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import type { Row } from '../../platform/html/lists.ts'
import { clock, day, formatClockFull, sameDay, today } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { meetWords } from '../plans/appointment-rules.ts'
import type { Standing } from '../plans/standing-queries.ts'
import { taskRow } from '../tasks/part.ts'
import type { Task } from '../tasks/queries.ts'
import { standingTexts, taskTexts } from '../tasks/texts.da.ts'
import type { GoingAlong, MyStep } from '../plans/today-queries.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { capitalised } from '../../platform/time.ts'
import { dayWords, whenWords } from './sentence-rules.ts'
import { todayTexts as t } from './today-texts.da.ts'

/** What the plans bring to Today. */
export interface TodayPlans {
  tasks: readonly Task[]
  asked: readonly Task[]
  along: readonly GoingAlong[]
  steps: readonly MyStep[]
  still: readonly Standing[]
}

interface At {
  municipality: Municipality
  actor: Pick<Actor, 'personId'>
  now: Instant
}

/** A row of what I have promised, with what it is sorted by. */
export interface Promised {
  day: string | null
  done: boolean
  row: Row
}

/** My tasks as rows, with their tick. */
export const taskRows = (at: At, tasks: readonly Task[]): Promised[] =>
  tasks.map(task => ({
    day: task.day,
    done: task.state === 'done',
    row: taskRow(at.municipality, task, { ...at, citizen: true, ticks: true }),
  }))

/** The small steps that lie with me, as rows without a tick: the citizen says when one is done. */
export const stepRows = ({ municipality, now }: At, steps: readonly MyStep[]): Promised[] =>
  steps.map(step => ({
    day: step.day,
    done: false,
    row: {
      start: html`<span class="no-tick"></span>`,
      title: step.words,
      text: capitalised(
        [t.stepWith(step.alias), ...(step.day === null ? [] : [dayWords(day(step.day), now)])].join(', '),
      ),
      href: paths.step(municipality, step.citizenId, step.id),
      end: html`<span></span>`,
    },
  }))

/** Where I go along, beside my own agreements. */
export const alongRows = ({ municipality, now }: At, along: readonly GoingAlong[]): Row[] =>
  along.map(each => {
    const isToday = sameDay(day(each.day), today(now))
    const meets = meetWords(each)
    const when = isToday ? [] : [capitalised(whenWords(each, now))]
    return {
      start: isToday ? (each.clock === null ? t.noClock : formatClockFull(clock(each.clock))) : undefined,
      title: each.alias,
      text: [...when, each.words, t.youGoAlong, ...(meets === undefined ? [] : [meets])]
        .map(part => `${part}.`)
        .join(' '),
      href: paths.appointment(municipality, each.citizenId, each.id),
      end: html`<span></span>`,
    }
  })

/** What others ask me to take over: each has its page, where one says yes, or no with a word. */
export function askedOfMe(at: At, asked: readonly Task[]): Content {
  if (asked.length === 0) return undefined
  const rows = asked.map(task => ({
    ...taskRow(at.municipality, task, { ...at, citizen: true, ticks: false }),
    more: html`<p class="row-text">${taskTexts.askYou(task.askedByName)}</p>`,
  }))
  return html`<section>
    <h2>${t.asked}</h2>
    ${rowList(rows)}
  </section>`
}

/** A promise in passing. */
export const quickTask = ({ municipality }: At): Html =>
  html`<p>${linkButton({ href: paths.newTask(municipality), label: taskTexts.quick, icon: 'add', variant: 'secondary', size: 'small' })}</p>`

/** What stands still for me: said by name to me, and to nobody else but as a fact. */
export function myStill(at: At, still: readonly Standing[]): Content {
  if (still.length === 0) return undefined
  return html`<section>
    ${marked(
      html`<h2>${t.standsStill}</h2>
        <div class="still">${still.map(each => stillWords(at, each))}</div>`,
    )}
  </section>`
}

function unmetWords({ since, opened }: Standing, now: Instant): string {
  if (since !== null) return standingTexts.unmetSince(dayWords(day(since), now))
  return standingTexts.unmetSincePlan(opened === null ? '' : dayWords(day(opened), now))
}

function stillWords({ municipality, now }: At, each: Standing): Html {
  const since = each.since === null ? '' : dayWords(day(each.since), now)
  const [title, text] = {
    unanswered: [each.words, standingTexts.unanswered(each.name ?? '', since)],
    refused: [each.words, standingTexts.refused(each.name ?? '', each.said ?? '')],
    unseen: [each.words, standingTexts.unseen(each.name ?? '')],
    holderGone: [each.words, standingTexts.holderGone(each.name ?? '')],
    ownerless: [
      standingTexts.ownerless(each.words),
      each.name === null ? standingTexts.ownerNobody : standingTexts.ownerGone(each.name),
    ],
    unmet: [standingTexts.unmet(each.alias ?? ''), unmetWords(each, now)],
  }[each.why]
  const citizenId = each.citizenId ?? ''
  const href =
    each.why === 'ownerless'
      ? paths.editStep(municipality, citizenId, each.id)
      : each.why === 'unmet'
        ? paths.plan(municipality, citizenId)
        : paths.task(municipality, each.id)
  const about = each.alias !== null && each.why !== 'unmet' ? ` ${taskTexts.about(each.alias)}.` : ''
  return html`<div>
    <p><b><a href="${href}">${title}</a></b></p>
    <p class="row-text">${text}${about}</p>
  </div>`
}
