import { csvLine } from '../imports/csv-line.ts'
import { Routes } from '../routing.ts'
import { sealingPage } from './sealing-pages.ts'
import { readSealing } from './sealing-queries.ts'
import { sealingTexts } from './sealing-texts.da.ts'

const officer = { who: ['data_protection_officer'], purpose: 'log.show' } as const

export const sealingRoutes = new Routes()
  .get('/log/sealing', officer, async (c, given) => {
    const sealing = await given.db.read(given.asker, 'log.show', async tx => ({
      value: await readSealing(tx, given.municipality.id),
      about: [],
    }))
    return c.html(sealingPage(given, sealing))
  })
  .get('/log/sealing.csv', officer, async (c, given) => {
    const { months } = await given.db.read(given.asker, 'log.export', async tx => ({
      value: await readSealing(tx, given.municipality.id),
      about: [],
      kind: 'extract',
    }))
    const lines = months.map(({ month, lines: count, batches, seal }) =>
      csvLine([String(month), String(count), String(batches), seal]),
    )
    c.header('content-disposition', `attachment; filename="${sealingTexts.sheet.name}.csv"`)
    return c.body(`\uFEFF${csvLine(sealingTexts.sheet.head)}${lines.join('')}`, 200, {
      'content-type': 'text/csv; charset=utf-8',
    })
  })
