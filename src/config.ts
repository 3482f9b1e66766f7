import { join, resolve } from 'node:path'

/** What the environment says, checked. This is its only reader. */
export interface Config {
  port: number
  host: string
  /** Where people reach the house, without a slash at the end. */
  baseUrl: string
  dataDir: string
  keysDir: string
  /** The application's login; undefined: the embedded database makes its own. */
  databaseUrl: string | undefined
  migrationDatabaseUrl: string | undefined
  demo: boolean
  /** Demo sign-ins work: on loopback, or when `DEMO=on` was said aloud. */
  demoSignIns: boolean
  insecureHttp: boolean
  smtpUrl: string | undefined
  mailFrom: string
}

export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Reads the settings; throws one `ConfigError` that lists all that is wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const wrong: string[] = []
  const address = (name: string, schemes: string[]) => {
    const text = env[name] ?? ''
    if (text === '' || (URL.canParse(text) && schemes.includes(new URL(text).protocol)))
      return text === '' ? undefined : text
    wrong.push(`${name} is an address that begins with ${schemes.join(' or ')}//`)
    return undefined
  }
  const port = portOf(env, wrong)
  const host = env['HOST'] ?? '127.0.0.1'
  const baseUrl =
    address('BASE_URL', ['http:', 'https:']) ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  if (!URL.canParse(baseUrl)) wrong.push('HOST is the name or address of an interface of this machine')
  const databaseUrl = address('DATABASE_URL', ['postgres:', 'postgresql:'])
  const migrationDatabaseUrl = address('MIGRATION_DATABASE_URL', ['postgres:', 'postgresql:'])
  if (migrationDatabaseUrl !== undefined && databaseUrl === undefined)
    wrong.push('MIGRATION_DATABASE_URL goes with DATABASE_URL')
  const smtpUrl = address('SMTP_URL', ['smtp:', 'smtps:'])
  const demo = switched(env['DEMO'], 'DEMO', wrong)
  const insecureHttp = switched(env['INSECURE_HTTP'], 'INSECURE_HTTP', wrong) === true
  if (!insecureHttp) wrong.push(...wrongWithHttp(baseUrl, host))
  if (wrong.length > 0) throw new ConfigError(`The settings are wrong:\n${wrong.map(each => `  - ${each}`).join('\n')}`)
  const dataDir = resolve(env['DATA_DIR'] ?? 'data')
  return {
    port,
    host,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    dataDir,
    keysDir: resolve(env['KEYS_DIR'] ?? join(dataDir, 'keys')),
    databaseUrl,
    migrationDatabaseUrl,
    demo: demo ?? databaseUrl === undefined,
    demoSignIns: demo === true || (demo === undefined && isLoopback(host)),
    insecureHttp,
    smtpUrl,
    mailFrom: env['MAIL_FROM'] ?? 'brobygger@localhost',
  }
}

/** Whether a host name or address never leaves this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

function portOf(env: Record<string, string | undefined>, wrong: string[]): number {
  const port = Number(env['PORT'] ?? 3000)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  wrong.push('PORT is a whole number from 0 to 65535')
  return 3000
}

// A cookie over plain http can be read on the way, unless it never leaves the machine.
function wrongWithHttp(baseUrl: string, host: string): string[] {
  if (!URL.canParse(baseUrl) || baseUrl.startsWith('https:')) return []
  if (!isLoopback(new URL(baseUrl).hostname))
    return ['BASE_URL is not https: cookies would travel in the clear. Use https, or say INSECURE_HTTP=on']
  if (isLoopback(host)) return []
  return ['HOST is open to others and BASE_URL is not https. Set BASE_URL to https, or say INSECURE_HTTP=on']
}

function switched(text: string | undefined, name: string, wrong: string[]): boolean | undefined {
  if (text === undefined || text === '') return undefined
  if (text === 'on' || text === 'off') return text === 'on'
  wrong.push(`${name} is on or off`)
  return undefined
}
