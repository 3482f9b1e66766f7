import { paths } from '../../paths.ts'
import { marked } from '../../platform/html/blocks.ts'
import { button, linkButton } from '../../platform/html/buttons.ts'
import { hiddenField } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import {
  capitalised,
  clock,
  compareDays,
  day,
  formatClockFull,
  formatDay,
  formatDayField,
  today,
} from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { accessTodayPart } from '../access-requests/part.ts'
import type { Asked } from '../access-requests/queries.ts'
import { displayName } from '../citizens/rules.ts'
import { glassToldPart } from '../glass/parts.ts'
import type { GlassTold } from '../glass/queries.ts'
import { changedSharesPart } from '../helpers/parts.ts'
import type { ChangedShare } from '../helpers/queries.ts'
import { framed } from '../frame.ts'
import type { RoleOffer } from '../people/offer-queries.ts'
import { holds } from '../people/rules.ts'
import type { Actor } from '../people/rules.ts'
import { roleWords } from '../people/texts.da.ts'
import type { Municipality } from '../routing.ts'
import type { ContactRow, Promised } from './queries.ts'
import { outcomesToTell } from './record-rules.ts'
import { dayWords, joined, rowWords, whenWords } from './sentence-rules.ts'
import { alongRows, askedOfMe, myStill, quickTask, stepRows, taskRows } from './today-plan-pages.ts'
import type { TodayPlans } from './today-plan-pages.ts'
import { todayTexts as t } from './today-texts.da.ts'

/** The front page of somebody who meets citizens: where I am, whom I meet, what I have promised. */
export function todayPage(shown: TodayShown): Html {
  const { municipality, open, promised, now } = shown
  const here = today(now)
  const agreements = open.filter(each => compareDays(day(each.day), here) === 0)
  const untold = open.filter(each => compareDays(day(each.day), here) < 0)
  const { tasks, asked, along, steps, still } = shown.plans
  const nothing = [open, promised, tasks, asked, along, steps, still].every(list => list.length === 0)
  const main = html`${shown.strip} ${glassToldPart(shown.municipality, shown.glass)}
    ${changedSharesPart(shown.municipality, shown.changed)} ${offeredRoles(shown)}
    ${nothing && html`<section>${emptyState({ title: t.emptyTitle, text: t.emptyText })}</section>`}
    <div class="two-columns">
      <div>
        ${!nothing && section(t.agreements, todaysList(shown, agreements), makeLink(municipality))}
        ${untold.length > 0 && section(t.untold, html`<p class="quiet">${t.untoldText}</p>`, agreementList(shown, untold))}
      </div>
      <div>
        ${askedOfMe(shown, asked)} ${accessTodayPart(shown, shown.access)} ${section(t.promised, promises(shown), quickTask(shown))} ${myStill(shown, still)}
        ${standsStill(shown)} ${section(t.recorded, recorded(shown))}
        ${shown.centreDays}
      </div>
    </div>`
  return framed(shown, {
    title: t.title,
    heading: t.title,
    lead: capitalised(formatDay(here)),
    dock: linkButton({ href: paths.recordContact(municipality), label: t.record, icon: 'add' }),
    main,
    menu: 'today',
    styles: ['lists', 'forms', 'record', ...(nothing ? (['drawings'] as const) : [])],
  })
}

/** A part of the day with its heading. */
export function section(title: string, ...content: Content[]): Html {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`
}

function agreementList(shown: TodayShown, agreements: readonly ContactRow[]): Content {
  return rowList(agreements.map(agreement => agreementRow(shown, agreement)))
}

/** My own agreements of today and where I go along. */
function todaysList(shown: TodayShown, agreements: readonly ContactRow[]): Content {
  const rows = [...agreements.map(agreement => agreementRow(shown, agreement)), ...alongRows(shown, shown.plans.along)]
  if (rows.length === 0) return html`<p>${t.noAgreements}</p>`
  return rowList(rows)
}

function agreementRow(shown: TodayShown, agreement: ContactRow) {
  const { municipality, now } = shown
  const isToday = compareDays(day(agreement.day), today(now)) === 0
  const at = agreement.clock === null ? t.noClock : formatClockFull(clock(agreement.clock))
  const who = displayName(agreement) ?? t.withoutName
  const before = isToday ? '' : `${capitalised(whenWords(agreement, now))}. `
  return {
    start: isToday ? at : undefined,
    title: who,
    text: before + rowWords({ ...agreement, outcome: 'held' }, now),
    href: paths.contact(municipality, agreement.id),
    end: html`<span></span>`,
    more: oneTap(shown, agreement),
  }
}

function oneTap({ municipality, now }: TodayShown, agreement: ContactRow): Html {
  const at = { day: day(agreement.day), clock: agreement.clock === null ? null : clock(agreement.clock) }
  const said = { who: displayName(agreement) ?? t.withoutName, when: whenWords(agreement, now) }
  const buttons = outcomesToTell(at, now).map(outcome =>
    button({
      label: html`${t.tell[outcome]}<span class="sr-only">, ${said.who}, ${said.when}</span>`,
      name: 'outcome',
      value: outcome,
      variant: 'secondary',
      size: 'small',
    }),
  )
  return html`<form class="tell" method="post" action="${paths.tellOutcome(municipality, agreement.id)}">
    ${buttons}
  </form>`
}

function makeLink(municipality: Municipality): Html {
  return html`<p class="make-agreement"><a href="${paths.makeAgreement(municipality)}">${t.makeAgreement}</a></p>`
}

/** Tasks, what came out of talks, and steps that lie with me, in one order: just ticked, then by their day. */
function promises(shown: TodayShown): Content {
  const talks = shown.promised.map(promise => ({
    day: promise.day,
    done: promise.done,
    row: {
      start: tick(shown, promise),
      title: promise.thing,
      text: promiseWords(promise, shown.now),
      href: paths.contact(shown.municipality, promise.id),
      end: html`<span></span>`,
    },
  }))
  const all = [...taskRows(shown, shown.plans.tasks), ...talks, ...stepRows(shown, shown.plans.steps)]
  if (all.length === 0) return html`<p>${t.noPromises}</p>`
  const order = ({ day: on, done }: { day: string | null; done: boolean }) => (done ? '' : (on ?? '9'))
  const inOrder = all.toSorted((one, other) => (order(one) < order(other) ? -1 : order(one) > order(other) ? 1 : 0))
  return html`<div class="promises">${rowList(inOrder.map(each => each.row))}</div>`
}

function tick({ municipality }: TodayShown, { id, thing, done }: Promised): Html {
  const label = done ? t.markNotDone(thing) : t.markDone(thing)
  return html`<form method="post" action="${paths.nextThingDone(municipality, id)}">
    ${hiddenField('done', done ? 'off' : '1')}<button type="submit" class="tick${done ? ' tick-done' : ''}">
      <span class="sr-only">${label}</span>
    </button>
  </form>`
}

function promiseWords(promised: Promised, now: Instant): string {
  const { day: on, done } = promised
  const called = displayName(promised)
  const late = on !== null && !done && compareDays(day(on), today(now)) < 0
  const when = on === null ? t.noDay : late ? t.overdue(dayWords(day(on), now)) : dayWords(day(on), now)
  const parts = [...(done ? [t.done] : []), ...(called === null ? [] : [t.to(called)]), when]
  return capitalised(parts.join(', '))
}

function standsStill({ standing, actor }: TodayShown): Content {
  if (standing.length === 0) return undefined
  const rows = standing.map(party => html`<p><b>${t.standsStillAt(party)}</b></p>`)
  return html`<section>
    ${marked(
      html`<h2>${t.standsStill}</h2>
        ${rows}
        <p class="quiet">${holds(actor, 'coordinator') ? t.standsStillText : t.standsStillOwn}</p>`,
    )}
  </section>`
}

/** Whom the municipality would let see the records of a private place that I lead. */
function offeredRoles({ municipality, offers }: TodayShown): Content {
  if (offers.length === 0) return undefined
  const rows = offers.map(each => ({
    title: each.personName,
    text: t.offeredRole(roleWords[each.role], each.partyName),
    href: paths.partyPeople(municipality, each.partyId),
  }))
  return section(t.offered, rowList(rows))
}

function recorded({ municipality, talks, now }: TodayShown): Html {
  const field = formatDayField(today(now))
  const href = paths.contactsOf(municipality, { from: field, until: field })
  if (talks.length === 0) return html`<p>${t.noneRecorded}</p>`
  return html`<p>${talkWords(talks)} <a href="${href}" aria-label="${t.seeThemLabel}">${t.seeThem}</a></p>`
}

/** "3 samtaler, alle på Fyrskuret." */
function talkWords(talks: readonly { at: string | null; talks: number }[]): string {
  const all = talks.reduce((sum, each) => sum + each.talks, 0)
  const only = talks.length === 1 ? talks[0]?.at : undefined
  if (only) return all === 1 ? t.oneAt(only) : t.allAt(t.talks(all), only)
  if (talks.every(each => each.at === null)) return `${t.talks(all)}.`
  const places = talks.map(each => (each.at === null ? t.countElsewhere(each.talks) : t.countAt(each.talks, each.at)))
  return t.spread(t.talks(all), joined(places))
}

export interface TodayShown {
  municipality: Municipality
  actor: Actor
  now: Instant
  /** Where I am, with "Jeg er her" and "Jeg er gået". */
  strip: Content
  open: readonly ContactRow[]
  promised: readonly Promised[]
  plans: TodayPlans
  talks: readonly { at: string | null; talks: number }[]
  /** Roles at a private place that I lead, which I am asked to say yes to. */
  offers: readonly RoleOffer[]
  /** Parties where something stands still: the municipality's for coordinators, the own private one for its manager. */
  standing: readonly string[]
  /** Who broke the glass into a record of one's own party lately. */
  glass: readonly GlassTold[]
  /** What one showed a helper, and was changed since. */
  changed: readonly ChangedShare[]
  /** Who wants to see all that one's parties have, and has not been answered. */
  access: readonly Asked[]
  /** Who comes to the centre that one works at. */
  centreDays: Content
}
