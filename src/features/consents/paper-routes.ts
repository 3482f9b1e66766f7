import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { today } from '../../platform/time.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import { aboutAll, idIn, ownRecords } from './asking.ts'
import { readMatrix } from './consent-routes.ts'
import { paperOf, shortAddress } from './paper-rules.ts'
import { consentsPdf } from './paper.ts'
import { deskOf } from './queries.ts'

/** The matrix on paper, to sign. */
export const paperRoutes = new Routes().get(
  '/citizens/:citizenId/consents/mit-ja.pdf',
  { who: recordRoles, purpose: 'consents.print' },
  async (c, given) => {
    const citizenId = idIn(c, 'citizenId')
    const { rows, desk } = await given.db.read(given.asker, 'consents.print', async tx => {
      const records = await ownRecords(tx, given, citizenId)
      const desk = await deskOf(tx, { ...records, partyId: records.first.partyId })
      if (!desk) throw new NotFound()
      const { rows } = await readMatrix(tx, given, records)
      return { value: { rows, desk }, about: aboutAll(records), kind: 'extract' }
    })
    const { municipality, actor, now } = given
    const rights = shortAddress(given.config, paths.rights(municipality))
    const paper = { rows, desk, rights, place: municipality.name, today: today(now), witness: actor.personName }
    const pdf = await consentsPdf(paperOf(paper))
    c.header('content-disposition', 'inline; filename="mit-ja.pdf"')
    return c.body(new Uint8Array(pdf), 200, { 'content-type': 'application/pdf' })
  },
)
