import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { rotateNumberKeys } from '../features/citizens/rotate-commands.ts'
import { openHouse } from '../house.ts'
import { InputRefused } from '../platform/errors.ts'
import type { Command } from './command.ts'

export const keys: Command = {
  usage: `brobygger keys rotate --municipality SLUG

Seals every CPR number of the municipality with a new key, while the house is in use, and throws the old key away.
Stopped half-way it goes on where it was when it is run again. Backups from before need the old key: keep it with
them, or let them go.`,
  async run(args) {
    const { positionals, values } = parseArgs({
      args,
      options: { municipality: { type: 'string' } },
      allowPositionals: true,
    })
    if (positionals.join(' ') !== 'rotate' || values.municipality === undefined) throw new InputRefused(keys.usage)
    const house = await openHouse(readConfig(process.env), line => console.error(line))
    try {
      const { version, resealed, unreadable } = await rotateNumberKeys(house, values.municipality)
      console.log(`Key ${version}: ${resealed} numbers sealed anew.`)
      if (unreadable === 0) return 0
      console.log(
        `${unreadable} numbers could not be read: their key is not in KEYS_DIR, or they were changed. They are left as they are.`,
      )
      return 1
    } finally {
      await house.close()
    }
  },
}
