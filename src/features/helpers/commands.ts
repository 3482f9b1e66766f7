import { sql } from 'kysely'
import type { Write } from '../../platform/db.ts'
import type { Keys } from '../../platform/keys.ts'
import { hashToken } from '../routing.ts'
import type { House } from '../routing.ts'
import type { HelperAgainForm } from './forms.ts'
import type { Writer } from '../consents/commands.ts'
import type { PowerKind, ThingKind } from '../powers/codes.ts'
import type { RecordKey } from '../links/commands.ts'

/** What reaches the helper by two ways. */
export interface LinkAndCode {
  token: string
  code: string
}

/**
 * Link and code follow from the id of the share by a key that is in no database: the same form sent twice shows the same
 * two, and neither is kept.
 */
export function linkAndCodeOf(keys: Keys, municipalityId: string, share: { partyId: string; id: string }): LinkAndCode {
  // With the party: an id that somebody chose must not tell that another party has it.
  const of = `${share.partyId} ${share.id}`
  const token = keys.hash(municipalityId, 'helper-link', `link ${of}`).toString('base64url')
  const number = keys.hash(municipalityId, 'helper-link', `code ${of}`).readUInt32BE(0) % 1_000_000
  return { token, code: String(number).padStart(6, '0') }
}

/** Shares a few named things: anew, again by the same form, or not, when the id stands for something else. */
export async function shareWithHelper(tx: Write, by: Writer & { keys: Keys }, share: NewShare): Promise<Shared> {
  const { municipalityId } = by
  const { token, code } = linkAndCodeOf(by.keys, municipalityId, { partyId: share.record.partyId, id: share.id })
  const at = [municipalityId, share.record.partyId, share.id]
  const { rows } = await sql`
    insert into helper_shares (municipality_id, owner_party_id, citizen_id, id, helper_name, helper_kind, valid_until, link_hash,
      code_hash, given_by)
    values (${municipalityId}::uuid, ${share.record.partyId}::uuid, ${share.record.id}::uuid, ${share.id}::uuid,
      ${share.helperName}, ${share.helperKind}, ${share.until}::date, ${hashToken(token)},
      ${codeHash(by.keys, { municipalityId, token, code })}, ${by.personId}::uuid)
    on conflict do nothing returning id`.execute(tx)
  if (rows.length === 0) return (await isShared(tx, by, share)) ? 'again' : 'taken'
  const [kinds, ids] = [share.things.map(thing => thing.kind), share.things.map(thing => thing.id)]
  await sql`insert into helper_things (municipality_id, owner_party_id, share_id, kind, thing_id)
    select ${at[0]}::uuid, ${at[1]}::uuid, ${at[2]}::uuid, t.kind, t.id from unnest(${kinds}::text[], ${ids}::uuid[]) as t(kind, id)
    on conflict do nothing`.execute(tx)
  return 'new'
}

/** Shows a thing again as it stands now; false when it was changed once more since the page was made. */
export async function showAgain(
  tx: Write,
  share: { municipalityId: string; partyId: string; id: string },
  { thing, changed }: HelperAgainForm,
): Promise<boolean> {
  const [kind, id] = thing.split(' ')
  const { rows } = await sql`update helper_things set changed_at = null
    where municipality_id = ${share.municipalityId}::uuid and owner_party_id = ${share.partyId}::uuid and share_id = ${share.id}::uuid
      and kind = ${kind} and thing_id = ${id}::uuid and extract(epoch from changed_at)::text = ${changed} returning thing_id`.execute(
    tx,
  )
  return rows.length > 0
}

/** Closes it at once: the helper's next request finds nothing. */
export async function withdrawShare(tx: Write, by: Writer, share: { partyId: string; id: string }): Promise<void> {
  await sql`update helper_shares set withdrawn_by = ${by.personId}::uuid, withdrawn_at = now()
    where municipality_id = ${by.municipalityId}::uuid and owner_party_id = ${share.partyId}::uuid and id = ${share.id}::uuid
      and withdrawn_at is null`.execute(tx)
}

/** Binds a share to the browser that brings link and code first. There is no actor yet. */
export async function openShare(
  { db, keys }: House,
  visit: LinkAndCode & { municipalityId: string; browser: string },
): Promise<boolean> {
  const { municipalityId, token, browser } = visit
  const values = [municipalityId, hashToken(token), codeHash(keys, visit), hashToken(browser)]
  const [row] = await db.call<{ open_helper_share: boolean }>('open_helper_share', values)
  return row?.open_helper_share === true
}

/** One thing, or a share of which nothing is left to see. */
export interface HelperRow {
  share_id: string
  helper_name: string
  party_name: string
  valid_until: string
  kind: ThingKind | null
  id: string | null
  words: string | null
  day: string | null
  clock: string | null
  place: string | null
  more: string | null
  state: string | null
}

/** What the helper at this browser sees; each look is written down before it is shown. */
export async function lookAsHelper(
  { db }: House,
  at: { municipalityId: string; browser: string },
): Promise<HelperRow[]> {
  return await db.call<HelperRow>('look_as_helper', [at.municipalityId, hashToken(at.browser)])
}

async function isShared(tx: Write, by: Writer, share: NewShare): Promise<boolean> {
  const { rows } = await sql`select from helper_shares where municipality_id = ${by.municipalityId}::uuid
    and owner_party_id = ${share.record.partyId}::uuid and id = ${share.id}::uuid and citizen_id = ${share.record.id}::uuid`.execute(
    tx,
  )
  return rows.length === 1
}

function codeHash(keys: Keys, { municipalityId, token, code }: LinkAndCode & { municipalityId: string }): Buffer {
  return keys.hash(municipalityId, 'helper-link', `typed ${token} ${code}`)
}

export type Shared = 'new' | 'again' | 'taken'

export interface NewShare {
  id: string
  record: RecordKey
  helperName: string
  helperKind: PowerKind
  things: readonly { kind: ThingKind; id: string }[]
  until: string
}
