import type { Context } from 'hono'
import { z } from 'zod'
import { paths } from '../../paths.ts'
import type { Read } from '../../platform/db.ts'
import { choiceInput, dayInput, idInput, parse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import type { Instant } from '../../platform/time.ts'
import { csvLine, guarded } from '../imports/csv-line.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { periodOf, withPeriod } from './forms.ts'
import { listLookers } from './queries.ts'
import { unusualKinds } from './rules.ts'
import { watchPage } from './watch-pages.ts'
import { listOpenings, listRefused, listUnusual } from './watch-queries.ts'
import { glassSheet, refusedSheet, unusualSheet } from './watch-sheets.ts'
import type { Sheet, Watch } from './watch-sheets.ts'
import { watchTexts } from './watch-texts.da.ts'

const officer = { who: ['data_protection_officer'], purpose: 'log.show' } as const

/** What the officer is shown beside the lines: broken glass, refused tries, unusual looks; on screen and as CSV. */
export const watchRoutes = new Routes()
  .get('/log/glass', officer, (c, given) => showSheet(c, given, glass))
  .get('/log/glass.csv', officer, (c, given) => sendSheet(c, given, glass))
  .get('/log/refused', officer, (c, given) => showSheet(c, given, refused))
  .get('/log/refused.csv', officer, (c, given) => sendSheet(c, given, refused))
  .get('/log/unusual', officer, (c, given) => showSheet(c, given, unusual))
  .get('/log/unusual.csv', officer, (c, given) => sendSheet(c, given, unusual))

const watchForm = z.object({ person: idInput(), kind: choiceInput(unusualKinds), from: dayInput(), to: dayInput() })
type WatchForm = z.output<typeof watchForm>

const glass: Watch = {
  tab: 'glass',
  path: paths.logGlass,
  csv: paths.logGlassCsv,
  read: async (tx, at) => glassSheet(at, await listOpenings(tx, at)),
}
const refused: Watch = {
  tab: 'refused',
  path: paths.logRefused,
  csv: paths.logRefusedCsv,
  read: async (tx, at) => refusedSheet(at, await listRefused(tx, at)),
}
const unusual: Watch = {
  tab: 'unusual',
  path: paths.logUnusual,
  csv: paths.logUnusualCsv,
  read: async (tx, at, kind) => unusualSheet(at, await listUnusual(tx, at, kind ? [kind] : unusualKinds)),
}

async function showSheet(c: Context, given: Given, watch: Watch): Promise<Response> {
  const form = askedOf(c, given.now)
  const { sheet, lookers } = await given.db.read(given.asker, 'log.show', async tx => {
    const found = await readSheet(tx, given, { watch, form })
    return { value: { sheet: found, lookers: await listLookers(tx, given.municipality.id) }, about: [] }
  })
  return c.html(
    watchPage(given, { watch, sheet, lookers, form, period: periodOf(form.value, given.now) }),
    form.ok ? 200 : 422,
  )
}

async function sendSheet(c: Context, given: Given, watch: Watch): Promise<Response> {
  const form = askedOf(c, given.now)
  if (!form.ok) return c.redirect(`${watch.path(given.municipality)}?${new URL(c.req.url).searchParams}`, 303)
  const sheet = await given.db.read(given.asker, 'log.export', async tx => ({
    value: await readSheet(tx, given, { watch, form }),
    about: [],
    kind: 'extract',
  }))
  c.header('content-disposition', `attachment; filename="${watchTexts[watch.tab].file}.csv"`)
  const lines = sheet.rows.map(row => csvLine(row.cells.map(guarded)))
  return c.body(`\uFEFF${csvLine(sheet.head)}${lines.join('')}`, 200, { 'content-type': 'text/csv; charset=utf-8' })
}

async function readSheet(
  tx: Read,
  given: Given,
  { watch, form }: { watch: Watch; form: Form<WatchForm> },
): Promise<Sheet> {
  const { municipality, now } = given
  const at = {
    municipalityId: municipality.id,
    slug: municipality.slug,
    ...periodOf(form.value, now),
    personId: form.value?.person,
  }
  const sheet = await watch.read(tx, at, form.value?.kind)
  return form.ok ? sheet : { ...sheet, rows: [] }
}

function askedOf(c: Context, now: Instant): Form<WatchForm> {
  const typed = Object.entries(c.req.query()).filter(([name]) => Object.hasOwn(watchForm.shape, name))
  return withPeriod(parse(watchForm, Object.fromEntries(typed)), now)
}
