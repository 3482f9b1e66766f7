import { parse } from '../../platform/form.ts'
import { today } from '../../platform/time.ts'
import { figureRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { figuresForm } from './forms.ts'
import { figuresPage } from './pages.ts'
import { countContacts, namesOf } from './queries.ts'
import { figuresAsCsv } from './sheet-rules.ts'
import { texts } from './texts.da.ts'
import { askedOf, choiceOf, viewOf } from './view-rules.ts'
import type { View } from './view-rules.ts'

const spec = { who: figureRoles, purpose: 'figures.show' } as const

/** The figures of a municipality, as a page, a spreadsheet and JSON; small numbers are held back in all three. */
export const evaluationRoutes = new Routes()
  .get('/figures', spec, async (c, given) => {
    const view = await read(given, c.req.query())
    return c.html(figuresPage({ ...given, ...view, today: today(given.now) }), view.form.ok ? 200 : 422)
  })
  .get('/figures.json', spec, async (c, given) => {
    const view = await read(given, c.req.query())
    return view.form.ok ? c.json(view.evaluation) : c.json({ errors: view.form.errors }, 422)
  })
  .get('/figures.csv', spec, async (c, given) => {
    const view = await read(given, c.req.query())
    if (!view.form.ok) return c.html(figuresPage({ ...given, ...view, today: today(given.now) }), 422)
    return c.body(figuresAsCsv(view.evaluation), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${texts.sheet.name}"`,
    })
  })

async function read(given: Given, query: Record<string, string>): Promise<View> {
  const municipalityId = given.municipality.id
  const asOf = today(given.now)
  return await given.db.read(given.asker, 'figures.show', async tx => {
    const named = await namesOf(tx, municipalityId)
    const choice = choiceOf(parse(figuresForm, query), { named, today: asOf })
    const counted = await countContacts(tx, { municipalityId, ...askedOf(choice) })
    return viewOf(choice, { named, counted, today: asOf })
  })
}
