import type { Read } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/id.ts'
import { formatDateYear, today } from '../../platform/time.ts'
import { askedOfUs, partiesOf, requestsFrom, subjectOfAsked } from '../access-requests/queries.ts'
import { everything } from '../everything.ts'
import { recordRoles } from '../people/rules.ts'
import { findKeptMonths } from '../retention/queries.ts'
import { Routes } from '../routing.ts'
import { findCard } from './card-queries.ts'
import type { Card } from './card-queries.ts'
import { numberTexts } from './card-texts.da.ts'
import { everythingPage } from './everything-pages.ts'
import type { Access } from './everything-pages.ts'
import { everythingAbout } from './everything-queries.ts'
import type { Section } from './everything-rules.ts'
import { everythingCsv, everythingJson, everythingPdf } from './everything-sheet.ts'
import type { Sheet } from './everything-sheet.ts'
import { everythingTexts as t } from './everything-texts.da.ts'
import { everythingForm } from './forms.ts'
import { numberKeys, readNumber } from './number-commands.ts'
import { mineOf } from './own-card.ts'
import type { Asking } from './own-card.ts'
import { subjectOfCitizen } from './queries.ts'

const purpose = 'citizens.everything'

/** The answer to a citizen who wants to see what is written about them, also of a record that is closed or locked. */
export const everythingRoutes = new Routes()
  .get('/citizens/:citizenId/everything', { who: recordRoles, purpose }, async (c, given) => {
    const told = await readEverything(given, c.req.param('citizenId'), { kind: 'read', answers: c.req.query('for') })
    return c.html(everythingPage(given, { ...told, errors: [] }))
  })
  .post(
    '/citizens/:citizenId/everything/file',
    { who: recordRoles, purpose, form: everythingForm },
    async (c, given) => {
      const { typed, errors, value } = given.form
      const wish = value ? ({ kind: 'extract', number: value.number } as const) : ({ kind: 'read' } as const)
      const told = await readEverything(given, c.req.param('citizenId'), wish)
      if (!value) return c.html(everythingPage(given, { ...told, typed, errors }), 422)
      const { type, body } = await fileOf(value.format, told.sheet)
      c.header('content-disposition', `attachment; filename="${t.fileName}.${value.format}"`)
      return c.body(body, 200, { 'content-type': type })
    },
  )

/** The card and everything about it, in one transaction; the number itself only where it was asked for. */
async function readEverything(
  given: Asking,
  citizenId: string | undefined,
  wish: { kind: 'read' | 'extract'; number?: boolean; answers?: string | undefined },
): Promise<{ card: Card; sheet: Sheet; access: Access }> {
  if (!isId(citizenId)) throw new NotFound()
  const { municipalityId, ...mine } = mineOf(given)
  return await given.db.read(given.asker, purpose, async tx => {
    const card = await findCard(tx, { municipalityId, ...mine }, citizenId)
    if (!card) throw new NotFound()
    const whose = { municipalityId, partyId: card.partyId, id: card.id }
    const sections = await everythingAbout(tx, whose, everything)
    const keys = numberKeys(given.config, municipalityId)
    const number = wish.number === true && card.hasNumber ? await readNumber(tx, { ...whose, keys }) : undefined
    const months = await findKeptMonths(tx, { municipalityId, controllerId: card.controllerId })
    const access = await readAccess(tx, card, { municipalityId, answers: wish.answers })
    const sheet = sheetOf(given, { card, months, access, sections: withNumber(sections, number) })
    const about = [subjectOfCitizen(card), ...(access.asked ? [subjectOfAsked(access.asked)] : [])]
    return { value: { card, sheet, access }, about, kind: wish.kind }
  })
}

/** Who else the citizen can ask and has asked, and the request that this page answers, when one led here. */
async function readAccess(
  tx: Read,
  card: Card,
  { municipalityId, answers }: { municipalityId: string; answers: string | undefined },
): Promise<Access> {
  const { partyId, controllerId } = card
  const [asked] = isId(answers) ? await askedOfUs(tx, municipalityId, { id: answers }) : []
  return {
    parties: (await partiesOf(tx, { municipalityId, controllerId })).length,
    requests: await requestsFrom(tx, { municipalityId, partyId, citizenId: card.id }),
    asked: asked?.partyId === partyId && asked.answer !== 'given' ? asked : undefined,
  }
}

function sheetOf(
  { now }: Asking,
  { card, months, access, sections }: { card: Card; months: number; access: Access; sections: Section[] },
): Sheet {
  return {
    title: t.heading(card.partyName),
    lead: t.lead(formatDateYear(today(now))),
    about: [
      t.answers(card.controllerName),
      card.isPublic ? t.kept.public(months) : t.kept.private,
      card.isPublic && access.parties > 1 ? t.others.public(card.controllerName) : t.others.private,
      t.rights,
    ],
    sections,
  }
}

// In place of the line that says that there is one.
function withNumber(sections: Section[], number: string | undefined): Section[] {
  if (number === undefined) return sections
  return sections.map(section => (section.title === t.numberTitle ? numberTold(number) : section))
}

function numberTold(number: string): Section {
  const facts = [{ label: t.numberIs, value: numberTexts.shown(number) }]
  return { title: t.numberTitle, entries: [{ when: null, title: t.numberTitle, facts, before: [] }] }
}

async function fileOf(format: 'pdf' | 'csv' | 'json', sheet: Sheet) {
  if (format === 'pdf') return { type: 'application/pdf', body: new Uint8Array(await everythingPdf(sheet)) }
  if (format === 'csv') return { type: 'text/csv; charset=utf-8', body: everythingCsv(sheet) }
  return { type: 'application/json; charset=utf-8', body: everythingJson(sheet) }
}
