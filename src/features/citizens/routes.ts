import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form } from '../../platform/form.ts'
import { refuse } from '../../platform/form.ts'
import { newId } from '../../platform/id.ts'
import { hasCpr } from './cpr-rules.ts'
import { recordParties, recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { addCitizen } from './commands.ts'
import { newCitizenForm, searchForm } from './forms.ts'
import { citizensPage, newCitizenPage } from './pages.ts'
import { recentCitizens, searchCitizens, subjectOfCitizen } from './queries.ts'
import type { Citizen } from './queries.ts'
import { isSameAlias } from './rules.ts'
import { texts } from './texts.da.ts'

/** Finding a citizen by alias, and making a record: search first, then create. */
export const citizenRoutes = new Routes()
  .get('/citizens', { who: recordRoles, purpose: 'citizens.list' }, async (c, given) => {
    const recent = await readRecent(given)
    return c.html(citizensPage({ ...given, recent, typed: {}, errors: [], fresh: newId() }))
  })
  .post('/citizens', { who: recordRoles, purpose: 'citizens.search', form: searchForm }, async (c, given) => {
    const form = withoutCpr(given.form)
    if (!form.ok) {
      const recent = await readRecent(given)
      return c.html(citizensPage({ ...given, recent, typed: form.typed, errors: form.errors, fresh: newId() }), 422)
    }
    const found = await search(given, form.value.alias)
    return c.html(citizensPage({ ...given, recent: [], found, typed: form.typed, errors: [], fresh: newId() }))
  })
  .post('/citizens/new', { who: recordRoles, purpose: 'citizens.add', form: newCitizenForm }, async (c, given) => {
    const parties = await ownParties(given)
    let form = withoutCpr(given.form)
    const partyId = parties.length === 1 ? parties[0]?.id : form.value?.party
    if (form.ok && partyId === undefined) form = refuse(form, 'party', texts.partyMissing)
    if (form.ok && !parties.some(each => each.id === partyId)) throw new NotFound()
    const known = form.ok ? await search(given, form.value.alias) : []
    const { id = '', alias = '' } = form.value ?? {}
    const same = known.filter(each => each.partyId === partyId && each.id !== id && isSameAlias(each.alias, alias))
    if (form.ok && same.length > 0 && !form.value.another) form = refuse(form, 'another', texts.sameAlias)
    if (!form.ok)
      return c.html(newCitizenPage({ ...given, parties, same, typed: form.typed, errors: form.errors }), 422)
    await add(given, { id, alias, partyId: partyId ?? '' })
    return c.redirect(paths.citizen(given.municipality, id), 303)
  })

type Asking = Given<Given['actor'], unknown>

function mineOf({ municipality, actor }: Asking) {
  return { municipalityId: municipality.id, personId: actor.personId, parties: recordParties(actor) }
}

async function readRecent(given: Asking) {
  return await given.db.read(given.asker, 'citizens.list', async tx => {
    const recent = await recentCitizens(tx, mineOf(given))
    return { value: recent, about: recent.map(subjectOfCitizen) }
  })
}

async function search(given: Asking, alias: string): Promise<Citizen[]> {
  return await given.db.read(given.asker, 'citizens.search', async tx => {
    const found = await searchCitizens(tx, mineOf(given), alias)
    return { value: found, about: found.map(subjectOfCitizen), kind: 'search', words: alias }
  })
}

async function add(given: Asking, citizen: { id: string; alias: string; partyId: string }): Promise<void> {
  await given.db.write(given.asker, 'citizens.add', async tx => {
    await addCitizen(tx, { municipalityId: given.municipality.id, ...citizen })
    return { value: undefined, about: [subjectOfCitizen(citizen)], kind: 'add' }
  })
}

async function ownParties(given: Asking) {
  const { municipalityId, parties } = mineOf(given)
  return await given.db.read(given.asker, 'places.show', tx =>
    tx
      .selectFrom('parties')
      .select(['id', 'name'])
      .where('municipality_id', '=', municipalityId)
      .where('id', 'in', parties)
      .orderBy('name')
      .execute(),
  )
}

// An alias is what one calls somebody; a number that tells who they are has no place in it, nor in the log of searches.
function withoutCpr<T extends { alias: string }>(form: Form<T>): Form<T> {
  return form.ok && hasCpr(form.value.alias) ? refuse(form, 'alias', texts.cpr) : form
}
