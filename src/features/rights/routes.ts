import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Actor } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { sayContact } from './commands.ts'
import { contactForm } from './forms.ts'
import { contactPage, rightsPage } from './pages.ts'
import { answeringHere } from './queries.ts'
import type { Answering } from './queries.ts'

const everybody = { who: 'everybody', purpose: 'places.show' } as const
const managers = ['administrator', 'centre_manager'] as const

/** What a citizen is told of what is written down, open to everybody, a page for each who answers for it. */
export const rightsRoutes = new Routes()
  .get('/rights', everybody, async (c, given) => await showRights(c, given, undefined))
  .get('/rights/:controllerId', everybody, async (c, given) => await showRights(c, given, c.req.param('controllerId')))
  .get('/rights/:controllerId/contact', { who: managers, purpose: 'places.show' }, async (c, given) => {
    return c.html(contactPage(given, { controller: await managedOf(given, c.req.param('controllerId')) }))
  })
  .post(
    '/rights/:controllerId/contact',
    { who: managers, purpose: 'places.change', form: contactForm },
    async (c, given) => {
      const { asker, municipality, form } = given
      const controller = await managedOf(given, c.req.param('controllerId'))
      const { value } = form
      if (!value) return c.html(contactPage(given, { controller, form }), 422)
      const at = { municipalityId: municipality.id, controllerId: controller.id }
      await given.db.write(asker, 'places.change', tx => sayContact(tx, at, value))
      return c.redirect(`${paths.rightsOf(municipality, controller.id)}?done=saved`, 303)
    },
  )

type Asking = Pick<Given<Actor | undefined>, 'db' | 'asker' | 'municipality' | 'actor'>

async function showRights(c: Context, given: Asking, controllerId: string | undefined): Promise<Response> {
  const all = await read(given)
  const controller = controllerId === undefined ? all[0] : all.find(each => each.id === controllerId)
  if (!controller) throw new NotFound()
  const others = all.filter(each => each !== controller)
  return c.html(rightsPage(given, { controller, others, saved: c.req.query('done') === 'saved' }))
}

async function managedOf(given: Asking, controllerId: string | undefined): Promise<Answering> {
  const found = (await read(given)).find(each => each.id === controllerId && each.managed)
  if (!found) throw new NotFound()
  return found
}

async function read({ db, asker, municipality }: Asking): Promise<Answering[]> {
  return await db.read(asker, 'places.show', tx => answeringHere(tx, municipality.id))
}
