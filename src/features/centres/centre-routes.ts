import { paths } from '../../paths.ts'
import { isOfConstraint, isPgError, NotFound } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { isId } from '../../platform/id.ts'
import type { Read } from '../../platform/db.ts'
import { openOffers } from '../people/offer-queries.ts'
import { holds } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { addRoom, changeCentre, changeRoom, removeRoom, setHours } from './centre-commands.ts'
import { centrePage, roomPage } from './centre-pages.ts'
import { findCentre, listControllers } from './centre-queries.ts'
import type { Centre } from './centre-queries.ts'
import { isOwnPrivate, mayChangeController, mayManage } from './centre-rules.ts'
import { centreForm, changeControllerForm, changeRoomForm, hoursForm, roomForm } from './forms.ts'
import { changeController } from './party-commands.ts'
import { changeControllerPage } from './place-form-pages.ts'
import { unlessTaken } from './place-routes.ts'
import { centreTexts, controllerTexts } from './texts.da.ts'

const who = ['administrator', 'centre_manager'] as const
const show = { who, purpose: 'places.show' } as const
const change = { who, purpose: 'places.change' } as const
const nameTaken = { field: 'name', message: centreTexts.nameTaken }
const roomTaken = { field: 'roomName', message: centreTexts.roomTaken }

export const centreRoutes = new Routes()
  .get('/places/centres/:centreId', show, async (c, given) => {
    const centre = await readCentre(given, c.req.param('centreId'))
    const done = c.req.query('done') ?? ''
    const said = Object.entries(centreTexts.done).find(([name]) => name === done)?.[1]
    const led = isOwnPrivate(given.actor, centre) ? [centre.partyId] : []
    const offers = await given.db.read(given.asker, 'places.show', tx => openOffers(tx, given.municipality.id, led))
    return c.html(centrePage(given, { centre, said, offers: offers.length }))
  })
  .post('/places/centres/:centreId', { ...change, form: centreForm }, async (c, given) => {
    const { asker, municipality, actor } = given
    const centre = await readCentre(given, c.req.param('centreId'))
    const official = holds(actor, 'administrator')
    const form =
      official && given.form.value?.name === '' ? refuse(given.form, 'name', centreTexts.nameMissing) : given.form
    const { value } = form
    const outcome = value
      ? await unlessTaken(form, nameTaken, () =>
          given.db.write(asker, 'places.change', async tx => {
            const { name, preposition, closedOn } = value
            const wish = {
              ...value,
              official: official ? { name, preposition, closedOn, partyId: centre.partyId } : undefined,
            }
            await changeCentre(tx, at(given, centre), wish)
            return 'saved' as const
          }),
        )
      : form
    if (outcome !== 'saved') return c.html(centrePage(given, { centre, refused: { basics: outcome } }), 422)
    return c.redirect(`${paths.placesCentre(municipality, centre.id)}?done=saved`, 303)
  })
  .post('/places/centres/:centreId/hours', { ...change, form: hoursForm }, async (c, given) => {
    const centre = await readCentre(given, c.req.param('centreId'))
    const { value } = given.form
    if (!value) return c.html(centrePage(given, { centre, refused: { hours: given.form } }), 422)
    const week = [value.day1, value.day2, value.day3, value.day4, value.day5, value.day6, value.day7]
    await given.db.write(given.asker, 'places.change', tx => setHours(tx, at(given, centre), week))
    return c.redirect(`${paths.placesCentre(given.municipality, centre.id)}?done=hours`, 303)
  })
  .post('/places/centres/:centreId/rooms', { ...change, form: roomForm }, async (c, given) => {
    const { form, municipality } = given
    const centre = await readCentre(given, c.req.param('centreId'))
    const { value } = form
    const outcome = value
      ? await unlessTaken(form, roomTaken, () =>
          given.db.write(given.asker, 'places.change', async tx => {
            await addRoom(tx, at(given, centre), { name: value.roomName, confidential: value.confidential })
            return 'saved' as const
          }),
        )
      : form
    if (outcome !== 'saved') return c.html(centrePage(given, { centre, refused: { room: outcome } }), 422)
    return c.redirect(`${paths.placesCentre(municipality, centre.id)}?done=roomAdded`, 303)
  })
  .get('/places/centres/:centreId/rooms/:roomId', show, async (c, given) => {
    const centre = await readCentre(given, c.req.param('centreId'))
    return c.html(roomPage(given, { centre, room: roomAt(centre, c.req.param('roomId')), form: undefined }))
  })
  .post('/places/centres/:centreId/rooms/:roomId', { ...change, form: changeRoomForm }, async (c, given) => {
    const { municipality } = given
    const centre = await readCentre(given, c.req.param('centreId'))
    const room = roomAt(centre, c.req.param('roomId'))
    const outcome = await storedRoom(given, { ...at(given, centre), roomId: room.id })
    if (typeof outcome !== 'string') return c.html(roomPage(given, { centre, room, form: outcome }), 422)
    return c.redirect(`${paths.placesCentre(municipality, centre.id)}?done=${outcome}`, 303)
  })
  .get('/places/centres/:centreId/controller', change, async (c, given) => {
    const centre = await readHandable(given, c.req.param('centreId'))
    return c.html(changeControllerPage(given, { ...(await readControllers(given, centre)), form: undefined }))
  })
  .post('/places/centres/:centreId/controller', { ...change, form: changeControllerForm }, async (c, given) => {
    const { asker, municipality } = given
    const centre = await readHandable(given, c.req.param('centreId'))
    const shown = await readControllers(given, centre)
    const wanted = given.form.value?.controllerId
    let form = given.form
    if (wanted === centre.controller.id) form = refuse(form, 'controllerId', controllerTexts.same)
    else if (form.ok && !shown.controllers.some(each => each.id === wanted))
      form = refuse(form, 'controllerId', controllerTexts.missing)
    if (!form.ok || wanted === undefined) return c.html(changeControllerPage(given, { ...shown, form }), 422)
    const party = { municipalityId: municipality.id, partyId: centre.partyId }
    try {
      await given.db.write(asker, 'places.change', tx => changeController(tx, party, wanted))
    } catch (error) {
      // The database lets nobody's records, and nobody who sees them, come to another controller.
      if (!isPgError(error, '23514')) throw error
      const wrong = isOfConstraint(error, 'controller_has_roles')
        ? controllerTexts.hasRoles
        : controllerTexts.hasRecords
      form = refuse(form, 'controllerId', wrong)
      return c.html(changeControllerPage(given, { ...shown, form }), 422)
    }
    return c.redirect(`${paths.placesCentre(municipality, centre.id)}?done=controller`, 303)
  })

type At = Pick<Given, 'municipality' | 'actor' | 'asker' | 'db'>

/** A centre that the actor may write about; another's is as little there as one that does not exist. */
async function readCentre(given: At, centreId: string | undefined): Promise<Centre> {
  const find = async (tx: Read) => (isId(centreId) ? await findCentre(tx, given.municipality.id, centreId) : undefined)
  const centre = await given.db.read(given.asker, 'places.show', find)
  if (!centre || !mayManage(given.actor, centre)) throw new NotFound()
  return centre
}

/** A centre that the actor may hand to another controller. */
async function readHandable(given: At, centreId: string | undefined): Promise<Centre> {
  const centre = await readCentre(given, centreId)
  if (!mayChangeController(given.actor, centre)) throw new NotFound()
  return centre
}

async function readControllers({ db, asker, municipality }: At, centre: Centre) {
  const controllers = await db.read(asker, 'places.show', tx => listControllers(tx, municipality.id))
  return { centre, controllers }
}

function at(given: At, centre: Centre): { municipalityId: string; centreId: string } {
  return { municipalityId: given.municipality.id, centreId: centre.id }
}

function roomAt(centre: Centre, roomId: string | undefined) {
  const room = centre.rooms.find(each => each.id === roomId)
  if (!room) throw new NotFound()
  return room
}

type RoomValue = { roomName: string; confidential: boolean; remove: boolean }

async function storedRoom(
  given: At & { form: Form<RoomValue> },
  room: Parameters<typeof changeRoom>[1],
): Promise<'roomSaved' | 'roomRemoved' | Form<RoomValue>> {
  const { form, db, asker } = given
  const { value } = form
  if (!value) return form
  if (!value.remove && value.roomName === '') return refuse(form, 'roomName', centreTexts.roomNameMissing)
  try {
    return await unlessTaken(form, roomTaken, () =>
      db.write(asker, 'places.change', async tx => {
        if (value.remove) await removeRoom(tx, room)
        else await changeRoom(tx, room, { name: value.roomName, confidential: value.confidential })
        return value.remove ? ('roomRemoved' as const) : ('roomSaved' as const)
      }),
    )
  } catch (error) {
    // A weekly time points at the room.
    if (isPgError(error, '23503')) return refuse(form, 'roomName', centreTexts.roomInUse)
    throw error
  }
}
