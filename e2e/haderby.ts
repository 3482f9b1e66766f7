import { randomBytes } from 'node:crypto'
import { loadDemo } from '../src/demo.ts'
import { hashToken } from '../src/features/routing.ts'
import { readNow } from '../src/platform/time.ts'
import type { World } from '../test/world.ts'
import type { House } from './browser.ts'
import { handsOn } from './keyboard.ts'
import type { Hands } from './keyboard.ts'

export interface Haderby {
  slug: string
  municipalityId: string
  /** Somebody of the demo, signed in at a browser of their own, with a keyboard. */
  at(name: string): Promise<Hands>
}

/** The demo municipality, with everybody who works there. */
export async function openHaderby(world: World, house: House): Promise<Haderby> {
  await loadDemo({ ...world.house, ownerUrl: world.ownerUrl }, readNow())
  const [row] = await world.truth<{ id: string }>(`select id from municipalities where slug = 'haderby' and demo`)
  const municipalityId = row?.id ?? ''
  const known = new Map<string, Hands>()
  return {
    slug: 'haderby',
    municipalityId,
    async at(name) {
      const there = known.get(name)
      if (there) return there
      const token = randomBytes(32).toString('base64url')
      await world.truth(
        `insert into sessions (municipality_id, token_hash, account_id, stage)
         select $1, $2, a.id, 'open' from accounts a join people p on p.municipality_id = a.municipality_id and p.id = a.person_id
         where a.municipality_id = $1 and p.public_name = $3`,
        [municipalityId, hashToken(token), name],
      )
      const context = await house.as(`brobygger=${token}`)
      const hands = handsOn(await context.newPage())
      await hands.page.goto(`${house.url}/haderby/today`)
      known.set(name, hands)
      return hands
    },
  }
}

/** On the form of a talk: somebody whom nobody of one's own party knows by this name yet. */
export async function meetsSomebodyNew(hands: Hands, alias: string): Promise<void> {
  await hands.choose('Med kaldenavn', 'Hvem?')
  await hands.write('Kaldenavn', alias)
  await hands.press('Find')
  await hands.choose(`Ny: ${alias}`, 'Hvem af dem?')
}
