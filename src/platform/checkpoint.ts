import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from './db.ts'
import type { Keys } from './keys.ts'

/** How far one municipality's log was sealed: the last batch of each month. It names nobody. */
export interface Checkpoint {
  municipality: string
  id: string
  segments: { segment: string; number: number; seal: string }[]
  /** A keyed hash of the rest, so that nobody makes a cut fit by changing the checkpoint. */
  mac: string
}

export async function checkpointOf(db: Db, keys: Keys, at: { id: string; slug: string }): Promise<Checkpoint> {
  const segments = await db.read({ municipalityId: at.id, personId: null }, 'operator.jobs', async tx => {
    const last = await tx
      .selectFrom('log_batches')
      .distinctOn('segment')
      .select(['segment', 'number', sql<string>`encode(seal, 'hex')`.as('seal')])
      .where('municipality_id', '=', at.id)
      .orderBy('segment')
      .orderBy('number', 'desc')
      .execute()
    return last.map(({ segment, number, seal }) => ({ segment, number, seal }))
  })
  const made = { municipality: at.slug, id: at.id, segments }
  return { ...made, mac: macOf(keys, made).toString('hex') }
}

/** Whether this house made the checkpoint, and nobody changed it since. */
export function isOurs(keys: Keys, checkpoint: Checkpoint): boolean {
  const [said, ours] = [Buffer.from(checkpoint.mac, 'hex'), macOf(keys, checkpoint)]
  return said.length === ours.length && timingSafeEqual(said, ours)
}

/** The checkpoints that stand in a file; throws when it is none. */
export function parseCheckpoints(text: string): Checkpoint[] {
  const parsed = file.safeParse(jsonOf(text))
  if (!parsed.success) throw new Error('The file is no checkpoint that `brobygger log checkpoint` printed.')
  return parsed.data.municipalities
}

function macOf(keys: Keys, { municipality, id, segments }: Omit<Checkpoint, 'mac'>): Buffer {
  const listed = segments.map(({ segment, number, seal }) => [segment, number, seal])
  return keys.hash(id, 'log-checkpoint', JSON.stringify([municipality, id, listed]))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const file = z.object({
  municipalities: z.array(
    z.object({
      municipality: z.string(),
      id: z.uuid(),
      segments: z.array(z.object({ segment: z.iso.date(), number: z.int().positive(), seal: hex })),
      mac: hex,
    }),
  ),
})
