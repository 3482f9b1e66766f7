import { paths } from '../../paths.ts'
import { details, formDock } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { radioChips, selectField } from '../../platform/html/choices.ts'
import { dateField, textArea } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import type { Typed } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import { displayName } from '../citizens/rules.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import type { Candidate } from '../plans/people-queries.ts'
import { topicChips, wordsHead } from '../plans/shown.ts'
import { taskCrumbs } from './pages.ts'
import { receiverValue } from './rules.ts'
import { taskTexts as t } from './texts.da.ts'
import { whens } from './forms.ts'

/** A promise: words and a day are enough, and a thumb reaches them; the rest is folded away. */
export function taskFormPage(shown: TaskFormShown): Html {
  const { municipality, errors, standsId, citizen } = shown
  const title = standsId === undefined ? (citizen ? t.newTitle : t.quick) : t.editTitle
  const href =
    standsId !== undefined
      ? paths.editTask(municipality, standsId)
      : citizen
        ? paths.newCitizenTask(municipality, citizen.id)
        : paths.newTask(municipality)
  const named = citizen && { citizenId: citizen.id, alias: displayName(citizen) }
  return framed(shown, {
    title,
    heading: title,
    crumbs: taskCrumbs(municipality, named, title),
    menu: 'today',
    errors,
    main: form({ href, ping: paths.alive(), className: 'task' }, [
      ...wordsHead(shown, { label: t.words, hint: t.wordsHint, maxlength: 200 }),
      whenFields(shown),
      aboutChips(shown),
      details({ summary: t.more, open: isOpen(shown) }, moreFields(shown)),
      formDock(button({ label: t.save })),
    ]),
    styles: ['forms', 'lists', 'record', 'plans'],
    scripts: ['form-once'],
  })
}

function whenFields({ typed, errors }: TaskFormShown): Content {
  return html`${radioChips({
    name: 'when',
    label: t.when,
    choices: whens.map(value => ({ value, label: t.whens[value] })),
    value: typedIn({ typed }, 'when') ?? 'today',
    error: errorOf(errors, 'when'),
  })}
    <div class="when-day">${dateField({ name: 'day', label: t.day, value: typedIn({ typed }, 'day'), error: errorOf(errors, 'day') })}</div>`
}

/** On Today one says whom it is about with a tap, among those one has just met; at a citizen it is that one. */
function aboutChips({ citizen, met, typed, errors, standsId }: TaskFormShown): Content {
  if (citizen) return hiddenField('citizenId', citizen.id)
  if (met.length === 0 || standsId !== undefined) return hiddenField('citizenId', '')
  const choices = met.map(each => ({ value: each.id, label: displayName(each) }))
  return radioChips({
    name: 'citizenId',
    label: t.citizen,
    optional: true,
    choices,
    value: typedIn({ typed }, 'citizenId'),
    error: errorOf(errors, 'citizenId'),
  })
}

function moreFields({ typed, errors, candidates, actor, citizen, met, standsId }: TaskFormShown): Content {
  const others = candidates.filter(each => each.own && each.personId !== actor.personId)
  const aboutSomebody = citizen !== undefined || (met.length > 0 && standsId === undefined)
  return html`${
    aboutSomebody &&
    topicChips({
      value: typedIn({ typed }, 'topic'),
      error: errorOf(errors, 'topic'),
      label: t.topic,
      hint: t.topicHint,
      none: t.noTopic,
    })
  }
  ${
    standsId === undefined &&
    others.length > 0 &&
    selectField({
      name: 'to',
      label: t.person,
      prompt: t.me,
      choices: others.map(each => ({ value: receiverValue(each), label: each.name })),
      value: typedIn({ typed }, 'to'),
      error: errorOf(errors, 'to'),
    })
  }
  ${textArea({ name: 'list', label: t.list, hint: t.listHint, value: typedIn({ typed }, 'list') ?? '', rows: 4, maxlength: 2000, error: errorOf(errors, 'list') })}`
}

function isOpen({ typed, errors, standsId }: TaskFormShown): boolean {
  const filled = ['topic', 'list', 'to'].some(name => !['', 'none', undefined].includes(typedIn({ typed }, name)))
  return standsId !== undefined || filled || errors.some(error => ['topic', 'list', 'to'].includes(error.field))
}

export interface TaskFormShown {
  municipality: Municipality
  actor: Actor
  /** The own record that it is about; none on Today, where one may choose. */
  citizen: { id: string; alias: string; name: string | null } | undefined
  /** Those one has just met, to choose from. */
  met: readonly { id: string; alias: string; name: string | null }[]
  candidates: readonly Candidate[]
  standsId: string | undefined
  typed: Typed
  errors: readonly FieldError[]
  before?: Html | undefined
}
