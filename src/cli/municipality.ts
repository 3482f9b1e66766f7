import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { addMunicipality } from '../features/municipalities/set-up-commands.ts'
import { wrongSlug } from '../features/municipalities/set-up-rules.ts'
import type { House } from '../features/routing.ts'
import { openHouse } from '../house.ts'
import { paths } from '../paths.ts'
import { InputRefused, isPgError } from '../platform/errors.ts'
import { newId } from '../platform/id.ts'
import type { Command } from './command.ts'

export const municipality: Command = {
  usage: `brobygger municipality add SLUG NAME

Makes a municipality at the address /SLUG, with its own data controller. Next: brobygger user add.`,
  async run(args) {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    const [verb, slug, name, ...more] = positionals
    if (verb !== 'add' || slug === undefined || name === undefined || more.length > 0) {
      throw new InputRefused(`${municipality.usage}\n\nA name of several words stands in quotes.`)
    }
    const house = await openHouse(readConfig(process.env), line => console.error(line))
    try {
      await setUpMunicipality(house, { slug, name: name.trim() })
      console.log(`${name.trim()} is at ${house.config.baseUrl}${paths.board({ slug })}`)
      return 0
    } finally {
      await house.close()
    }
  },
}

/** Makes a municipality, or says in a sentence why not; nothing is stored then. */
export async function setUpMunicipality(
  { db }: Pick<House, 'db'>,
  wish: { slug: string; name: string },
): Promise<string> {
  const wrong = wrongSlug(wish.slug) ?? wrongName(wish.name)
  if (wrong !== undefined) throw new InputRefused(wrong)
  const id = newId()
  try {
    await db.write({ municipalityId: id, personId: null }, 'operator.set-up', tx =>
      addMunicipality(tx, { id, ...wish }),
    )
  } catch (error) {
    if (isPgError(error, '23505')) throw new InputRefused(`There is a municipality at "${wish.slug}" already.`)
    throw error
  }
  return id
}

function wrongName(name: string): string | undefined {
  const fits = name.length > 0 && name.length <= 80 && name.isWellFormed() && !name.includes('\0')
  return fits ? undefined : 'A name has 1 to 80 characters.'
}
