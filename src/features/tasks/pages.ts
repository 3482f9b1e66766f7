import { paths } from '../../paths.ts'
import { details, lampNote, note } from '../../platform/html/blocks.ts'
import { button, linkButton, postButton } from '../../platform/html/buttons.ts'
import { selectField } from '../../platform/html/choices.ts'
import { textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs } from '../../platform/html/lists.ts'
import type { Typed } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import type { Instant } from '../../platform/time.ts'
import { openPart } from '../consents/open-part.ts'
import { framed } from '../frame.ts'
import { glassBanner } from '../glass/parts.ts'
import type { OpenGlass } from '../glass/queries.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import type { Candidate } from '../plans/people-queries.ts'
import { topicChips, topicName } from '../plans/shown.ts'
import type { Task } from './queries.ts'
import { isPassedBy, itemsOf, receiverValue, taskLine, taskStands } from './rules.ts'
import { taskTexts as t } from './texts.da.ts'
import { planTexts } from '../plans/texts.da.ts'

/** One promise: its list, what can be answered, and how it is handed on. */
export function taskPage(shown: TaskShown): Html {
  const { municipality, task, now, errors } = shown
  return framed(shown, {
    title: task.words,
    heading: task.words,
    lead: taskLine(task, now, { citizen: true }),
    crumbs: taskCrumbs(municipality, task, task.words),
    menu: 'today',
    errors,
    main: html`${shown.changed && lampNote(html`<p>${t.changed}</p>`)} ${shown.warm}
      ${task.part === 'own' ? stands(shown) : openPart(shown, glassBanner(municipality, shown.glass), stands(shown))}
      ${answer(shown)} ${list(shown)} ${ownParts(shown)}
      ${task.part !== 'own' && note(html`<p>${task.part === 'received' ? t.readOnly(shown.ownerName) : t.watch(shown.ownerName)}</p>`)}`,
    styles: ['forms', 'lists', 'record', 'plans'],
    scripts: ['form-once', ...(task.part === 'own' ? [] : (['live'] as const))],
  })
}

function stands({ task, actor }: TaskShown): Html {
  return html`${task.state === 'done' && lampNote(html`<p><b>${t.isDone(task.words)}</b></p>`)}
  <p>
    ${taskStands(task, actor.personId) ?? t.heldBy(task.heldByName)}
    ${task.topic !== null && html`${planTexts.shown(topicName(task.topic))}.`}
  </p>`
}

/** Where one is: at the citizen whom it is about, when the asker sees one. */
export function taskCrumbs(
  municipality: Municipality,
  task: Pick<Task, 'citizenId' | 'alias'> | undefined,
  title: string,
): Html {
  const { citizenId = null, alias = null } = task ?? {}
  if (citizenId === null || alias === null)
    return breadcrumbs([{ label: t.title, href: paths.today(municipality) }, { label: title }])
  return breadcrumbs([
    { label: planTexts.citizens, href: paths.citizens(municipality) },
    { label: alias, href: paths.citizen(municipality, citizenId) },
    { label: t.boardTitle, href: paths.citizenTasks(municipality, citizenId) },
    { label: title },
  ])
}

function answer(shown: TaskShown): Content {
  const { municipality, task, actor, errors, typed } = shown
  if (task.part === 'watched') return undefined
  const asked = isAsked(shown)
  const has = task.personId === actor.personId && task.askedBy !== actor.personId && task.state === 'held'
  if (!asked && !has && !isPassedBy(task, actor.personId)) return undefined
  const no = form({ href: paths.answerTask(municipality, task.id), ping: paths.alive() }, [
    hiddenField('answer', 'no'),
    textField({
      name: 'words',
      label: t.noWords,
      hint: t.noWordsHint,
      value: typedIn({ typed: typed ?? {} }, 'words'),
      maxlength: 200,
      error: errorOf(errors, 'words'),
    }),
    button({ label: asked ? t.no : t.giveBack, variant: 'secondary' }),
  ])
  const open = errors.some(error => error.field === 'words')
  return html`<section>
    ${
      asked &&
      html`<p><b>${t.askYou(task.askedByName)}</b></p>
        ${postButton({ href: paths.answerTask(municipality, task.id), label: t.yes, icon: 'check', values: { answer: 'yes' } })}`
    }
    ${details({ summary: asked ? t.no : t.giveBack, open }, no)}
  </section>`
}

/** Whether it waits for the answer of whoever looks at the page. */
const isAsked = ({ task, actor }: TaskShown): boolean =>
  task.state === 'asked' && task.personId === actor.personId && task.askedBy !== actor.personId

function list({ municipality, task }: TaskShown): Content {
  const { part } = task
  const items = itemsOf(task)
  if (items.length === 0) return undefined
  const rows = items.map(
    ({ place, words, done }) => html`<li class="has-start">
      <div class="row-start">${
        part !== 'watched' &&
        html`<form method="post" action="${paths.taskList(municipality, task.id)}">
          ${hiddenField('place', String(place))}${hiddenField('done', done ? 'off' : '1')}<button
            type="submit"
            class="tick${done ? ' tick-done' : ''}"
          >
            <span class="sr-only">${done ? t.markNotDone(words) : t.markDone(words)}</span>
          </button>
        </form>`
      }</div>
      <div><p class="row-title">${words}${part === 'watched' && done && html` <span class="quiet">${t.state.done}</span>`}</p></div>
      <div class="row-end"><span></span></div>
    </li>`,
  )
  return html`<section>
    <h2>${t.items}</h2>
    <div class="promises task-list"><ul class="rows">
      ${rows}
    </ul></div>
  </section>`
}

function ownParts(shown: TaskShown): Content {
  const { municipality, task, actor } = shown
  const { part } = task
  if (part === 'watched') return undefined
  const isHeld = task.state === 'held' || task.state === 'done'
  const done = task.state === 'done'
  const mark = postButton({
    href: paths.taskDone(municipality, task.id),
    label: done ? t.undo : t.state.done,
    icon: done ? 'refresh' : 'check',
    variant: done || task.heldBy !== actor.personId ? 'secondary' : 'primary',
    values: { done: done ? 'off' : '1' },
  })
  const edit = linkButton({
    href: paths.editTask(municipality, task.id),
    label: t.edit,
    icon: 'edit',
    variant: 'secondary',
  })
  return html`<div class="task-acts">${isHeld && mark} ${!done && hand(shown)} ${part === 'own' && edit}</div>`
}

function hand(shown: TaskShown): Html {
  const { municipality, task, actor, candidates, errors, typed } = shown
  const version = hiddenField('version', String(task.version))
  const me = candidates.find(each => each.personId === actor.personId && each.own)
  const others = candidates.filter(each => each.personId !== actor.personId)
  const href = paths.handTask(municipality, task.id)
  const back = me && !isAsked(shown) && !(task.heldBy === actor.personId && task.state === 'held')
  const label = task.part === 'own' ? t.hand : t.pass
  return html`${
    back &&
    form({ href }, [version, hiddenField('to', receiverValue(me)), button({ label: t.takeBack, variant: 'secondary' })])
  }
  ${details(
    { summary: label, open: errors.some(error => error.field === 'to' || error.field === 'topic') },
    form({ href, ping: paths.alive() }, [
      html`<p>${t.handText}</p>`,
      version,
      selectField({
        name: 'to',
        label: t.person,
        prompt: true,
        choices: others.map(each => ({
          value: receiverValue(each),
          label: task.part === 'own' ? t.candidate(each.name, each.partyName) : each.name,
        })),
        value: typedIn({ typed: typed ?? {} }, 'to'),
        error: errorOf(errors, 'to'),
      }),
      handTopic(shown),
      button({ label, variant: 'secondary' }),
    ]),
  )}`
}

// Another party sees it by the citizen's yes to a topic, so that one is chosen where the promise has none.
function handTopic({ task, candidates, typed, errors }: TaskShown): Content {
  if (task.topic !== null || task.citizenId === null || candidates.every(each => each.own)) return undefined
  return topicChips({
    value: typedIn({ typed: typed ?? {} }, 'topic'),
    error: errorOf(errors, 'topic'),
    label: t.topic,
    hint: t.topicHint,
    none: t.noTopic,
  })
}

export interface TaskShown {
  municipality: Municipality
  actor: Actor
  now: Instant
  task: Task
  /** The party that owns it. */
  ownerName: string
  candidates: readonly Candidate[]
  /** The glass that stands open into the record that it is about. */
  glass: OpenGlass | undefined
  errors: readonly FieldError[]
  typed?: Typed | undefined
  changed?: boolean
  /** Why it could not be handed on, said warmly, with what to do. */
  warm?: Content
}
