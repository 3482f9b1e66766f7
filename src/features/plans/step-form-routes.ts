// A step as it is written: what it is, whose, and when.

import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { Write } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form, Typed } from '../../platform/form.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { day, formatDayField, today } from '../../platform/time.ts'
import { aboutAll, idIn, mineOf } from '../consents/asking.ts'
import type { Given } from '../routing.ts'
import {
  Outdated,
  among,
  closedErrors,
  formFor,
  keyOf,
  newFor,
  ownFor,
  statusOf,
  storingNew,
  typedAgain,
} from './asked.ts'
import { planConflict } from './conflict-part.ts'
import type { StepForm } from './forms.ts'
import { stepLine } from './path-part.ts'
import { candidatesFor } from './people-queries.ts'
import { stepsShown } from './queries.ts'
import type { Step } from './queries.ts'
import type { Own } from './plan-commands.ts'
import { nameOf, topicBit, topicOfBit } from './shown.ts'
import { Ring, addStep, changeStep } from './step-commands.ts'
import type { StepContent } from './step-commands.ts'
import { stepFormPage } from './step-pages.ts'
import { beginning, refusalsOfWait } from './step-rules.ts'
import { stepTexts } from './texts.da.ts'

type Asking = Given<Given['actor'], unknown>

interface Showing {
  typed: Typed | undefined
  errors: readonly FieldError[]
  standsId: string | undefined
  why?: 'taken' | 'changed' | undefined
}

export async function showStepForm(c: Context, given: Asking, { standsId, why, ...at }: Showing): Promise<Response> {
  const shown = await given.db.read(given.asker, 'plan.show', async tx => {
    const own = await formFor(tx, given, { citizenId: idIn(c, 'citizenId'), standsId })
    const steps = await stepsShown(tx, own.municipalityId, own.records)
    const stands = standsId === undefined ? undefined : among(steps, standsId)
    if (stands) keyOf(given, stands)
    const candidates = await candidatesFor(tx, mineOf(given), own.writes)
    const others = steps.filter(each => each.partyId === own.own.partyId && each.citizenId === own.own.id)
    return { value: { ...own, steps, stands, others, candidates }, about: aboutAll(own) }
  })
  const { stands, steps } = shown
  const name = nameOf(shown)
  const fresh = { ...at.typed, personId: at.typed?.['personId'] ?? mineOf(given).personId }
  const typed = typedAgain(at.typed && fresh, { row: stands, why }) ?? (stands ? typedOfStep(stands) : {})
  const before =
    stands &&
    why &&
    planConflict({
      why,
      stands: [
        [stepTexts.words, stands.words],
        [stepTexts.state[stands.state], stepLine(stands, { steps, name, now: given.now })],
      ],
      href: paths.step(given.municipality, shown.asked.id, stands.id),
    })
  return c.html(stepFormPage({ ...given, ...shown, ...at, typed, before }), statusOf(at.errors, why))
}

export async function storeStep(
  c: Context,
  given: Given<Given['actor'], Form<StepForm>>,
  standsId: string | undefined,
): Promise<Response> {
  const { form, municipality } = given
  const citizenId = idIn(c, 'citizenId')
  const errors = form.ok ? missing(form.value) : form.errors
  if (!form.ok || errors.length > 0) return await showStepForm(c, given, { typed: form.typed, errors, standsId })
  const stored = await store(given, { citizenId, standsId, form: form.value })
  if (stored.errors.length > 0)
    return await showStepForm(c, given, { typed: form.typed, errors: stored.errors, standsId })
  if (stored.why) {
    const at = { standsId: standsId ?? form.value.id, why: stored.why }
    return await showStepForm(c, given, { typed: form.typed, errors: [], ...at })
  }
  const seen =
    standsId === undefined ? paths.plan(municipality, citizenId) : paths.step(municipality, citizenId, standsId)
  return c.redirect(seen, 303)
}

interface Writing {
  citizenId: string
  standsId: string | undefined
  form: StepForm
}

async function store(
  given: Asking & { form: unknown },
  at: Writing,
): Promise<{ errors: FieldError[]; why?: 'taken' | 'changed' | undefined }> {
  let errors: FieldError[] = []
  const write = given.db.write(given.asker, 'steps.change', async tx => {
    const own = await (at.standsId === undefined ? newFor : ownFor)(tx, given, at.citizenId)
    const steps = await stepsShown(tx, own.municipalityId, own.records)
    const row = at.standsId === undefined ? undefined : among(steps, at.standsId)
    const content = contentOf(at.form)
    const people = content.personId === null ? [] : await candidatesFor(tx, mineOf(given), own.writes)
    const known = [...people.map(each => each.personId), row?.personId]
    if (content.personId !== null && !known.includes(content.personId)) throw new NotFound()
    if (row) {
      const changed = await changeStep(
        tx,
        { key: keyOf(given, row), version: at.form.version ?? 0, citizenId: row.citizenId },
        content,
      )
      if (!changed) throw new Outdated('changed')
    } else errors = await begin(tx, given, { own: own.writes, steps, content, form: at.form })
    return { value: undefined, about: aboutAll(own), kind: row ? 'change' : 'add' }
  })
  try {
    const why = await storingNew(write)
    return why === 'closed' ? { errors: closedErrors('words') } : { errors, why }
  } catch (error) {
    if (error instanceof Ring) return { errors: [{ field: 'waitsFor', message: stepTexts.ring }] }
    throw error
  }
}

async function begin(
  tx: Write,
  { now }: Pick<Asking, 'now'>,
  at: { own: Own; steps: readonly Step[]; content: StepContent; form: StepForm },
): Promise<FieldError[]> {
  const { own, content, form } = at
  const id = form.id ?? ''
  const steps = at.steps.filter(each => each.partyId === own.partyId && each.citizenId === own.citizenId)
  const waitsFor = form.done ? undefined : form.waitsFor
  const errors = waitsFor === undefined ? [] : refusalsOfWait(id, waitsFor, steps)
  if (errors.length > 0) return errors
  const is = beginning({ done: form.done, waitsFor }, { steps, today: today(now) })
  if ((await addStep(tx, own, { id, ...content, ...is })) === 'taken') throw new Outdated('taken')
  return []
}

function missing({ whose, personId }: StepForm): FieldError[] {
  const withPerson = whose === 'worker' || whose === 'together'
  return withPerson && personId === undefined ? [{ field: 'personId', message: stepTexts.personMissing }] : []
}

function contentOf({ words, whose, personId, day: on, topic }: StepForm): StepContent {
  const owner = whose === 'nobody' ? null : whose
  const withPerson = owner === 'worker' || owner === 'together'
  return {
    words,
    whose: owner,
    personId: withPerson ? (personId ?? null) : null,
    day: on === undefined ? null : String(on),
    topic: topicBit(topic),
  }
}

function typedOfStep(step: Step): Typed {
  return {
    id: step.id,
    version: String(step.version),
    words: step.words,
    whose: step.whose ?? 'nobody',
    personId: step.personId ?? '',
    day: step.day === null ? '' : formatDayField(day(step.day)),
    topic: topicOfBit(step.topic) ?? '',
  }
}
