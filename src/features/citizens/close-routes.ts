import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import { today } from '../../platform/time.ts'
import { recordRoles } from '../people/rules.ts'
import { findBackupDays, findKeptMonths, findLogMonths } from '../retention/queries.ts'
import { Routes } from '../routing.ts'
import { closeTexts } from './card-texts.da.ts'
import { closePage } from './close-pages.ts'
import { closeRecord, forgetCitizen, reopenRecord, writeAct } from './commands.ts'
import type { At } from './commands.ts'
import { closeForm, reopenForm } from './forms.ts'
import { mineOf, readOwnCard } from './own-card.ts'
import type { Asking, OwnCard } from './own-card.ts'
import { subjectOfCitizen } from './queries.ts'

const closing = { who: recordRoles, purpose: 'citizens.close' } as const

/** How a record ends, and begins again when the citizen comes back. */
export const closeRoutes = new Routes()
  .get('/citizens/:citizenId/close', closing, async (c, given) => {
    const own = await readOwnCard(given, 'citizens.close', c.req.param('citizenId'))
    return c.html(closePage(given, { ...own, ...(await keptOf(given, own)), errors: [] }))
  })
  .post('/citizens/:citizenId/close', { ...closing, form: closeForm }, async (c, given) => {
    const own = await readOwnCard(given, 'citizens.close', c.req.param('citizenId'))
    const { card } = own
    // A private centre closes nothing, and an authority deletes nothing by hand.
    const form =
      given.form.ok && card.isPublic !== (given.form.value.ending === 'close')
        ? refuse(given.form, 'ending', closeTexts.endingMissing)
        : given.form
    const { typed, errors, value } = form
    if (!value) return c.html(closePage(given, { ...own, ...(await keptOf(given, own)), typed, errors }), 422)
    const at = { ...mineOf(given), partyId: card.partyId, id: card.id }
    const act = { id: value.id ?? own.actId, act: 'closed', how: value.how } as const
    const done = { close: 'closed', delete: 'deleted', tally: 'tally' }[value.ending]
    if (card.closedAt === null) await end(given, at, { ...value, act })
    return c.redirect(`${paths.citizens(given.municipality)}?done=${done}`, 303)
  })
  .post(
    '/citizens/:citizenId/reopen',
    { who: recordRoles, purpose: 'citizens.reopen', form: reopenForm },
    async (c, given) => {
      const own = await readOwnCard(given, 'citizens.reopen', c.req.param('citizenId'))
      const { card } = own
      const { typed, errors, value } = given.form
      if (!value) return c.html(closePage(given, { ...own, ...(await keptOf(given, own)), typed, errors }), 422)
      const at = { ...mineOf(given), partyId: card.partyId, id: card.id }
      if (card.closedAt !== null)
        await given.db.write(given.asker, 'citizens.reopen', async tx => {
          await reopenRecord(tx, at)
          await writeAct(tx, at, { id: value.id ?? own.actId, act: 'reopened', how: value.how })
          return { value: undefined, about: [subjectOfCitizen(card)] }
        })
      return c.redirect(paths.citizen(given.municipality, card.id), 303)
    },
  )

async function end(
  given: Asking,
  at: At,
  wish: { ending: 'close' | 'delete' | 'tally'; act: Parameters<typeof writeAct>[2] },
): Promise<void> {
  const { ending, act } = wish
  await given.db.write(given.asker, 'citizens.close', async tx => {
    if (ending === 'close') {
      await closeRecord(tx, at)
      await writeAct(tx, at, act)
    } else if (!(await forgetCitizen(tx, at, { keys: given.keys, asTally: ending === 'tally' }))) throw new NotFound()
    return { value: undefined, about: [subjectOfCitizen(at)], kind: ending === 'close' ? 'change' : 'delete' }
  })
}

async function keptOf(given: Asking, { card }: OwnCard) {
  const { municipality, asker, now } = given
  return await given.db.read(asker, 'retention.show', async tx => {
    const months = await findKeptMonths(tx, { municipalityId: municipality.id, controllerId: card.controllerId })
    return {
      keptUntil: today(now).add({ months }),
      backupDays: await findBackupDays(tx, municipality.id),
      logMonths: await findLogMonths(tx, municipality.id),
    }
  })
}
