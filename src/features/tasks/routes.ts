import type { Context } from 'hono'
import type { z } from 'zod'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Read, Write } from '../../platform/db.ts'
import type { Form, Typed } from '../../platform/form.ts'
import { lampNote } from '../../platform/html/blocks.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content } from '../../platform/html/html.ts'
import { newId } from '../../platform/id.ts'
import { aboutAll, idIn, mineOf, shownRecords } from '../consents/asking.ts'
import type { AnyTopic } from '../contacts/codes.ts'
import type { Mine } from '../contacts/queries.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { recordsFor } from '../plans/asked.ts'
import { taskAnswerForm, taskDoneForm, taskForm, taskHandForm, taskListForm } from './forms.ts'
import { candidatesFor } from '../plans/people-queries.ts'
import type { Candidate } from '../plans/people-queries.ts'
import { peopleAround } from '../plans/queries.ts'
import { topicBit, topicName, topicOfBit } from '../plans/shown.ts'
import { taskBoardPage } from './board-pages.ts'
import { NoYes, answerTask, giveTaskBack, handTask, markInList, markTask, passTask } from './commands.ts'
import { showTaskForm, storeTask } from './form-routes.ts'
import { taskPage } from './pages.ts'
import { findTask, subjectsOfTask, talkPromises, tasksAbout } from './queries.ts'
import type { Task } from './queries.ts'
import { isPassedBy, receiverOf, refusalOfHand } from './rules.ts'
import { taskTexts as t } from './texts.da.ts'

type Asking = Given<Given['actor'], unknown>
type Posted = Given<Given['actor'], Form<z.output<typeof taskDoneForm>>>

/** What those who work have promised: one owner, one date, handed over only by a yes. */
export const taskRoutes = new Routes()
  .get('/tasks/new', { who: recordRoles, purpose: 'tasks.show' }, async (c, given) =>
    showTaskForm(c, given, { typed: { id: newId() }, errors: [] }),
  )
  .post('/tasks/new', { who: recordRoles, purpose: 'tasks.change', form: taskForm }, async (c, given) =>
    storeTask(c, given, {}),
  )
  .get('/citizens/:citizenId/tasks', { who: recordRoles, purpose: 'tasks.show' }, async (c, given) => {
    const shown = await given.db.read(given.asker, 'tasks.show', async tx => {
      const at = await recordsFor(tx, given, idIn(c, 'citizenId'))
      const own = at.records.filter(each => each.own)
      const [tasks, talks, around] = await Promise.all([
        tasksAbout(tx, mineOf(given), at.records),
        talkPromises(tx, mineOf(given), own),
        peopleAround(tx, at.municipalityId, at.records),
      ])
      return { value: { ...at, tasks, talks, around }, about: aboutAll(at) }
    })
    return c.html(taskBoardPage({ ...given, ...shown, ticked: c.req.query('done') }))
  })
  .get('/citizens/:citizenId/tasks/new', { who: recordRoles, purpose: 'tasks.show' }, async (c, given) =>
    showTaskForm(c, given, { typed: { id: newId() }, errors: [], citizenId: idIn(c, 'citizenId') }),
  )
  .post(
    '/citizens/:citizenId/tasks/new',
    { who: recordRoles, purpose: 'tasks.change', form: taskForm },
    async (c, given) => storeTask(c, given, { citizenId: idIn(c, 'citizenId') }),
  )
  .get('/tasks/:taskId', { who: recordRoles, purpose: 'tasks.show' }, async (c, given) =>
    showTask(c, given, { errors: [] }),
  )
  .get('/tasks/:taskId/edit', { who: recordRoles, purpose: 'tasks.show' }, async (c, given) =>
    showTaskForm(c, given, { typed: undefined, errors: [], standsId: idIn(c, 'taskId') }),
  )
  .post('/tasks/:taskId/edit', { who: recordRoles, purpose: 'tasks.change', form: taskForm }, async (c, given) =>
    storeTask(c, given, { standsId: idIn(c, 'taskId') }),
  )
  .post('/tasks/:taskId/done', { who: recordRoles, purpose: 'tasks.change', form: taskDoneForm }, async (c, given) => {
    const done = given.form.value?.done ?? false
    const task = await writeTask(given, idIn(c, 'taskId'), (tx, row) => markTask(tx, keyOf(given, row), done))
    return c.redirect(backFrom(given, task), 303)
  })
  .post('/tasks/:taskId/list', { who: recordRoles, purpose: 'tasks.change', form: taskListForm }, async (c, given) => {
    const { form } = given
    if (!form.ok) return await showTask(c, given, { errors: form.errors })
    const mark = { place: form.value.place ?? 0, done: form.value.done }
    const task = await writeTask(given, idIn(c, 'taskId'), (tx, row) => markInList(tx, keyOf(given, row), mark))
    return c.redirect(paths.task(given.municipality, task.id), 303)
  })
  .post(
    '/tasks/:taskId/answer',
    { who: recordRoles, purpose: 'tasks.change', form: taskAnswerForm },
    async (c, given) => {
      const { form, actor } = given
      const yes = form.value?.answer === 'yes'
      const errors =
        form.ok && !yes && form.value.words === '' ? [{ field: 'words', message: t.noMissing }] : form.errors
      if (!form.ok || errors.length > 0) return await showTask(c, given, { errors, typed: form.typed })
      const answer = { personId: actor.personId, yes, words: form.value.words }
      const task = await writeTask(given, idIn(c, 'taskId'), async (tx, row) =>
        !yes && isPassedBy(row, actor.personId)
          ? await giveTaskBack(tx, keyOf(given, row), answer)
          : await answerTask(tx, keyOf(given, row), answer),
      )
      return c.redirect(paths.task(given.municipality, task.id), 303)
    },
  )
  .post('/tasks/:taskId/hand', { who: recordRoles, purpose: 'tasks.change', form: taskHandForm }, async (c, given) => {
    const { form, municipality } = given
    if (!form.ok) return await showTask(c, given, { errors: form.errors, typed: form.typed })
    const { to, topic, version = 0 } = form.value
    const refused = await hand(given, { taskId: idIn(c, 'taskId'), to, topic, version })
    if (refused === undefined) return c.redirect(paths.task(municipality, idIn(c, 'taskId')), 303)
    return await showTask(c, given, { typed: form.typed, errors: [], ...refused })
  })

interface Handing {
  taskId: string
  to: string
  topic: AnyTopic | undefined
  version: number
}

interface Refused {
  errors?: readonly FieldError[]
  changed?: boolean
  warm?: Content
}

async function hand(given: Asking, at: Handing): Promise<Refused | undefined> {
  try {
    return await given.db.write(given.asker, 'tasks.change', async tx => {
      const mine = mineOf(given)
      const stands = await seenTask(tx, given, at.taskId)
      if (stands.part === 'watched') throw new NotFound()
      // What it is about is chosen here only where it was about nothing yet, and by the party that owns it.
      const mayChoose = stands.part === 'own' && stands.citizenId !== null
      const task = { ...stands, topic: stands.topic ?? (mayChoose ? topicBit(at.topic) : null) }
      const to = receiverOf(at.to, await takersOf(tx, mine, task))
      const about = subjectsOfTask(task)
      if (!to) return { value: { errors: [{ field: 'to', message: t.personMissing }] }, about }
      const why = task.part === 'own' ? refusalOfHand(task, to) : undefined
      if (why) return { value: refusedHand(given, { task, to, why }), about }
      // The same tap twice is one: it lies already where it was wanted.
      if (
        task.personId === to.personId &&
        task.personPartyId === to.partyId &&
        task.state !== 'refused' &&
        task.state !== 'done'
      )
        return { value: undefined, about }
      const key = { key: keyOf(given, task), version: at.version }
      const stored =
        task.part === 'own'
          ? await handTask(tx, key, { givenBy: mine.personId, to, topic: task.topic })
          : await passTask(tx, key, { by: mine.personId, to: to.personId })
      return { value: stored ? undefined : { changed: true }, about }
    })
  } catch (error) {
    if (error instanceof NoYes) return { errors: [{ field: 'topic', message: t.needsTopic }] }
    throw error
  }
}

/** Who can have it: anybody where it is one's own party's; where it was handed to one's own, the colleagues there. */
async function takersOf(tx: Read, mine: Mine, task: Task): Promise<Candidate[]> {
  if (task.part === 'watched') return []
  if (task.part === 'own') return await candidatesFor(tx, mine, { ...task, all: true })
  return await candidatesFor(tx, mine, { partyId: task.personPartyId, citizenId: null })
}

/** Said warmly, with the way to a yes: the citizen decides, and is asked. */
function refusedHand(given: Asking, at: { task: Task; to: Candidate; why: 'needsTopic' | 'needsYes' }): Refused {
  const { task, to, why } = at
  if (why === 'needsTopic') return { errors: [{ field: 'topic', message: t.needsTopic }] }
  const name = task.alias ?? ''
  const message = t.needsYes(name, to.partyName, topicName(task.topic))
  const asks = { receiver: to.partyId, topic: topicOfBit(task.topic), task: task.id, person: to.personId }
  const href = paths.askConsent(given.municipality, task.citizenId ?? '', asks)
  return {
    errors: [{ field: 'to', message: t.noYesYet(name) }],
    warm: lampNote(html`<p>${message}</p><p><a href="${href}">${t.askForYes(name)}</a></p>`),
  }
}

/** Writes in a task of one's own party, or one that it was handed; `NotFound` for one that is only seen. */
async function writeTask(given: Asking, taskId: string, work: (tx: Write, task: Task) => Promise<void>): Promise<Task> {
  return await given.db.write(given.asker, 'tasks.change', async tx => {
    const task = await seenTask(tx, given, taskId)
    if (task.part === 'watched') throw new NotFound()
    await work(tx, task)
    return { value: task, about: subjectsOfTask(task) }
  })
}

async function showTask(
  c: Context,
  given: Asking,
  at: Refused & { errors: readonly FieldError[]; typed?: Typed },
): Promise<Response> {
  const shown = await given.db.read(given.asker, 'tasks.show', async tx => {
    const mine = mineOf(given)
    const task = await seenTask(tx, given, idIn(c, 'taskId'))
    const candidates = await takersOf(tx, mine, task)
    const party = await tx
      .selectFrom('parties')
      .select('name')
      .where('municipality_id', '=', mine.municipalityId)
      .where('id', '=', task.partyId)
      .executeTakeFirst()
    const { citizenId, part } = task
    const glass = part === 'own' || citizenId === null ? undefined : (await shownRecords(tx, given, citizenId)).glass
    return { value: { task, candidates, ownerName: party?.name ?? '', glass }, about: subjectsOfTask(task) }
  })
  const status = at.changed ? 409 : at.errors.length > 0 ? 422 : 200
  return c.html(taskPage({ ...given, ...shown, ...at }), status)
}

async function seenTask(tx: Read, given: Asking, taskId: string): Promise<Task> {
  const task = await findTask(tx, mineOf(given), taskId)
  if (!task) throw new NotFound()
  return task
}

/** One ticks where one is, and stays there. */
function backFrom({ municipality, form }: Posted, task: Task): string {
  const { back, done } = form.value ?? {}
  if (back === 'board' && task.citizenId !== null)
    return done
      ? paths.citizenTasksDone(municipality, task.citizenId, task.id)
      : paths.citizenTasks(municipality, task.citizenId)
  if (back !== 'today') return paths.task(municipality, task.id)
  return done ? paths.todayDone(municipality, task.id) : paths.today(municipality)
}

function keyOf(given: Asking, { partyId, id }: Task) {
  return { municipalityId: given.municipality.id, partyId, id }
}
