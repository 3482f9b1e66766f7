// The two things that are written in a plan besides its steps: a part in the citizen's own words, and a person.

import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form, Typed } from '../../platform/form.ts'
import type { FieldError } from '../../platform/html/forms.ts'
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
import type { Why } from './asked.ts'
import { areaMask, areasOf } from './codes.ts'
import { planConflict } from './conflict-part.ts'
import type { PartForm, PlanPersonForm } from './forms.ts'
import { candidatesFor } from './people-queries.ts'
import { addPart, addPlanPerson, changePart, changePlanPerson } from './plan-commands.ts'
import { partPage, planPersonPage } from './plan-form-pages.ts'
import { partsOf, planPeopleOf } from './queries.ts'
import type { Part, PlanPerson } from './queries.ts'
import { putAwayRow } from './row-commands.ts'
import { topicBit, topicName, topicOfBit } from './shown.ts'
import { partTexts, personTexts } from './texts.da.ts'

type Asking = Given<Given['actor'], unknown>
type Posted<F> = Given<Given['actor'], Form<F>>
/** What the page is drawn from; `typed` is left out where the row that stands is to be shown. */
interface Showing {
  typed: Typed | undefined
  errors: readonly FieldError[]
  standsId: string | undefined
  why?: Why
}

export async function showPart(c: Context, given: Asking, { standsId, why, ...at }: Showing): Promise<Response> {
  const shown = await given.db.read(given.asker, 'plan.show', async tx => {
    const own = await formFor(tx, given, { citizenId: idIn(c, 'citizenId'), standsId })
    const parts = standsId === undefined ? [] : await partsOf(tx, own.municipalityId, own.records)
    const stands = standsId === undefined ? undefined : among(parts, standsId)
    if (stands) keyOf(given, stands)
    return { value: { ...own, stands }, about: aboutAll(own) }
  })
  const { stands } = shown
  const typed = typedAgain(at.typed, { row: stands, why }) ?? (stands ? typedOfPart(stands) : {})
  const page = partPage({
    ...given,
    ...shown,
    ...at,
    typed,
    standsId,
    before: stands && why && partConflict(given, shown, { stands, why }),
  })
  return c.html(page, statusOf(at.errors, why))
}

export async function storePart(c: Context, given: Posted<PartForm>, standsId: string | undefined): Promise<Response> {
  const { form, municipality } = given
  const citizenId = idIn(c, 'citizenId')
  const words =
    form.ok && form.value.words === '' && form.value.kind === 'justHere' ? partTexts.title.justHere : form.value?.words
  const errors =
    form.ok && !form.value.away && words === '' ? [{ field: 'words', message: partTexts.wordsMissing }] : form.errors
  if (!form.ok || errors.length > 0) return await showPart(c, given, { typed: form.typed, errors, standsId })
  const { id = '', kind, topic, version = 0, away } = form.value
  const part = {
    kind,
    words: words ?? '',
    topic: topicBit(topic),
    areas: kind === 'goal' ? areaMask(form.value.areas) : 0,
  }
  const write = given.db.write(given.asker, 'plan.change', async tx => {
    const own = await (standsId === undefined ? newFor : ownFor)(tx, given, citizenId)
    if (standsId === undefined) {
      if ((await addPart(tx, own.writes, { id, ...part })) === 'taken') throw new Outdated('taken')
    } else {
      const row = among(await partsOf(tx, own.municipalityId, own.records), standsId)
      const at = { key: keyOf(given, row), version }
      const stored = away ? await putAwayRow(tx, 'plan_parts', { ...at, away }) : await changePart(tx, at, part)
      if (!stored) throw new Outdated('changed')
    }
    return { value: undefined, about: aboutAll(own), kind: standsId === undefined ? 'add' : 'change' }
  })
  const why = await storingNew(write)
  if (why === 'closed') return await showPart(c, given, { typed: form.typed, errors: closedErrors('words'), standsId })
  if (why) return await showPart(c, given, { typed: form.typed, errors: [], standsId: standsId ?? id, why })
  return c.redirect(paths.plan(municipality, citizenId), 303)
}

export async function showPlanPerson(c: Context, given: Asking, { standsId, why, ...at }: Showing): Promise<Response> {
  const shown = await given.db.read(given.asker, 'plan.show', async tx => {
    const own = await formFor(tx, given, { citizenId: idIn(c, 'citizenId'), standsId })
    const people = standsId === undefined ? [] : await planPeopleOf(tx, own.municipalityId, own.records)
    const stands = standsId === undefined ? undefined : among(people, standsId)
    if (stands) keyOf(given, stands)
    const candidates = await candidatesFor(tx, mineOf(given), own.writes)
    return { value: { ...own, stands, candidates }, about: aboutAll(own) }
  })
  const { stands } = shown
  const typed = typedAgain(at.typed, { row: stands, why }) ?? (stands ? typedOfPerson(stands) : {})
  const href = paths.plan(given.municipality, shown.asked.id)
  const lines =
    stands &&
    ([
      [personTexts.person, stands.name],
      [personTexts.words, stands.words],
    ] as const)
  const before = lines && why && planConflict({ why, stands: lines, href })
  return c.html(planPersonPage({ ...given, ...shown, ...at, typed, standsId, before }), statusOf(at.errors, why))
}

export async function storePlanPerson(
  c: Context,
  given: Posted<PlanPersonForm>,
  standsId: string | undefined,
): Promise<Response> {
  const { form, municipality } = given
  const citizenId = idIn(c, 'citizenId')
  const errors = form.ok && !form.value.away ? missingOfPerson(form.value) : form.errors
  if (!form.ok || errors.length > 0) return await showPlanPerson(c, given, { typed: form.typed, errors, standsId })
  const { id = '', personId = '', words, topic, version = 0, away } = form.value
  const person = { personId, words, topic: topicBit(topic) }
  const write = given.db.write(given.asker, 'plan.change', async tx => {
    const own = await (standsId === undefined ? newFor : ownFor)(tx, given, citizenId)
    const candidates = await candidatesFor(tx, mineOf(given), own.writes)
    if (!away && !candidates.some(each => each.personId === personId)) throw new NotFound()
    if (standsId === undefined) {
      if ((await addPlanPerson(tx, own.writes, { id, ...person })) === 'taken') throw new Outdated('taken')
    } else {
      const row = among(await planPeopleOf(tx, own.municipalityId, own.records), standsId)
      const at = { key: keyOf(given, row), version }
      const stored = away
        ? await putAwayRow(tx, 'plan_people', { ...at, away })
        : await changePlanPerson(tx, at, person)
      if (!stored) throw new Outdated('changed')
    }
    return { value: undefined, about: aboutAll(own), kind: standsId === undefined ? 'add' : 'change' }
  })
  const why = await storingNew(write)
  if (why === 'closed')
    return await showPlanPerson(c, given, { typed: form.typed, errors: closedErrors('personId'), standsId })
  if (why) return await showPlanPerson(c, given, { typed: form.typed, errors: [], standsId: standsId ?? id, why })
  return c.redirect(paths.plan(municipality, citizenId), 303)
}

function partConflict(
  given: Asking,
  shown: { asked: { id: string } },
  { stands, why }: { stands: Part; why: 'taken' | 'changed' },
) {
  return planConflict({
    why,
    stands: [
      [partTexts.words, stands.words],
      [partTexts.topic, stands.topic === null ? partTexts.noTopic : topicName(stands.topic)],
    ],
    href: paths.plan(given.municipality, shown.asked.id),
  })
}

function missingOfPerson({ personId, words }: PlanPersonForm): FieldError[] {
  return [
    ...(personId === undefined ? [{ field: 'personId', message: personTexts.personMissing }] : []),
    ...(words === '' ? [{ field: 'words', message: personTexts.wordsMissing }] : []),
  ]
}

function typedOfPart(part: Part): Typed {
  const { id, kind, words } = part
  return {
    id,
    version: String(part.version),
    kind,
    words,
    areas: areasOf(part.areas),
    topic: topicOfBit(part.topic) ?? '',
  }
}

function typedOfPerson(person: PlanPerson): Typed {
  const { id, personId, words } = person
  return { id, version: String(person.version), personId, words, topic: topicOfBit(person.topic) ?? '' }
}
