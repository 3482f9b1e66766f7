import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import { isId } from '../../platform/id.ts'
import { readPhoto } from './photo-upload.ts'
import { Routes } from '../routing.ts'
import { cardForm } from './me-forms.ts'
import { changeCard, removePhoto, setPhoto } from './me-commands.ts'
import { mePage } from './me-pages.ts'
import { findCard, findPhoto } from './me-queries.ts'
import { tapForm } from '../../platform/form.ts'
import { meTexts } from './texts.da.ts'

const mine = { who: 'signedIn', purpose: 'profile.change' } as const
const said: Record<string, string> = {
  saved: meTexts.saved,
  uploaded: meTexts.uploaded,
  removed: meTexts.removed,
  password: meTexts.passwordChanged,
}

export const meRoutes = new Routes()
  .get('/me', mine, async (c, given) => {
    const card = await given.db.read(given.asker, 'profile.change', tx => findCard(tx, given.actor))
    const done = c.req.query('done') ?? ''
    return c.html(mePage(given, { card, said: Object.hasOwn(said, done) ? said[done] : undefined }))
  })
  .post('/me', { ...mine, form: cardForm }, async (c, given) => {
    const { actor, asker } = given
    const card = await given.db.read(asker, 'profile.change', tx => findCard(tx, actor))
    let form = given.form
    if (form.value?.phonePublic && form.value.phone === null) form = refuse(form, 'phone', meTexts.phoneNone)
    if (form.value?.photoPublic && !card.hasPhoto) form = refuse(form, 'photo', meTexts.photoNone)
    const value = form.value
    if (!value) return c.html(mePage(given, { card, form }), 422)
    await given.db.write(asker, 'profile.change', tx => changeCard(tx, actor, value))
    return c.redirect(`${paths.profile(given.municipality)}?done=saved`, 303)
  })
  .post('/me/photo/upload', { ...mine, form: tapForm, upload: true }, async (c, given) => {
    const photo = await readPhoto(c.req.raw)
    if ('wrong' in photo) {
      const card = await given.db.read(given.asker, 'profile.change', tx => findCard(tx, given.actor))
      return c.html(mePage(given, { card, photoErrors: [{ field: 'photo', message: photo.wrong }] }), 422)
    }
    await given.db.write(given.asker, 'profile.change', tx => setPhoto(tx, given.actor, photo))
    return c.redirect(`${paths.profile(given.municipality)}?done=uploaded`, 303)
  })
  .post('/me/photo/remove', { ...mine, form: tapForm }, async (c, given) => {
    await given.db.write(given.asker, 'profile.change', tx => removePhoto(tx, given.actor))
    return c.redirect(`${paths.profile(given.municipality)}?done=removed`, 303)
  })
  .get('/people/:personId/photo', { who: 'everybody', purpose: 'board.show' }, async (c, given) => {
    const personId = c.req.param('personId')
    if (!isId(personId)) throw new NotFound()
    const at = { municipalityId: given.municipality.id, personId }
    const photo = await given.db.read(given.asker, 'board.show', tx => findPhoto(tx, at))
    if (!photo) throw new NotFound()
    // A yes that is taken back holds on the next request, so no cache keeps the photo.
    const headers = { 'content-type': photo.content_type, 'cache-control': 'no-cache', 'content-disposition': 'inline' }
    return c.body(new Uint8Array(photo.image), 200, headers)
  })
