import { cliTexts } from './cli/texts.ts'
import type { Command } from './cli/command.ts'
import { ConfigError } from './config.ts'
import { InputRefused } from './platform/errors.ts'

// A command is loaded when it is asked for: `start` must not wait for spreadsheets.
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./cli/start.ts')).start,
  migrate: async () => (await import('./cli/migrate.ts')).migrateCommand,
  municipality: async () => (await import('./cli/municipality.ts')).municipality,
  user: async () => (await import('./cli/user.ts')).user,
  import: async () => (await import('./cli/import.ts')).importCommand,
  export: async () => (await import('./cli/export.ts')).exportCommand,
  keys: async () => (await import('./cli/keys.ts')).keys,
  evaluate: async () => (await import('./cli/evaluate.ts')).evaluate,
  log: async () => (await import('./cli/log.ts')).log,
}

/** Exit code 0: done; 1: failed; 2: refused because of the input, and nothing was stored. */
async function runCommand([name = '', ...args]: string[]): Promise<number> {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    console.log(cliTexts.help)
    return name === '' || name === '--help' || name === 'help' ? 0 : 2
  }
  const command = await load()
  if (args.includes('--help')) {
    console.log(command.usage)
    return 0
  }
  return await command.run(args)
}

try {
  const code = await runCommand(process.argv.slice(2))
  // `start` stays; everything else is done here.
  if (code !== -1) process.exit(code)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(error instanceof InputRefused || error instanceof ConfigError || isUsage(error) ? 2 : 1)
}

function isUsage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
