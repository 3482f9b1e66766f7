import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import { day, startOf, today } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { subjectOfCitizen } from '../citizens/queries.ts'
import { recordParties, recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { lookedPage } from './looked-pages.ts'
import { lookedPdf } from './looked-paper.ts'
import { anyLine, findLookedRecord, listLookedMonths, listLooks } from './looked-queries.ts'
import type { Look, LookedMonth, LookedRecord } from './looked-queries.ts'
import { groupLooks } from './looked-rules.ts'
import { lookedSheet } from './looked-sheet.ts'
import { lookedTexts } from './looked-texts.da.ts'

const entriesAPage = 50

/** "Hvem har kigget", for a record of one's own party: read at the worker's side, printed, and as a file. */
export const lookedRoutes = new Routes()
  .get('/citizens/:citizenId/looked', { who: recordRoles, purpose: 'looked.show' }, async (c, given) => {
    const asked = askedOf(c)
    const read = await given.db.read(given.asker, 'looked.show', async tx => {
      const record = await found(tx, given, c)
      return { value: { record, ...(await readMonth(tx, record, asked)) }, about: [subjectOf(record)] }
    })
    const month = read.month ?? today(given.now).with({ day: 1 })
    const groups = groupLooks(read.looks)
    const own = paths.looked(given.municipality, read.record.citizenId)
    const newest = asked.newest ?? Math.max(0, ...read.months.map(each => each.newest))
    const address = (of: Day, from: number) =>
      `${own}?${new URLSearchParams({ month: monthText(of), newest: String(newest), from: String(from) })}`
    const next = asked.from + entriesAPage
    const page = lookedPage(given, {
      ...read,
      month,
      groups: groups.slice(asked.from, next),
      monthHref: of => address(of, 0),
      older: groups.length > next ? address(month, next) : undefined,
      newest: asked.newest === undefined ? undefined : own,
    })
    return c.html(page)
  })
  .get('/citizens/:citizenId/looked.pdf', { who: recordRoles, purpose: 'looked.export' }, async (c, given) => {
    const { record, looks } = await readEverything(c, given)
    const pdf = await lookedPdf(record, looks, given.now)
    c.header('content-disposition', `inline; filename="${lookedTexts.paper.name}.pdf"`)
    return c.body(new Uint8Array(pdf), 200, { 'content-type': 'application/pdf' })
  })
  .get('/citizens/:citizenId/looked.csv', { who: recordRoles, purpose: 'looked.export' }, async (c, given) => {
    const { looks } = await readEverything(c, given)
    c.header('content-disposition', `attachment; filename="${lookedTexts.sheet.name}.csv"`)
    return c.body(lookedSheet(looks), 200, { 'content-type': 'text/csv; charset=utf-8' })
  })

interface Asked {
  month: Day | undefined
  newest: number | undefined
  /** How many entries of the month stand on the pages before. */
  from: number
}

/** The part of the list that an address asks for; what cannot be is not there. */
function askedOf(c: Context): Asked {
  const { month, newest, from } = c.req.query()
  if (month !== undefined && !/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new NotFound()
  if ([newest, from].some(each => each !== undefined && !/^\d{1,15}$/.test(each))) throw new NotFound()
  return {
    month: month === undefined ? undefined : day(`${month}-01`),
    newest: newest === undefined ? undefined : Number(newest),
    from: Number(from ?? 0),
  }
}

async function found(tx: Read, { municipality, actor }: Given, c: Context): Promise<LookedRecord> {
  const citizenId = c.req.param('citizenId')
  const mine = { municipalityId: municipality.id, parties: recordParties(actor) }
  const record = isId(citizenId) ? await findLookedRecord(tx, mine, citizenId) : undefined
  if (!record) throw new NotFound()
  return record
}

/** The months in which somebody looked, and the lines of one: the newest, unless another is asked for. */
async function readMonth(
  tx: Read,
  record: LookedRecord,
  asked: Asked,
): Promise<{ months: LookedMonth[]; month: Day | undefined; looks: Look[] }> {
  const at = { ...record, newest: asked.newest ?? anyLine }
  const months = await listLookedMonths(tx, at)
  const month = asked.month ?? months[0]?.month
  const span = month && { from: startOf(month), until: startOf(month.add({ months: 1 })) }
  return { months, month, looks: span ? await listLooks(tx, at, span) : [] }
}

async function readEverything(c: Context, given: Given): Promise<{ record: LookedRecord; looks: Look[] }> {
  return await given.db.read(given.asker, 'looked.export', async tx => {
    const record = await found(tx, given, c)
    const looks = await listLooks(tx, { ...record, newest: anyLine })
    return { value: { record, looks }, about: [subjectOf(record)], kind: 'extract' }
  })
}

const subjectOf = ({ citizenId: id, partyId }: LookedRecord) => subjectOfCitizen({ id, partyId })
const monthText = (month: Day): string => String(month).slice(0, 7)
