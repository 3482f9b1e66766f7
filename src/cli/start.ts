import { readConfig } from '../config.ts'
import { main } from '../main.ts'
import type { Command } from './command.ts'

export const start: Command = {
  usage: `brobygger start

Serves on HOST and PORT. Settings by environment: PORT, HOST, BASE_URL, DATA_DIR, KEYS_DIR, DATABASE_URL,
MIGRATION_DATABASE_URL, DEMO, INSECURE_HTTP, SMTP_URL, MAIL_FROM. See docs/OPERATIONS.md.`,
  async run() {
    const config = readConfig(process.env)
    await main(config, async (house, address) => {
      const demo = config.demo ? await import('../demo.ts') : undefined
      await demo?.loadDemo(house)
      console.log(`Brobygger is ready at ${address}`)
      if (demo && config.demoSignIns) console.log(demo.demoSignIns())
    })
    return -1
  },
}
