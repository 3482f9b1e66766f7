// A promise as it is written down, about a citizen or about nobody.

import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Read } from '../../platform/db.ts'
import type { Form, Typed } from '../../platform/form.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { day, formatDayField, today } from '../../platform/time.ts'
import { subjectOfCitizen } from '../citizens/queries.ts'
import { mineOf } from '../consents/asking.ts'
import { recordsOf } from '../consents/record-queries.ts'
import type { Given } from '../routing.ts'
import { Outdated, closedErrors, statusOf, storingNew, takesNew, typedAgain } from '../plans/asked.ts'
import { planConflict } from '../plans/conflict-part.ts'
import type { TaskForm } from './forms.ts'
import { candidatesFor, lastMet } from '../plans/people-queries.ts'
import { topicBit, topicOfBit } from '../plans/shown.ts'
import { NoYes, addTask, changeTask } from './commands.ts'
import { taskFormPage } from './form-pages.ts'
import { findTask, subjectsOfTask } from './queries.ts'
import type { Task } from './queries.ts'
import { dayOfWhen, linesOf, mostInList, receiverOf, taskLine, taskStands } from './rules.ts'
import { taskTexts as t } from './texts.da.ts'

type Asking = Given<Given['actor'], unknown>

interface Showing {
  /** Left out where the task that stands is to be shown. */
  typed: Typed | undefined
  errors: readonly FieldError[]
  /** The citizen of the address; none on Today. */
  citizenId?: string | undefined
  standsId?: string | undefined
  why?: 'taken' | 'changed' | undefined
}

export async function showTaskForm(c: Context, given: Asking, at: Showing): Promise<Response> {
  const { standsId, why } = at
  const shown = await given.db.read(given.asker, 'tasks.show', async tx => {
    const mine = mineOf(given)
    const stands = standsId === undefined ? undefined : await ownTask(tx, given, standsId)
    const citizenId = stands ? (stands.citizenId ?? undefined) : at.citizenId
    const citizen = citizenId === undefined ? undefined : await ownCitizen(tx, given, citizenId)
    if (!stands && citizen && given.form === undefined) takesNew(given, citizen)
    const met = stands || citizen ? [] : await lastMet(tx, mine, 6)
    const partyId = stands?.partyId ?? citizen?.partyId ?? mine.parties[0] ?? ''
    const candidates = await candidatesFor(tx, mine, { partyId, citizenId: null })
    return {
      value: { stands, citizen, met, candidates },
      about: [...(citizen ? [citizen] : []), ...met].map(subjectOfCitizen),
    }
  })
  const { stands } = shown
  const typed = typedAgain(at.typed, { row: stands, why }) ?? (stands ? typedOf(stands) : {})
  const before = stands && why && conflict(given, stands, why)
  return c.html(taskFormPage({ ...given, ...shown, ...at, standsId, typed, before }), statusOf(at.errors, why))
}

export async function storeTask(
  c: Context,
  given: Given<Given['actor'], Form<TaskForm>>,
  at: { citizenId?: string; standsId?: string },
): Promise<Response> {
  const { form, municipality } = given
  const errors = form.ok ? refusals(form.value) : form.errors
  if (!form.ok || errors.length > 0) return await showTaskForm(c, given, { typed: form.typed, errors, ...at })
  const citizenId = at.citizenId ?? form.value.citizenId
  const stored = await store(given, form.value, { ...at, citizenId })
  if (stored === 'closed')
    return await showTaskForm(c, given, { typed: form.typed, errors: closedErrors('words'), ...at })
  if (stored === 'noYes') {
    const refused = [{ field: 'topic', message: t.needsTopic }]
    return await showTaskForm(c, given, { typed: form.typed, errors: refused, ...at })
  }
  if (stored)
    return await showTaskForm(c, given, {
      typed: form.typed,
      errors: [],
      standsId: at.standsId ?? form.value.id,
      why: stored,
    })
  if (at.standsId !== undefined) return c.redirect(paths.task(municipality, at.standsId), 303)
  return c.redirect(
    at.citizenId === undefined ? paths.today(municipality) : paths.citizenTasks(municipality, at.citizenId),
    303,
  )
}

async function store(
  given: Asking & { form: unknown },
  form: TaskForm,
  at: { citizenId: string | undefined; standsId?: string },
): Promise<'taken' | 'changed' | 'noYes' | 'closed' | undefined> {
  const { id = '', version = 0 } = form
  const write = given.db.write(given.asker, 'tasks.change', async tx => {
    const mine = mineOf(given)
    if (at.standsId !== undefined) {
      const stands = await ownTask(tx, given, at.standsId)
      const key = { municipalityId: mine.municipalityId, partyId: stands.partyId, id: stands.id }
      const changed = await changeTask(
        tx,
        { key, version },
        contentOf(form, { citizenId: stands.citizenId, now: given.now }),
      )
      if (!changed) throw new Outdated('changed')
      return { value: undefined, about: subjectsOfTask(stands) }
    }
    const citizen = at.citizenId === undefined ? undefined : await ownCitizen(tx, given, at.citizenId)
    if (citizen) takesNew(given, citizen)
    const partyId = citizen?.partyId ?? mine.parties[0] ?? ''
    const to = await receiver(tx, given, { to: form.to, partyId })
    const content = contentOf(form, { citizenId: citizen?.id ?? null, now: given.now })
    const key = { municipalityId: mine.municipalityId, partyId, id }
    if ((await addTask(tx, key, { ...content, givenBy: mine.personId, to })) === 'taken') throw new Outdated('taken')
    return { value: undefined, about: citizen ? [subjectOfCitizen(citizen)] : [], kind: 'add' }
  })
  try {
    return await storingNew(write)
  } catch (error) {
    if (error instanceof NoYes) return 'noYes'
    throw error
  }
}

/** A task of one's own party; another's is not there to be written in. */
async function ownTask(tx: Read, given: Asking, taskId: string): Promise<Task> {
  const mine = mineOf(given)
  const task = await findTask(tx, mine, taskId)
  if (!task || !mine.parties.includes(task.partyId)) throw new NotFound()
  return task
}

async function ownCitizen(tx: Read, given: Asking, citizenId: string) {
  const [asked] = (await recordsOf(tx, mineOf(given), citizenId)).filter(record => record.own)
  if (!asked) throw new NotFound()
  return asked
}

// A new task goes to oneself or to a colleague; to another party it is handed from its own page.
async function receiver(tx: Read, given: Asking, { to, partyId }: { to: string; partyId: string }) {
  if (to === '') return { personId: mineOf(given).personId, partyId }
  const found = receiverOf(to, await candidatesFor(tx, mineOf(given), { partyId, citizenId: null }))
  if (!found?.own) throw new NotFound()
  return { personId: found.personId, partyId }
}

function refusals({ when, day: on, list }: TaskForm): FieldError[] {
  return [
    ...(when === 'pick' && on === undefined ? [{ field: 'day', message: t.dayMissing }] : []),
    ...(linesOf(list).length > mostInList ? [{ field: 'list', message: t.listLong }] : []),
  ]
}

function contentOf(form: TaskForm, at: { citizenId: string | null; now: Given['now'] }) {
  const here = today(at.now)
  return {
    citizenId: at.citizenId,
    topic: at.citizenId === null ? null : topicBit(form.topic),
    words: form.words,
    day: String(dayOfWhen(form.when, { picked: form.day, today: here }) ?? here),
    list: linesOf(form.list).join('\n'),
  }
}

function conflict(given: Asking, stands: Task, why: 'taken' | 'changed') {
  const line = taskStands(stands, given.actor.personId) ?? t.heldBy(stands.heldByName)
  return planConflict({
    why,
    stands: [
      [t.words, stands.words],
      [t.when, taskLine(stands, given.now, { citizen: false })],
      [t.state[stands.state], line],
      [t.items, stands.list],
    ],
    href: paths.task(given.municipality, stands.id),
  })
}

function typedOf(task: Task): Typed {
  return {
    id: task.id,
    version: String(task.version),
    words: task.words,
    when: 'pick',
    day: formatDayField(day(task.day)),
    citizenId: task.citizenId ?? '',
    topic: topicOfBit(task.topic) ?? '',
    list: task.list,
  }
}
