import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { isId, newId } from '../../platform/id.ts'
import { csvLine, guarded } from '../imports/csv-line.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { drawChecks, tellCheck } from './check-commands.ts'
import { checkPage, checksPage } from './check-pages.ts'
import { findCheck, listChecks } from './check-queries.ts'
import type { Check } from './check-queries.ts'
import { checkTexts } from './check-texts.da.ts'
import { checkForm, drawForm, periodOf, withPeriod } from './forms.ts'
import { lookerOf, purposeWords } from './rules.ts'

const who = ['data_protection_officer'] as const
const checksAPage = 50
const everyCheck = 100_000

/** Spot checks: lines drawn by lot, and what the officer found. */
export const checkRoutes = new Routes()
  .get('/log/checks', { who, purpose: 'log.show' }, async (c, given) => c.html(await checksShown(c, given, undefined)))
  .post('/log/checks', { who, purpose: 'log.check', form: drawForm }, async (c, given) => {
    const form = withPeriod(given.form, given.now)
    if (!form.ok) return c.html(await checksShown(c, given, form), 422)
    const { draw: drawId = '', count = 0, ...days } = form.value
    const draw = { municipalityId: given.municipality.id, drawId, personId: given.actor.personId, count }
    const drawn = await given.db.write(given.asker, 'log.check', async tx => ({
      value: await drawChecks(tx, { ...draw, ...periodOf(days, given.now) }),
      about: [],
      kind: 'add',
    }))
    if (drawn === 0) return c.html(await checksShown(c, given, refuse(form, 'from', checkTexts.noneToDraw)), 422)
    return c.redirect(paths.logChecks(given.municipality), 303)
  })
  .get('/log/checks.csv', { who, purpose: 'log.show' }, async (c, given) => {
    const at = { municipalityId: given.municipality.id, skip: 0, most: everyCheck }
    const checks = await given.db.read(given.asker, 'log.export', async tx => ({
      value: await listChecks(tx, at),
      about: [],
      kind: 'extract',
    }))
    c.header('content-disposition', `attachment; filename="${checkTexts.sheet.name}.csv"`)
    const body = `\uFEFF${csvLine(checkTexts.sheet.head)}${checks.map(checkLine).join('')}`
    return c.body(body, 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
  .get('/log/checks/:drawId/:logId', { who, purpose: 'log.show' }, async (c, given) => {
    return c.html(checkPage(given, { check: await readCheck(c, given), form: undefined }))
  })
  .post('/log/checks/:drawId/:logId', { who, purpose: 'log.check', form: checkForm }, async (c, given) => {
    const { form, municipality, actor } = given
    const check = await readCheck(c, given)
    if (!form.ok) return c.html(checkPage(given, { check, form }), 422)
    const told = { ...form.value, drawId: check.drawId, logId: check.logId }
    // Whoever was too late sees what stands there already.
    await given.db.write(given.asker, 'log.check', async tx => ({
      value: await tellCheck(tx, { ...told, municipalityId: municipality.id, personId: actor.personId }),
      about: [],
    }))
    return c.redirect(paths.logCheck(municipality, check.drawId, check.logId), 303)
  })

type Asking = Given<Given['actor'], unknown>

async function checksShown(c: Context, given: Asking, form: Form<unknown> | undefined) {
  const skip = Number(/^\d{1,6}$/.exec(c.req.query('skip') ?? '')?.[0] ?? 0)
  const at = { municipalityId: given.municipality.id, skip, most: checksAPage + 1 }
  const found = await given.db.read(given.asker, 'log.show', async tx => ({
    value: await listChecks(tx, at),
    about: [],
  }))
  const own = paths.logChecks(given.municipality)
  return checksPage(given, {
    checks: found.slice(0, checksAPage),
    form,
    fresh: newId(),
    older: found.length > checksAPage ? `${own}?skip=${skip + checksAPage}` : undefined,
    newest: skip > 0 ? own : undefined,
  })
}

async function readCheck(c: Context, given: Asking): Promise<Check> {
  const { drawId, logId } = c.req.param()
  if (!isId(drawId) || !/^\d{1,15}$/.test(logId ?? '')) throw new NotFound()
  const at = { municipalityId: given.municipality.id, drawId, logId: Number(logId) }
  return await given.db.read(given.asker, 'log.show', async tx => {
    const check = await findCheck(tx, at)
    if (!check) throw new NotFound()
    return { value: check, about: [] }
  })
}

function checkLine(check: Check): string {
  const { result, remark, checkedAt, checkedBy, purpose, personName } = check
  const cells = [
    String(check.logId),
    check.at?.toString() ?? checkTexts.gone,
    purpose === null ? '' : guarded(lookerOf({ personName, purpose })),
    purpose === null ? '' : purposeWords(purpose),
    String(check.first),
    String(check.last),
    check.drawnAt.toString(),
    guarded(check.drawnBy),
    result === null ? '' : checkTexts.results[result],
    guarded(remark ?? ''),
    checkedAt?.toString() ?? '',
    guarded(checkedBy ?? ''),
  ]
  return csvLine(cells)
}
