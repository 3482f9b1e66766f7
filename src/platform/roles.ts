import { readFile } from 'node:fs/promises'
import { escapeLiteral } from 'pg'
import type { Client } from 'pg'
import { connectClient } from './pool.ts'

export type RoleOptions = { owner: string; app: string; ownerCreatesDatabases?: boolean | undefined }

export const rolesFile = new URL('roles.sql', import.meta.url)

/**
 * Runs roles.sql as psql would, on a cluster whose superuser signs in with `superuserUrl`. Of psql's own commands it
 * knows the three that the file uses: `:'variable'`, `\gexec` at the end of a line and `\connect` with a database.
 */
export async function createRoles(superuserUrl: string, options: RoleOptions): Promise<void> {
  const script = withPasswords(await readFile(rolesFile, 'utf8'), options)
  const [server = '', ...others] = script.split(/^(?=\\connect )/m)
  await runPart(superuserUrl, server)
  for (const part of others) {
    const [, database = '', sql = ''] = /^\\connect (\S+)\n(.*)$/s.exec(part) ?? []
    await runPart(withDatabase(superuserUrl, database), sql)
  }
  if (options.ownerCreatesDatabases) await runPart(superuserUrl, 'alter role brobygger_owner createdb')
}

/** The same login at another database of the same cluster. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(database)}`
  return changed.href
}

function withPasswords(script: string, passwords: RoleOptions): string {
  return script
    .replaceAll(":'owner_password'", escapeLiteral(passwords.owner))
    .replaceAll(":'app_password'", escapeLiteral(passwords.app))
}

async function runPart(url: string, part: string): Promise<void> {
  const client = await connectClient(url)
  try {
    // Splitting with a captured group keeps the lines that end with \gexec, at the odd places.
    for (const [place, sql] of part.split(/^(.*)\\gexec$/m).entries()) {
      if (place % 2 === 0) await client.query(sql)
      else await runEachCell(client, sql)
    }
  } finally {
    await client.end()
  }
}

async function runEachCell(client: Client, sql: string): Promise<void> {
  const { rows } = await client.query<string[]>({ text: sql, rowMode: 'array' })
  for (const statement of rows.flat()) await client.query(statement)
}
