import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { World } from './world.ts'

/** A line of what a database holds, and the table whose row it is; none of what is no row. */
export interface Line {
  table: string
  text: string
}

/** The `pg_dump` that goes with a version of the server; none where this machine has it not. */
export function pgDumpFor(major: number): string | undefined {
  const path = `/usr/lib/postgresql/${major}/bin/pg_dump`
  return existsSync(path) ? path : undefined
}

/**
 * All that a world's database holds, every schema, as a backup has it: what `pg_dump` writes, and where there is none
 * of the server's version, every row of every table as text.
 */
export async function dumpOf(world: World): Promise<{ lines: Line[]; by: 'pg_dump' | 'tables' }> {
  const [server] = await world.truth<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  )
  const program = pgDumpFor(server?.major ?? 0)
  if (program === undefined) return { lines: await everyRow(world), by: 'tables' }
  const text = execFileSync(program, [world.superuserUrl], { encoding: 'utf8', maxBuffer: 1 << 30 })
  return { lines: linesOf(text), by: 'pg_dump' }
}

function linesOf(dump: string): Line[] {
  let table = ''
  return dump.split('\n').map(text => {
    if (text === '\\.') table = ''
    const line = { table, text }
    const [, begins] = /^COPY (\S+) .*FROM stdin;$/.exec(text) ?? []
    table = begins ?? table
    return line
  })
}

async function everyRow(world: World): Promise<Line[]> {
  const tables = await world.truth<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const lines: Line[] = []
  for (const { name } of tables) {
    const rows = await world.truth<{ text: string }>(`select t::text as text from ${name} t`)
    lines.push(...rows.map(({ text }) => ({ table: name, text })))
  }
  return lines
}
