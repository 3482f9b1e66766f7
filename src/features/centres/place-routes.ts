import { paths } from '../../paths.ts'
import { isPgError, NotFound } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { isId } from '../../platform/id.ts'
import type { Read } from '../../platform/db.ts'
import { holds } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import { addCentre } from './centre-commands.ts'
import { findParty, listControllers, listPlaces, listUnits } from './centre-queries.ts'
import type { Controller } from './centre-queries.ts'
import { mayManage, slugOf } from './centre-rules.ts'
import { controllerForm, newCentreForm, newController, partyForm } from './forms.ts'
import { addController, addParty, changeParty, renameController } from './party-commands.ts'
import { controllerPage, newCentrePage, partyPage } from './place-form-pages.ts'
import { placesPage } from './places-pages.ts'
import { centreTexts, controllerTexts, partyTexts } from './texts.da.ts'

const who = ['administrator'] as const
const show = { who, purpose: 'places.show' } as const
const change = { who, purpose: 'places.change' } as const

export const placeRoutes = new Routes()
  .get('/places', { who: ['administrator', 'centre_manager'], purpose: 'places.show' }, async (c, given) => {
    const { municipality, actor } = given
    const shown = await given.db.read(given.asker, 'places.show', async tx => ({
      places: (await listPlaces(tx, municipality.id)).filter(place => mayManage(actor, place)),
      units: holds(actor, 'administrator') ? await listUnits(tx, municipality.id) : [],
      controllers: holds(actor, 'administrator') ? await listControllers(tx, municipality.id) : [],
    }))
    return c.html(placesPage(given, shown))
  })
  .get('/places/centres/new', show, async (c, given) => {
    const controllers = await given.db.read(given.asker, 'places.show', tx =>
      listControllers(tx, given.municipality.id),
    )
    return c.html(newCentrePage(given, { form: undefined, controllers }))
  })
  .post('/places/centres/new', { ...change, form: newCentreForm }, async (c, given) => {
    const { asker, municipality } = given
    const controllers = await given.db.read(asker, 'places.show', tx => listControllers(tx, municipality.id))
    const wish = newCentreWish(given.form, controllers)
    const outcome = wish.ok
      ? await unlessTaken(given.form, { field: 'name', message: centreTexts.nameTaken }, () =>
          given.db.write(asker, 'places.change', async tx => ({
            id: await addCentre(tx, municipality.id, wish.centre),
          })),
        )
      : wish.form
    if (!('id' in outcome)) return c.html(newCentrePage(given, { form: outcome, controllers }), 422)
    return c.redirect(`${paths.placesCentre(municipality, outcome.id)}?done=created`, 303)
  })
  .get('/places/parties/new', show, (c, given) => c.html(partyPage(given, { party: undefined, form: undefined })))
  .post('/places/parties/new', { ...change, form: partyForm }, async (c, given) => {
    const { asker, municipality, form } = given
    const { value } = form
    const outcome = value
      ? await unlessTaken(form, { field: 'name', message: partyTexts.taken }, () =>
          given.db.write(asker, 'places.change', async tx => {
            const controller = (await listControllers(tx, municipality.id)).find(each => each.kind === 'public')
            if (!controller) throw new Error('a municipality without its own controller')
            return { id: await addParty(tx, municipality.id, { ...value, kind: 'unit', controllerId: controller.id }) }
          }),
        )
      : form
    if (!('id' in outcome)) return c.html(partyPage(given, { party: undefined, form: outcome }), 422)
    return c.redirect(paths.places(municipality), 303)
  })
  .get('/places/parties/:partyId', show, async (c, given) => {
    const party = await given.db.read(given.asker, 'places.show', tx => partyAt(tx, given, c.req.param('partyId')))
    return c.html(partyPage(given, { party, form: undefined }))
  })
  .post('/places/parties/:partyId', { ...change, form: partyForm }, async (c, given) => {
    const { asker, municipality, form } = given
    const party = await given.db.read(asker, 'places.show', tx => partyAt(tx, given, c.req.param('partyId')))
    const { value } = form
    const outcome = value
      ? await unlessTaken(form, { field: 'name', message: partyTexts.taken }, () =>
          given.db.write(asker, 'places.change', async tx => {
            await changeParty(tx, { municipalityId: municipality.id, partyId: party.id }, value)
            return { id: party.id }
          }),
        )
      : form
    if (!('id' in outcome)) return c.html(partyPage(given, { party, form: outcome }), 422)
    return c.redirect(paths.places(municipality), 303)
  })
  .get('/places/controllers/new', show, (c, given) =>
    c.html(controllerPage(given, { controller: undefined, form: undefined })),
  )
  .post('/places/controllers/new', { ...change, form: controllerForm }, async (c, given) => {
    const { asker, municipality } = given
    const controllers = await given.db.read(asker, 'places.show', tx => listControllers(tx, municipality.id))
    const form = namedApart(given.form, controllers)
    const { value } = form
    if (!value) return c.html(controllerPage(given, { controller: undefined, form }), 422)
    await given.db.write(asker, 'places.change', tx => addController(tx, municipality.id, value.name))
    return c.redirect(paths.places(municipality), 303)
  })
  .get('/places/controllers/:controllerId', show, async (c, given) => {
    const controllers = await given.db.read(given.asker, 'places.show', tx =>
      listControllers(tx, given.municipality.id),
    )
    return c.html(
      controllerPage(given, { controller: controllerAt(controllers, c.req.param('controllerId')), form: undefined }),
    )
  })
  .post('/places/controllers/:controllerId', { ...change, form: controllerForm }, async (c, given) => {
    const { asker, municipality } = given
    const controllers = await given.db.read(asker, 'places.show', tx => listControllers(tx, municipality.id))
    const controller = controllerAt(controllers, c.req.param('controllerId'))
    const form = namedApart(
      given.form,
      controllers.filter(each => each.id !== controller.id),
    )
    const { value } = form
    if (!value) return c.html(controllerPage(given, { controller, form }), 422)
    const at = { municipalityId: municipality.id, controllerId: controller.id }
    await given.db.write(asker, 'places.change', tx => renameController(tx, at, value.name))
    return c.redirect(paths.places(municipality), 303)
  })

/** What a command gives, or the form with one sentence when what it names is there already. */
export async function unlessTaken<T, V>(
  form: Form<V>,
  taken: { field: string; message: string },
  work: () => Promise<T>,
): Promise<T | Form<V>> {
  try {
    return await work()
  } catch (error) {
    if (isPgError(error, '23505')) return refuse(form, taken.field, taken.message)
    throw error
  }
}

type NewCentre = Parameters<typeof addCentre>[2]
type CentreValue = Omit<NewCentre, 'slug' | 'controllerId'> & { controller: string }

// Which of the controllers, or a new one by its name; and the address that the name gives.
function newCentreWish<V extends CentreValue>(
  form: Form<V>,
  controllers: readonly Controller[],
): { ok: true; centre: NewCentre } | { ok: false; form: Form<V> } {
  if (!form.ok) return { ok: false, form }
  const { controller, ...centre } = form.value
  const slug = slugOf(centre.name)
  if (slug === undefined) return { ok: false, form: refuse(form, 'name', centreTexts.nameNoLetters) }
  if (controller !== newController) {
    if (!controllers.some(each => each.id === controller))
      return { ok: false, form: refuse(form, 'controller', centreTexts.controllerMissing) }
    return { ok: true, centre: { ...centre, slug, controllerId: controller } }
  }
  const wrong = wrongName(centre.controllerName, controllers)
  if (wrong !== undefined) return { ok: false, form: refuse(form, 'controllerName', wrong) }
  return { ok: true, centre: { ...centre, slug, controllerId: undefined } }
}

function wrongName(name: string, controllers: readonly Controller[]): string | undefined {
  if (name === '') return centreTexts.controllerNameMissing
  return controllers.some(each => each.name === name) ? centreTexts.controllerTaken : undefined
}

function namedApart<V extends { name: string }>(form: Form<V>, others: readonly Controller[]): Form<V> {
  const taken = others.some(each => each.name === form.value?.name)
  return taken ? refuse(form, 'name', controllerTexts.taken) : form
}

async function partyAt(tx: Read, given: { municipality: { id: string } }, partyId: string | undefined) {
  const party = isId(partyId) ? await findParty(tx, given.municipality.id, partyId) : undefined
  if (!party) throw new NotFound()
  return party
}

function controllerAt(controllers: readonly Controller[], id: string | undefined): Controller {
  const found = controllers.find(each => each.id === id)
  if (!found) throw new NotFound()
  return found
}
