import { paths } from '../../paths.ts'
import { details, lampNote, lockBlock } from '../../platform/html/blocks.ts'
import { linkButton, postButton } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import type { Row } from '../../platform/html/lists.ts'
import { badge, portrait } from '../../platform/html/people.ts'
import { capitalised, day } from '../../platform/time.ts'
import { dayWords } from '../contacts/sentence-rules.ts'
import { standing } from '../frame-texts.da.ts'
import { faceOfCard } from '../people/card-rules.ts'
import { roleSays } from '../presence/texts.da.ts'
import type { Around } from '../plans/queries.ts'
import { citizenFramed, nameOf } from '../plans/shown.ts'
import type { CitizenShown } from '../plans/shown.ts'
import { taskRow } from './part.ts'
import type { TalkPromise, Task } from './queries.ts'
import { taskTexts as t } from './texts.da.ts'

/** Who has promised the citizen what: each person's promises under their face, all roles on one board. */
export function taskBoardPage(shown: TaskBoardShown): Html {
  const { municipality, asked, tasks, talks, own, closed } = shown
  const open = tasks.filter(task => task.state !== 'done')
  const done = tasks.filter(task => task.state === 'done')
  const held = [...open.map(task => taskHeld(shown, task)), ...talks.map(talk => talkHeld(shown, talk))].toSorted(
    (one, other) => compareTexts(one.day, other.day),
  )
  const holders = [...Map.groupBy(held, each => each.by)].toSorted(
    ([one], [other]) => placeOf(shown, one) - placeOf(shown, other),
  )
  return citizenFramed(shown, {
    title: t.boardTitle,
    heading: t.boardHeading(nameOf(shown)),
    dock:
      own && !closed
        ? linkButton({ href: paths.newCitizenTask(municipality, asked.id), label: t.add, icon: 'add' })
        : undefined,
    open: true,
    main: html`${justDone(shown)} ${held.length === 0 && html`<p>${t.none}</p>`}
        <div class="by-person">${holders.map(([personId, theirs]) => holder(shown, personId, theirs))}</div>
        ${done.length > 0 && details({ summary: t.doneBefore(done.length) }, rows(done.map(task => taskHeld(shown, task))))} ${lockBlock(standing)}`,
    styles: ['lists', 'people', 'record', 'plans'],
  })
}

// What was ticked a moment ago, with the way back.
function justDone({ municipality, tasks, ticked }: TaskBoardShown): Content {
  const task = tasks.find(each => each.id === ticked && each.state === 'done' && each.part !== 'watched')
  if (!task) return undefined
  return lampNote(
    html`<p><b>${t.isDone(task.words)}</b></p>`,
    postButton({
      href: paths.taskDone(municipality, task.id),
      label: t.undo,
      icon: 'refresh',
      variant: 'secondary',
      size: 'small',
      values: { done: 'off', back: 'board' },
    }),
  )
}

function holder(shown: TaskBoardShown, personId: string, held: readonly Held[]): Html {
  const who = shown.around.find(each => each.personId === personId)
  const name = who?.name ?? held[0]?.byName ?? ''
  const { tone, ...face } = faceOfCard(name, { memberships: who?.memberships ?? [] })
  const mayDecide = who?.memberships.some(each => each.mayDecide) ?? false
  return html`<section>
    <div class="person">
      ${portrait({ ...face, tone })}
      <div class="person-body">
        <h2 class="person-name">${name}</h2>
        <p class="person-role">${who?.words ?? who?.trade}</p>
        ${
          who &&
          html`<p>${badge({ kind: mayDecide ? 'filled' : 'outlined', tone, text: mayDecide ? roleSays.mayDecide : roleSays.mayNotDecide })}</p>`
        }
      </div>
    </div>
    ${rows(held)}
  </section>`
}

const rows = (held: readonly Held[]): Content =>
  html`<div class="promises">${rowList(held.map(each => each.row))}</div>`

/** A row of the board, with whose it is and what it is sorted by. */
interface Held {
  by: string
  byName: string
  day: string
  row: Row
}

function taskHeld(shown: TaskBoardShown, task: Task): Held {
  const row = taskRow(shown.municipality, task, { ...shown, citizen: false, ticks: task.part !== 'watched' })
  return { by: task.heldBy, byName: task.heldByName, day: task.day, row }
}

// It is ticked on Today, by whoever has it; here one sees that it is promised, and where it comes from.
function talkHeld({ municipality, now }: TaskBoardShown, talk: TalkPromise): Held {
  const when = talk.day === null ? [] : [capitalised(dayWords(day(talk.day), now))]
  return {
    by: talk.heldBy,
    byName: talk.heldByName,
    day: talk.day ?? '9',
    row: {
      start: html`<span class="no-tick"></span>`,
      title: talk.words,
      text: [...when, t.fromTalk(dayWords(day(talk.talkDay), now))].join('. '),
      href: paths.contact(municipality, talk.contactId),
      end: html`<span></span>`,
    },
  }
}

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const placeOf = ({ around }: TaskBoardShown, personId: string): number => {
  const place = around.findIndex(each => each.personId === personId)
  return place < 0 ? around.length : place
}

export interface TaskBoardShown extends CitizenShown {
  own: CitizenShown['asked'] | undefined
  tasks: readonly Task[]
  /** What talks of one's own party led to. */
  talks: readonly TalkPromise[]
  /** The task that was ticked here a moment ago. */
  ticked: string | undefined
  around: readonly Around[]
}
