import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { liveStream } from '../../platform/live.ts'
import { today } from '../../platform/time.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { promisesGoingBack, taskToHand } from '../tasks/queries.ts'
import { aboutAll, idIn, mineOf, shownRecords } from './asking.ts'
import { withdrawConsent } from './commands.ts'
import { tapForm } from '../../platform/form.ts'
import { matrixOf, ownYeses, receiversOf, sameReceiver } from './matrix-rules.ts'
import { matrixPage } from './matrix-pages.ts'
import { controllersOf, formerConsents, partyFaces, standingConsents } from './queries.ts'
import type { Consent, Shown } from './queries.ts'
import type { Read } from '../../platform/db.ts'
import { texts } from './texts.da.ts'
import { withdrawPage } from './withdraw-pages.ts'

const who = recordRoles

/** "Hvem må se hvad om mig?", taking a yes back, and hearing of it in every open page. */
export const consentRoutes = new Routes()
  .get('/sharing/live', { who, purpose: 'sharing.follow' }, (_c, given) => {
    const { municipalityId, parties } = mineOf(given)
    const mine = new Set(parties.map(party => `${municipalityId} ${party}`))
    return liveStream(given.db, { channel: 'sharing', wants: changed => mine.has(changed) })
  })
  .get('/citizens/:citizenId/consents', { who, purpose: 'consents.show' }, async (c, given) => {
    const citizenId = idIn(c, 'citizenId')
    const shown = await given.db.read(given.asker, 'consents.show', async tx => {
      const records = await shownRecords(tx, given, citizenId)
      const toHand = await taskToHand(tx, mineOf(given), { task: c.req.query('task'), person: c.req.query('person') })
      return { value: { ...records, ...(await readMatrix(tx, given, records)), toHand }, about: aboutAll(records) }
    })
    return c.html(matrixPage({ ...given, ...shown, said: saidIn(c) }))
  })
  .get('/citizens/:citizenId/consents/:consentId/withdraw', { who, purpose: 'consents.show' }, async (c, given) => {
    const [citizenId, consentId] = [idIn(c, 'citizenId'), idIn(c, 'consentId')]
    const shown = await given.db.read(given.asker, 'consents.show', async tx => {
      const records = await shownRecords(tx, given, citizenId)
      const standing = await standingConsents(tx, records)
      const consent = standing.find(each => each.id === consentId)
      if (!consent) throw new NotFound()
      const ending = sameReceiver(standing, consent)
      const [face] = await partyFaces(tx, records, receiversOf(ending))
      const own = records.records.filter(each => each.own)
      const receivers = receiversOf(ending).parties
      const goingBack = await promisesGoingBack(tx, mineOf(given), { own, receivers })
      return { value: { ...records, consent, ending, face, goingBack }, about: aboutAll(records) }
    })
    return c.html(withdrawPage({ ...given, ...shown }))
  })
  .post(
    '/citizens/:citizenId/consents/:consentId/withdraw',
    { who, purpose: 'consents.withdraw', form: tapForm },
    async (c, given) => {
      const [citizenId, consentId] = [idIn(c, 'citizenId'), idIn(c, 'consentId')]
      const left = await given.db.write(given.asker, 'consents.withdraw', async tx => {
        const records = await shownRecords(tx, given, citizenId)
        const [standing, former] = [await standingConsents(tx, records), await formerConsents(tx, records)]
        const consent = standing.find(each => each.id === consentId)
        // Tapped twice: it is taken back already, and nothing else is.
        if (!consent && !former.some(each => each.id === consentId)) throw new NotFound()
        for (const each of consent ? sameReceiver(standing, consent) : [])
          await withdrawConsent(tx, mineOf(given), each.id)
        return { value: records.own.length > 0, about: aboutAll(records) }
      })
      // What was shared with us alone is gone with the yes to us.
      const { municipality } = given
      return c.redirect(
        left ? paths.consentsSaid(municipality, citizenId, 'withdrawn') : paths.citizens(municipality),
        303,
      )
    },
  )

/** The rows of the matrix, and what stands around it. */
export async function readMatrix(tx: Read, given: Pick<Given, 'now'>, shown: Shown) {
  const standing = await standingConsents(tx, shown)
  const faces = await partyFaces(tx, shown, receiversOf(standing))
  const parties = [...shown.records.map(record => record.partyId), ...faces.map(face => face.id)]
  return {
    rows: matrixOf(standing, { faces: inOrder(faces, standing), today: today(given.now) }),
    yeses: ownYeses(standing),
    former: await formerConsents(tx, shown),
    controllers: await controllersOf(tx, { ...shown, parties }),
  }
}

function inOrder<Face extends { id: string }>(faces: readonly Face[], standing: readonly Consent[]): Face[] {
  const { parties } = receiversOf(standing)
  return faces.toSorted((a, b) => parties.indexOf(a.id) - parties.indexOf(b.id))
}

function saidIn(c: Context): string | undefined {
  const said = c.req.query('said') ?? ''
  return Object.entries(texts.said).find(([name]) => name === said)?.[1]
}
