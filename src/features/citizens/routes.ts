import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form } from '../../platform/form.ts'
import { refuse } from '../../platform/form.ts'
import { newId } from '../../platform/id.ts'
import { recordParties, recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { addCitizen } from './commands.ts'
import { hasCpr } from './cpr-rules.ts'
import { newCitizenForm, numberSearchForm, searchForm } from './forms.ts'
import { findByNumber, numberKeys } from './number-commands.ts'
import { citizensPage, newCitizenPage } from './pages.ts'
import { citizensWith, ownParties, recentCitizens, searchCitizens, subjectOfCitizen } from './queries.ts'
import type { Citizen } from './queries.ts'
import { isSameAlias } from './rules.ts'
import { texts } from './texts.da.ts'

/** Finding a citizen of one's own parties, and making a record: search first, then create. */
export const citizenRoutes = new Routes()
  .get('/citizens', { who: recordRoles, purpose: 'citizens.list' }, async (c, given) => {
    const done = c.req.query('done')
    return c.html(citizensPage({ ...given, ...(await readRecent(given)), typed: {}, errors: [], done }))
  })
  .post('/citizens', { who: recordRoles, purpose: 'citizens.search', form: searchForm }, async (c, given) => {
    const form = withoutCpr(given.form, texts.cprInSearch)
    const { typed } = form
    if (!form.ok)
      return c.html(citizensPage({ ...given, ...(await readRecent(given)), typed, errors: form.errors }), 422)
    const found = await search(given, { words: form.value.alias, closed: form.value.closed })
    return c.html(citizensPage({ ...given, ...(await readParties(given)), recent: [], found, typed, errors: [] }))
  })
  .post(
    '/citizens/by-number',
    { who: recordRoles, purpose: 'citizens.search-closed', form: numberSearchForm },
    async (c, given) => {
      const { form } = given
      const { typed } = form
      if (!form.ok)
        return c.html(citizensPage({ ...given, ...(await readRecent(given)), typed, errors: form.errors }), 422)
      const found = await searchByNumber(given, form.value.number)
      const shown = { recent: [], found, byNumber: true, typed: {}, errors: [] }
      return c.html(citizensPage({ ...given, ...(await readParties(given)), ...shown }))
    },
  )
  .post('/citizens/new', { who: recordRoles, purpose: 'citizens.add', form: newCitizenForm }, async (c, given) => {
    const { parties } = await readParties(given)
    let form = withoutCpr(given.form, texts.cpr)
    const partyId = parties.length === 1 ? parties[0]?.id : form.value?.party
    if (form.ok && partyId === undefined) form = refuse(form, 'party', texts.partyMissing)
    if (form.ok && !parties.some(each => each.id === partyId)) throw new NotFound()
    const known = form.ok ? await search(given, { words: form.value.alias, closed: true }) : []
    const { id = '', alias = '' } = form.value ?? {}
    const same = known.filter(
      each =>
        each.partyId === partyId &&
        each.id !== id &&
        [each.alias, each.name ?? ''].some(called => isSameAlias(called, alias)),
    )
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

async function readParties(given: Asking) {
  return {
    parties: await given.db.read(given.asker, 'places.show', tx => ownParties(tx, mineOf(given))),
    fresh: newId(),
  }
}

async function readRecent(given: Asking) {
  const mine = mineOf(given)
  const shown = await given.db.read(given.asker, 'citizens.list', async tx => {
    // Asked together, so that they are one round trip.
    const [recent, parties] = await Promise.all([recentCitizens(tx, mine), ownParties(tx, mine)])
    return { value: { recent, parties }, about: recent.map(subjectOfCitizen) }
  })
  return { ...shown, fresh: newId() }
}

async function search(given: Asking, sought: { words: string; closed: boolean }): Promise<Citizen[]> {
  const { words, closed } = sought
  return await given.db.read(given.asker, closed ? 'citizens.search-closed' : 'citizens.search', async tx => {
    const found = await searchCitizens(tx, mineOf(given), { words, among: closed ? 'all' : 'open' })
    return { value: found, about: found.map(subjectOfCitizen), kind: 'search', words }
  })
}

// The log keeps the words of a search, encrypted; a number is in no log, so it says only that one was asked for.
async function searchByNumber(given: Asking, digits: string): Promise<Citizen[]> {
  const mine = mineOf(given)
  const keys = numberKeys(given.config, mine.municipalityId)
  return await given.db.read(given.asker, 'citizens.search-closed', async tx => {
    const found = await citizensWith(tx, mine, await findByNumber(tx, { ...mine, keys }, digits))
    return { value: found, about: found.map(subjectOfCitizen), kind: 'search', words: texts.number }
  })
}

async function add(given: Asking, citizen: { id: string; alias: string; partyId: string }): Promise<void> {
  const { alias, ...record } = citizen
  const at = { municipalityId: given.municipality.id, personId: given.actor.personId, ...record }
  await given.db.write(given.asker, 'citizens.add', async tx => {
    await addCitizen(tx, at, alias)
    return { value: undefined, about: [subjectOfCitizen(citizen)], kind: 'add' }
  })
}

// An alias is what one calls somebody; a number that tells who they are has no place in it, nor in the log of searches.
function withoutCpr<T extends { alias: string }>(form: Form<T>, said: string): Form<T> {
  return form.ok && hasCpr(form.value.alias) ? refuse(form, 'alias', said) : form
}
