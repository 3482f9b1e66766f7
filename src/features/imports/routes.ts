import { tapForm } from '../../platform/form.ts'
import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { refuse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { columnField, columnsForm, runForm } from './forms.ts'
import { donePage, progressPage, stoppedPage } from './outcome-pages.ts'
import { pageTexts } from './page-texts.da.ts'
import { importsPage } from './pages.ts'
import { countNames } from './place-rules.ts'
import { badAfter, columnsOf } from './preview-rules.ts'
import { previewPage } from './preview-pages.ts'
import { latestImports } from './queries.ts'
import { receiveUpload } from './upload.ts'
import type { FileSource } from './sheet.ts'
import { checkWaiting, storeWaiting } from './waiting-commands.ts'
import type { Workshop } from './waiting-commands.ts'
import { discard, findWaiting, readProgress, sourceOf } from './waiting-files.ts'
import type { WaitingFile } from './waiting-files.ts'
import { isDead } from './waiting-rules.ts'
import type { Waiting } from './waiting-rules.ts'

const show = { who: ['administrator'], purpose: 'imports.show' } as const
const look = { who: ['administrator'], purpose: 'import.preview' } as const

export const importRoutes = new Routes()
  .get('/imports', show, async (c, given) => {
    const imports = await given.db.read(given.asker, 'imports.show', tx => latestImports(tx, given.municipality.id))
    return c.html(importsPage(given, { imports, errors: [], stopped: c.req.query('done') === 'stopped' }))
  })
  .post('/imports/upload', { ...look, upload: true, form: tapForm }, async (c, given) => {
    const received = await receiveUpload(given, whoseOf(given), c.req.raw)
    if (!received.ok) {
      const imports = await given.db.read(given.asker, 'imports.show', tx => latestImports(tx, given.municipality.id))
      return c.html(importsPage(given, { imports, errors: [received], stopped: false }), 422)
    }
    await checkWaiting(workshopOf(given), received.waiting)
    return c.redirect(paths.waitingImport(given.municipality, received.waiting.id), 303)
  })
  .get(
    '/imports/:uploadId',
    look,
    async (c, given) => await showWaiting(c, { given, waiting: await waitingOf(c, given) }),
  )
  .post('/imports/:uploadId/columns', { ...look, form: columnsForm }, async (c, given) => {
    const waiting = await waitingOf(c, given)
    const chosen = given.form.value
    if (!chosen) return await showWaiting(c, { given, waiting, form: given.form })
    if (waiting.step === 'checked') await checkWaiting(workshopOf(given), { ...waiting, places: placesIn(chosen) })
    return c.redirect(paths.waitingImport(given.municipality, waiting.id), 303)
  })
  .post('/imports/:uploadId/run', { ...look, form: runForm }, async (c, given) => {
    const waiting = await waitingOf(c, given)
    const form = decided(given.form, waiting)
    if (!form.value) return await showWaiting(c, { given, waiting, form })
    const { rows, create, update } = form.value
    if (rows === 'stop') return await stop(c, given, waiting)
    const choice = { createMissing: create, update, acceptGoodRows: rows === 'good' }
    if (waiting.step === 'checked') await storeWaiting(workshopOf(given), waiting, choice)
    return c.redirect(paths.waitingImport(given.municipality, waiting.id), 303)
  })
  .post('/imports/:uploadId/discard', { ...look, form: tapForm }, async (c, given) =>
    stop(c, given, await waitingOf(c, given)),
  )
  .get('/imports/:uploadId/problems.csv', look, async (c, given) => download(c, given, 'problems'))
  .get('/imports/:uploadId/bad-rows.csv', look, async (c, given) => download(c, given, 'bad-rows'))

type Handled = Given<Given['actor'], unknown>

const whoseOf = ({ municipality, actor }: Handled) => ({ municipalityId: municipality.id, personId: actor.personId })

const workshopOf = ({ db, keys, config, asker }: Handled): Workshop => ({ db, keys, config, asker })

async function waitingOf(c: Context, given: Handled): Promise<Waiting> {
  const at = { ...whoseOf(given), id: c.req.param('uploadId') ?? '' }
  const waiting = await findWaiting(given, at, given.now.epochMilliseconds)
  if (!waiting) throw new NotFound()
  return waiting
}

async function showWaiting(
  c: Context,
  { given, waiting, form }: { given: Handled; waiting: Waiting; form?: Form<unknown> },
): Promise<Response> {
  const { step } = waiting
  if (step === 'stored') return c.html(donePage(given, waiting))
  if (step === 'refused' || step === 'failed') return c.html(stoppedPage(given, waiting))
  if (step === 'checked') return c.html(previewPage(given, waiting, form), form ? 422 : 200)
  const progress = await readProgress(given, waiting)
  if (isDead(progress.lastSign, given.now.epochMilliseconds))
    return c.html(stoppedPage(given, { ...waiting, step: 'failed' }))
  c.header('refresh', '2')
  return c.html(progressPage(given, waiting, progress.rows))
}

/** Says all that is still to be decided; the file itself stays as it is. */
function decided<Value extends Decision>(form: Form<Value>, waiting: Waiting): Form<Value> {
  const { preview } = waiting
  if (!form.value || form.value.rows === 'stop') return form
  if (!preview) return refuse(form, columnField(columnsOf(waiting).missing[0] ?? ''), pageTexts.columnsFirst)
  const { rows, create, update } = form.value
  const named = countNames(preview.unknown) === 0 || create ? form : refuse(form, 'create', pageTexts.namesFirst)
  return badAfter(preview, update) === 0 || rows === 'good' ? named : refuse(named, 'rows', pageTexts.rowsFirst)
}

type Decision = { rows: string | undefined; create: boolean; update: boolean }

const placesIn = (chosen: Record<string, unknown>): Record<string, number> => {
  const places: Record<string, number> = {}
  for (const [field, place] of Object.entries(chosen))
    if (typeof place === 'number') places[field.replace(columnField(''), '')] = place
  return places
}

async function stop(c: Context, given: Handled, waiting: Waiting): Promise<Response> {
  await discard(given, waiting)
  return c.redirect(`${paths.imports(given.municipality)}?done=stopped`, 303)
}

async function download(c: Context, given: Handled, file: WaitingFile): Promise<Response> {
  const waiting = await waitingOf(c, given)
  const source = await sourceOf(given, waiting, file)
  if (!source || waiting.step === 'checking' || waiting.step === 'storing') throw new NotFound()
  return c.body(streamOf(source), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${file === 'problems' ? pageTexts.problemsFile : pageTexts.badRowsFile}"`,
  })
}

function streamOf(source: FileSource): ReadableStream<Uint8Array> {
  const chunks = source.open()[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
  })
}
