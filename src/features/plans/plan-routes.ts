import { newId } from '../../platform/id.ts'
import { aboutAll, idIn, mineOf } from '../consents/asking.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import { recordsFor } from './asked.ts'
import { partKinds } from './codes.ts'
import { keepingForm, partForm, planPersonForm } from './forms.ts'
import { showPart, showPlanPerson, storePart, storePlanPerson } from './part-routes.ts'
import { showKeeping, storeKeeping } from './keeping-routes.ts'
import { planPage } from './plan-pages.ts'
import { keepingOf, peopleAround, planPeopleOf, planShown, stepsShown } from './queries.ts'

/** A citizen's plan, and what is written in it. */
export const planRoutes = new Routes()
  .get('/citizens/:citizenId/plan', { who: recordRoles, purpose: 'plan.show' }, async (c, given) => {
    const shown = await given.db.read(given.asker, 'plan.show', async tx => {
      const at = await recordsFor(tx, given, idIn(c, 'citizenId'))
      const { municipalityId, records } = at
      const own = records.filter(record => record.own)
      // Asked together, so that they are one round trip.
      const [plan, steps, around, keeping, named] = await Promise.all([
        planShown(tx, municipalityId, records),
        stepsShown(tx, municipalityId, records),
        peopleAround(tx, municipalityId, records),
        keepingOf(tx, municipalityId, records),
        planPeopleOf(tx, municipalityId, own),
      ])
      return { value: { ...at, plan, steps, around, named, keeping }, about: aboutAll(at) }
    })
    return c.html(planPage({ ...given, ...shown }))
  })
  .get('/citizens/:citizenId/plan/parts/new', { who: recordRoles, purpose: 'plan.show' }, async (c, given) => {
    const kind = partKinds.find(each => each === c.req.query('kind')) ?? 'goal'
    return await showPart(c, given, { typed: { id: newId(), kind }, errors: [], standsId: undefined })
  })
  .post(
    '/citizens/:citizenId/plan/parts/new',
    { who: recordRoles, purpose: 'plan.change', form: partForm },
    async (c, given) => await storePart(c, given, undefined),
  )
  .get('/citizens/:citizenId/plan/parts/:planPartId', { who: recordRoles, purpose: 'plan.show' }, async (c, given) =>
    showPart(c, given, { typed: undefined, errors: [], standsId: idIn(c, 'planPartId') }),
  )
  .post(
    '/citizens/:citizenId/plan/parts/:planPartId',
    { who: recordRoles, purpose: 'plan.change', form: partForm },
    async (c, given) => await storePart(c, given, idIn(c, 'planPartId')),
  )
  .get('/citizens/:citizenId/plan/people/new', { who: recordRoles, purpose: 'plan.show' }, async (c, given) =>
    showPlanPerson(c, given, {
      typed: { id: newId(), personId: mineOf(given).personId },
      errors: [],
      standsId: undefined,
    }),
  )
  .post(
    '/citizens/:citizenId/plan/people/new',
    { who: recordRoles, purpose: 'plan.change', form: planPersonForm },
    async (c, given) => await storePlanPerson(c, given, undefined),
  )
  .get('/citizens/:citizenId/plan/people/:planPersonId', { who: recordRoles, purpose: 'plan.show' }, async (c, given) =>
    showPlanPerson(c, given, { typed: undefined, errors: [], standsId: idIn(c, 'planPersonId') }),
  )
  .post(
    '/citizens/:citizenId/plan/people/:planPersonId',
    { who: recordRoles, purpose: 'plan.change', form: planPersonForm },
    async (c, given) => await storePlanPerson(c, given, idIn(c, 'planPersonId')),
  )
  .get('/citizens/:citizenId/plan/keeping', { who: recordRoles, purpose: 'plan.show' }, async (c, given) =>
    showKeeping(c, given, { typed: undefined, errors: [] }),
  )
  .post(
    '/citizens/:citizenId/plan/keeping',
    { who: recordRoles, purpose: 'plan.change', form: keepingForm },
    async (c, given) => await storeKeeping(c, given),
  )
