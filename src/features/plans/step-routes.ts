import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form, Typed } from '../../platform/form.ts'
import { newId } from '../../platform/id.ts'
import { aboutAll, idIn } from '../consents/asking.ts'
import { recordRoles } from '../people/rules.ts'
import { today } from '../../platform/time.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { Outdated, among, keyOf, ownFor, recordsFor, storing } from './asked.ts'
import { stepForm, stepStateForm } from './forms.ts'
import type { StepStateForm } from './forms.ts'
import { stepsShown } from './queries.ts'
import type { Step } from './queries.ts'
import { putAwayRow } from './row-commands.ts'
import { Ring, moveStep } from './step-commands.ts'
import { showStepForm, storeStep } from './step-form-routes.ts'
import { stepPage } from './step-pages.ts'
import { refusalsOfMove, stepIs } from './step-rules.ts'
import { stepTexts } from './texts.da.ts'

/** The small steps of a citizen: written, moved on, and never lost. */
export const stepRoutes = new Routes()
  .get('/citizens/:citizenId/steps/new', { who: recordRoles, purpose: 'plan.show' }, async (c, given) =>
    showStepForm(c, given, { typed: { id: newId(), whose: 'citizen' }, errors: [], standsId: undefined }),
  )
  .post(
    '/citizens/:citizenId/steps/new',
    { who: recordRoles, purpose: 'steps.change', form: stepForm },
    async (c, given) => await storeStep(c, given, undefined),
  )
  .get('/citizens/:citizenId/steps/:stepId', { who: recordRoles, purpose: 'plan.show' }, async (c, given) =>
    showStep(c, given, {}),
  )
  .get('/citizens/:citizenId/steps/:stepId/edit', { who: recordRoles, purpose: 'plan.show' }, async (c, given) =>
    showStepForm(c, given, { typed: undefined, errors: [], standsId: idIn(c, 'stepId') }),
  )
  .post(
    '/citizens/:citizenId/steps/:stepId/edit',
    { who: recordRoles, purpose: 'steps.change', form: stepForm },
    async (c, given) => await storeStep(c, given, idIn(c, 'stepId')),
  )
  .post(
    '/citizens/:citizenId/steps/:stepId/state',
    { who: recordRoles, purpose: 'steps.change', form: stepStateForm },
    async (c, given) => {
      const { form, municipality } = given
      const [citizenId, stepId] = [idIn(c, 'citizenId'), idIn(c, 'stepId')]
      if (!form.ok) return await showStep(c, given, { typed: form.typed, errors: form.errors })
      const moved = await move(given, { citizenId, stepId, form: form.value })
      if (moved === 'changed') return await showStep(c, given, { typed: form.typed, changed: true })
      if (moved.errors.length > 0) return await showStep(c, given, { typed: form.typed, errors: moved.errors })
      const isAway = form.value.state === 'away'
      const seen = isAway ? paths.plan(municipality, citizenId) : paths.step(municipality, citizenId, stepId)
      return c.redirect(seen, 303)
    },
  )

type Errors = { field: string; message: string }[]

async function move(
  given: Given<Given['actor'], Form<StepStateForm>>,
  at: { citizenId: string; stepId: string; form: StepStateForm },
): Promise<'changed' | { errors: Errors }> {
  let errors: Errors = []
  const write = given.db.write(given.asker, 'steps.change', async tx => {
    const own = await ownFor(tx, given, at.citizenId)
    const steps = await stepsShown(tx, own.municipalityId, own.records)
    const step = among(steps, at.stepId)
    const key = keyOf(given, step)
    const of = steps.filter(each => each.partyId === step.partyId && each.citizenId === step.citizenId)
    const { state, doneWords, restWords, waitsFor, version = 0 } = at.form
    const words = state === 'done' ? doneWords : restWords
    if (state === 'away') {
      if (of.some(each => each.waitsFor === step.id && each.state === 'waiting') || step.state === 'done')
        errors = [{ field: 'state', message: step.state === 'done' ? stepTexts.notNow : stepTexts.putAwayHeld }]
      else if (!(await putAwayRow(tx, 'steps', { key, version, away: true }))) throw new Outdated('changed')
      return { value: undefined, about: aboutAll(own) }
    }
    // The same tap twice is one: it stands already as it was wanted.
    if (isAlready(step, { state, words, waitsFor })) return { value: undefined, about: aboutAll(own) }
    if (step.version !== version) throw new Outdated('changed')
    errors = refusalsOfMove(step, { to: state, words, waitsFor }, of)
    if (errors.length > 0) return { value: undefined, about: aboutAll(own) }
    const is = stepIs({ to: state, words, waitsFor }, { step, today: today(given.now) })
    if (!(await moveStep(tx, { key, version, citizenId: step.citizenId }, is))) throw new Outdated('changed')
    return { value: undefined, about: aboutAll(own) }
  })
  try {
    return (await storing(write)) ? 'changed' : { errors }
  } catch (error) {
    if (error instanceof Ring) return { errors: [{ field: 'waitsFor', message: stepTexts.ring }] }
    throw error
  }
}

function isAlready(step: Step, to: { state: string; words: string; waitsFor: string | undefined }): boolean {
  if (step.state !== to.state) return false
  if (to.state === 'waiting') return step.waitsFor === to.waitsFor
  if (to.state === 'resting') return step.restWords === to.words
  return to.state !== 'done' || (step.doneWords ?? '') === to.words
}

async function showStep(
  c: Context,
  given: Given<Given['actor'], unknown>,
  at: { typed?: Typed; errors?: Errors; changed?: boolean },
): Promise<Response> {
  const shown = await given.db.read(given.asker, 'plan.show', async tx => {
    const records = await recordsFor(tx, given, idIn(c, 'citizenId'))
    const steps = await stepsShown(tx, records.municipalityId, records.records)
    const step = among(steps, idIn(c, 'stepId'))
    if (given.form !== undefined && !records.records.some(each => each.own && each.partyId === step.partyId))
      throw new NotFound()
    return { value: { ...records, steps, step }, about: aboutAll(records) }
  })
  const status = at.changed ? 409 : (at.errors ?? []).length > 0 ? 422 : 200
  return c.html(stepPage({ ...given, ...shown, ...at }), status)
}
