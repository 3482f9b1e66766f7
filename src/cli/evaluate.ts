import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { evaluate as evaluateContacts } from '../features/evaluation/queries.ts'
import type { House } from '../features/routing.ts'
import { openHouse } from '../house.ts'
import { InputRefused } from '../platform/errors.ts'
import { compareDays, parseDay } from '../platform/time.ts'
import type { Day } from '../platform/time.ts'
import type { Command } from './command.ts'

export const evaluate: Command = {
  usage: `brobygger evaluate --municipality SLUG --from DAY --to DAY [--raw]

Prints the figures of a period as JSON; both days are included (2026-01-31 or 31-01-2026). Numbers with 1 to 4
people behind them are held back, as on the pages. With --raw nothing is.`,
  async run(args) {
    const { municipality, from, to, raw } = parseArgs({ args, options }).values
    if (municipality === undefined) throw new InputRefused('--municipality is missing: the slug of its address')
    const days = { from: dayOf('--from', from), to: dayOf('--to', to) }
    if (compareDays(days.to, days.from) < 0) throw new InputRefused('--to is before --from')
    const house = await openHouse(readConfig(process.env), line => console.error(line))
    try {
      const municipalityId = await municipalityAt(house, municipality)
      const asker = { municipalityId, personId: null }
      const found = await house.db.read(asker, 'operator.figures', tx =>
        evaluateContacts(tx, { municipalityId, ...days, raw: raw ?? false }),
      )
      console.log(JSON.stringify(found, null, 2))
      return 0
    } finally {
      await house.close()
    }
  },
}

const options = {
  municipality: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  raw: { type: 'boolean' },
} as const

function dayOf(name: string, text: string | undefined): Day {
  if (text === undefined) throw new InputRefused(`${name} is missing: a day such as 2026-01-31`)
  const parsed = parseDay(text)
  if (!parsed.ok) throw new InputRefused(`${name} ${text}: ${parsed.message}`)
  return parsed.value
}

async function municipalityAt({ db }: House, slug: string): Promise<string> {
  const [found] = await db.call<{ id: string }>('find_municipality', [slug])
  if (!found) throw new InputRefused(`There is no municipality at "${slug}".`)
  return found.id
}
