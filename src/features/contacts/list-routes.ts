import type { Read } from '../../platform/db.ts'
import type { Form } from '../../platform/form.ts'
import { parse, refuse } from '../../platform/form.ts'
import { compareDays } from '../../platform/time.ts'
import { registrationsAsCsv } from '../imports/registration-export.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { mineOf } from './draft-routes.ts'
import { exportRows } from './export-queries.ts'
import { listForm } from './list-forms.ts'
import type { ListForm } from './list-forms.ts'
import { listPage } from './list-pages.ts'
import { cursorOf, listContacts } from './list-queries.ts'
import type { Narrowed } from './list-queries.ts'
import { listTexts } from './list-texts.da.ts'
import { colleagues, subjectOf } from './queries.ts'

/** One file holds no more, so that it opens everywhere; a longer period is taken in parts. */
const most = 20_000

/** Lists of talks, and one's own party's as a spreadsheet. */
export const listRoutes = new Routes()
  .get('/contacts', { who: recordRoles, purpose: 'contacts.list' }, async (c, given) => {
    const form = readFilters(c.req.query())
    const after = cursorOf(c.req.query('after'))
    const page = await given.db.read(given.asker, 'contacts.list', async tx => {
      // Asked together, so that they are one round trip.
      const [{ rows, older }, choices] = await Promise.all([
        form.ok
          ? listContacts(tx, mineOf(given), { narrowed: narrowedBy(given, form.value), after })
          : { rows: [], older: undefined },
        choicesFor(tx, given, form.value?.whose),
      ])
      return { value: { rows, older, ...choices }, about: rows.map(subjectOf) }
    })
    return c.html(
      listPage({ ...given, ...page, after, typed: form.typed, errors: form.errors, most }),
      form.ok ? 200 : 422,
    )
  })
  .post('/contacts/export', { who: recordRoles, purpose: 'contacts.export', form: listForm }, async (c, given) => {
    const { form } = given
    if (!form.ok) {
      const choices = await given.db.read(given.asker, 'presence.show', tx => choicesFor(tx, given, 'ours'))
      return c.html(
        listPage({
          ...given,
          ...choices,
          rows: [],
          older: undefined,
          after: undefined,
          typed: form.typed,
          errors: form.errors,
          most,
        }),
        422,
      )
    }
    const rows = await given.db.read(given.asker, 'contacts.export', async tx => {
      const found = await exportRows(tx, mineOf(given), { narrowed: narrowedBy(given, form.value), most })
      return { value: found.map(each => each.registration), about: found.map(subjectOf), kind: 'extract' }
    })
    let file = ''
    for await (const part of registrationsAsCsv(oneBatch(rows))) file += part
    return c.body(file, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="registreringer.csv"',
    })
  })

function readFilters(query: Record<string, string>): Form<ListForm> {
  const form = parse(listForm, query)
  const { from, until } = form.value ?? {}
  return from && until && compareDays(until, from) < 0 ? refuse(form, 'until', listTexts.backwards) : form
}

function narrowedBy(given: Pick<Given, 'actor'>, form: ListForm): Narrowed {
  const { whose, from, until, centre, kind, outcome, worker } = form
  return {
    workerId: whose === 'ours' ? worker : given.actor.personId,
    from: from?.toString(),
    until: until?.toString(),
    centreId: centre,
    kind,
    outcome,
  }
}

// Only a party's list can be narrowed to one who works there.
async function choicesFor(tx: Read, given: Given<Given['actor'], unknown>, whose: string | undefined) {
  const mine = mineOf(given)
  const here = tx.selectFrom('centres').where('municipality_id', '=', mine.municipalityId)
  const [centres, all] = await Promise.all([
    here.select(['id', 'name']).orderBy('name').execute(),
    whose === 'ours' ? colleagues(tx, mine) : [],
  ])
  return { centres, workers: [...new Map(all.map(each => [each.id, each])).values()] }
}

async function* oneBatch<T>(rows: T[]): AsyncGenerator<T[]> {
  yield rows
}
