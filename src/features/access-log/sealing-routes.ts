import { Routes } from '../routing.ts'
import { sealingPage } from './sealing-pages.ts'
import { readSealing } from './sealing-queries.ts'

export const sealingRoutes = new Routes().get(
  '/log/sealing',
  { who: ['data_protection_officer'], purpose: 'log.show' },
  async (c, given) => {
    const sealing = await given.db.read(given.asker, 'log.show', tx => readSealing(tx, given.municipality.id))
    return c.html(sealingPage(given, sealing))
  },
)
