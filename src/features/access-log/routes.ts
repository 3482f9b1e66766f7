import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { parse, refuse } from '../../platform/form.ts'
import { compareDays } from '../../platform/time.ts'
import { Routes } from '../routing.ts'
import { filterForm, withQuery } from './forms.ts'
import { logLinePage, logPage } from './pages.ts'
import { findLogLine, listLog, listLookers, listSubjects } from './queries.ts'
import type { LogFilter } from './queries.ts'
import { logSheet } from './sheet.ts'
import { texts } from './texts.da.ts'

const officer = { who: ['data_protection_officer'], purpose: 'log.show' } as const
const linesAPage = 50
const subjectsAPage = 200

export const logRoutes = new Routes()
  .get('/log', officer, async (c, given) => {
    const { municipality, asker } = given
    const { form, filter } = asked(c)
    const before = numberIn(c.req.query('before'))
    const at = { municipalityId: municipality.id, filter: { ...filter, before }, most: linesAPage + 1 }
    const shown = await given.db.read(asker, 'log.show', async tx => {
      const found = form.ok ? await listLog(tx, at) : []
      return { value: { lines: found, lookers: await listLookers(tx, municipality.id) }, about: [] }
    })
    const lines = shown.lines.slice(0, linesAPage)
    const last = shown.lines.length > linesAPage ? lines.at(-1) : undefined
    const page = logPage(given, {
      ...shown,
      lines,
      form,
      filtered: Object.values(filter).some(Boolean) || !form.ok,
      older: last && withQuery(paths.log(municipality), { ...form.typed, before: String(last.id) }),
      newest: before === undefined ? undefined : withQuery(paths.log(municipality), form.typed),
      csv: withQuery(paths.logCsv(municipality), form.typed),
    })
    return c.html(page, form.ok ? 200 : 422)
  })
  .get('/log.csv', officer, async (c, given) => {
    const { form, filter } = asked(c)
    if (!form.ok) return c.redirect(withQuery(paths.log(given.municipality), form.typed), 303)
    const sheet = await logSheet(given.db, given.asker, filter)
    return c.body(sheet, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${texts.sheet.name}.csv"`,
    })
  })
  .get('/log/:logId', officer, async (c, given) => {
    const municipalityId = given.municipality.id
    const logId = numberIn(c.req.param('logId'))
    const skip = numberIn(c.req.query('skip') ?? '0')
    if (logId === undefined || skip === undefined) throw new NotFound()
    const { line, subjects } = await given.db.read(given.asker, 'log.show', async tx => {
      const found = await findLogLine(tx, municipalityId, logId)
      if (!found) throw new NotFound()
      const part = await listSubjects(tx, { municipalityId, logId, skip, most: subjectsAPage + 1 })
      return { value: { line: found, subjects: part }, about: [] }
    })
    const part = subjects.slice(0, subjectsAPage)
    const next = subjects.length > subjectsAPage ? String(skip + subjectsAPage) : undefined
    const more = next && withQuery(paths.logRow(given.municipality, logId), { skip: next })
    return c.html(logLinePage(given, { line, subjects: part, more }))
  })

/** What an address asks of the log; what it has besides counts for nothing. */
function asked(c: Context): { form: ReturnType<typeof parsed>; filter: LogFilter } {
  const form = parsed(c)
  const { person: personId, ...rest } = form.value ?? {}
  return { form, filter: { personId, ...rest } }
}

function parsed(c: Context) {
  const typed = Object.entries(c.req.query()).filter(([name]) => Object.hasOwn(filterForm.shape, name))
  const form = parse(filterForm, Object.fromEntries(typed))
  const { from, to } = form.value ?? {}
  return from && to && compareDays(to, from) < 0 ? refuse(form, 'to', texts.toBefore) : form
}

function numberIn(text: string | undefined): number | undefined {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : undefined
}
