import type pg from 'pg'

/** A table that holds something about citizens, as the database describes it. */
export interface Shape {
  name: string
  keys: string[]
  /** The part of the key that somebody at a page may read; empty where nobody may. */
  readable: string[]
  columns: Column[]
  references: Reference[]
}

export interface Column {
  name: string
  type: string
  /** Neither null nor filled in by the database. */
  required: boolean
  nullable: boolean
  /** What a check of this column alone allows. */
  choices: (string | number)[]
  range: [number, number] | undefined
}

export interface Reference {
  columns: string[]
  table: string
  to: string[]
}

/** Tables with a party that owns the row; the log's own list of subjects is the officer's, and a hash of a row is no record. */
const owned = `c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not in ('access_log_subjects', 'forgotten_rows')
  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'owner_party_id' and not a.attisdropped)`

/** Every table of records about citizens, each behind those that it refers to. */
export async function recordShapes(client: pg.Client): Promise<Shape[]> {
  const { rows } = await client.query<Omit<Shape, 'columns' | 'readable'> & { oid: number; columns: RawColumn[] }>(`
    select c.oid::int, c.relname as name,
      (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary) as keys,
      (select json_agg(json_build_object('name', a.attname, 'type', t.typname, 'nullable', not a.attnotnull,
          'filled', a.atthasdef or a.attidentity <> '', 'checks', (select coalesce(json_agg(pg_get_constraintdef(k.oid)), '[]')
            from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum])) order by a.attnum)
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(json_agg(json_build_object('table', r.relname,
          'columns', (select json_agg(a.attname order by n) from unnest(k.conkey) with ordinality u(num, n) join pg_attribute a on a.attrelid = c.oid and a.attnum = u.num),
          'to', (select json_agg(a.attname order by n) from unnest(k.confkey) with ordinality u(num, n) join pg_attribute a on a.attrelid = r.oid and a.attnum = u.num))), '[]')
        from pg_constraint k join pg_class r on r.oid = k.confrelid where k.conrelid = c.oid and k.contype = 'f') as "references"
    from pg_class c where ${owned} order by c.relname`)
  const shapes: Shape[] = []
  for (const { columns, name, keys, references } of rows) {
    const { rows: may } = await client.query<{ key: string }>(
      `select k as key from unnest($2::text[]) k where has_column_privilege('brobygger_web', $1, k, 'select')`,
      [name, keys],
    )
    shapes.push({ name, keys, references, readable: may.map(each => each.key), columns: columns.map(described) })
  }
  return inOrder(shapes)
}

/** Stores rows that come as one list of objects; what stands already stays. */
export function insertSql(table: string, columns: readonly string[]): string {
  const list = columns.join(', ')
  return `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1) on conflict do nothing`
}

interface RawColumn {
  name: string
  type: string
  nullable: boolean
  filled: boolean
  checks: string[]
}

function described({ name, type, nullable, filled, checks }: RawColumn): Column {
  const all = checks.join(' ')
  const list = /= ANY \(\(?ARRAY\[([^\]]*)\]/.exec(all)?.[1]
  const choices = (list?.match(/'[^']*'|-?\d+/g) ?? []).map(each =>
    each.startsWith("'") ? each.slice(1, -1) : Number(each),
  )
  const [low, high] = [/>= (\d+)/.exec(all)?.[1], /<= (\d+)/.exec(all)?.[1]]
  const range: [number, number] | undefined =
    type.startsWith('int') && low !== undefined && high !== undefined ? [Number(low), Number(high)] : undefined
  return { name, type, nullable, required: !nullable && !filled, choices, range }
}

function inOrder(shapes: readonly Shape[]): Shape[] {
  const placed: Shape[] = []
  const place = (shape: Shape) => {
    if (placed.includes(shape)) return
    for (const { table } of shape.references) {
      const other = shapes.find(each => each.name === table)
      if (other && other !== shape) place(other)
    }
    placed.push(shape)
  }
  shapes.forEach(place)
  return placed
}
