import { paths } from '../../paths.ts'
import { details, lockBlock } from '../../platform/html/blocks.ts'
import { linkButton } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import { badge, portrait } from '../../platform/html/people.ts'
import { standing } from '../frame-texts.da.ts'
import { faceOfCard } from '../people/card-rules.ts'
import { roleSays } from '../presence/texts.da.ts'
import type { Around } from '../plans/queries.ts'
import { citizenFramed, nameOf } from '../plans/shown.ts'
import type { CitizenShown } from '../plans/shown.ts'
import { taskRow } from './part.ts'
import type { Task } from './queries.ts'
import { taskTexts as t } from './texts.da.ts'

/** Who has promised the citizen what: each person's promises under their face, all roles on one board. */
export function taskBoardPage(shown: TaskBoardShown): Html {
  const { municipality, asked, tasks, own, closed } = shown
  const open = tasks.filter(task => task.state !== 'done')
  const done = tasks.filter(task => task.state === 'done')
  const holders = [...Map.groupBy(open, task => task.heldBy)].toSorted(
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
    main: html`${open.length === 0 && html`<p>${t.none}</p>`}
        <div class="by-person">${holders.map(([personId, held]) => holder(shown, personId, held))}</div>
        ${done.length > 0 && details({ summary: t.doneBefore }, rows(shown, done))} ${lockBlock(standing)}`,
    styles: ['lists', 'people', 'record', 'plans'],
  })
}

function holder(shown: TaskBoardShown, personId: string, held: readonly Task[]): Html {
  const who = shown.around.find(each => each.personId === personId)
  const name = who?.name ?? held[0]?.heldByName ?? ''
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
    ${rows(shown, held)}
  </section>`
}

function rows({ municipality, now }: TaskBoardShown, tasks: readonly Task[]): Content {
  const drawn = tasks.map(task =>
    taskRow(municipality, task, {
      now,
      citizen: false,
      ticks: task.part !== 'watched',
    }),
  )
  return html`<div class="promises">${rowList(drawn)}</div>`
}

const placeOf = ({ around }: TaskBoardShown, personId: string): number => {
  const place = around.findIndex(each => each.personId === personId)
  return place < 0 ? around.length : place
}

export interface TaskBoardShown extends CitizenShown {
  own: CitizenShown['asked'] | undefined
  tasks: readonly Task[]
  around: readonly Around[]
}
