import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { roles } from '../features/people/rules.ts'
import { setUpUser } from '../features/people/set-up-commands.ts'
import { openHouse } from '../house.ts'
import { InputRefused } from '../platform/errors.ts'
import { readNow } from '../platform/time.ts'
import type { Command } from './command.ts'

export const user: Command = {
  usage: `brobygger user add --municipality SLUG --email E --name N --role R [--party NAME]

Makes a person with an account and a role from today on, and prints a one-time link to choose a password.
Whoever has the e-mail already gets the role and a new link. --party names a unit or a centre, for the roles
that belong to one.

Roles: ${roles.join(', ')}`,
  async run(args) {
    const text = { type: 'string' } as const
    const options = { municipality: text, email: text, name: text, role: text, party: text }
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
    const { municipality: slug, email, name, role, party } = values
    if (
      positionals.join(' ') !== 'add' ||
      slug === undefined ||
      email === undefined ||
      name === undefined ||
      role === undefined
    ) {
      throw new InputRefused(user.usage)
    }
    const house = await openHouse(readConfig(process.env), line => console.error(line))
    try {
      const { link } = await setUpUser(house, { slug, email, name, role, party, now: readNow() })
      console.log(link)
      return 0
    } finally {
      await house.close()
    }
  },
}
