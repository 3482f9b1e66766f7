import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import { findCitizen, subjectOfCitizen } from '../citizens/queries.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import { citizenPage } from './citizen-pages.ts'
import { mineOf } from './draft-routes.ts'
import { cursorOf, listContacts } from './list-queries.ts'

/** A citizen as one's own party knows them, with the talks that there have been. */
export const citizenPageRoutes = new Routes().get(
  '/citizens/:citizenId',
  { who: recordRoles, purpose: 'citizens.show' },
  async (c, given) => {
    const citizenId = c.req.param('citizenId')
    if (!isId(citizenId)) throw new NotFound()
    const after = cursorOf(c.req.query('after'))
    const shown = await given.db.read(given.asker, 'citizens.show', async tx => {
      const mine = mineOf(given)
      const citizen = await findCitizen(tx, mine, citizenId)
      if (!citizen) throw new NotFound()
      const page = await listContacts(tx, { ...mine, parties: [citizen.partyId] }, { narrowed: { citizenId }, after })
      return { value: { citizen, ...page }, about: [subjectOfCitizen(citizen)] }
    })
    const newest = paths.citizen(given.municipality, citizenId)
    return c.html(citizenPage({ ...given, ...shown, newest: after && newest }))
  },
)
