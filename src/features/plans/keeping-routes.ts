// Who is told when a plan stands still.

import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form, Typed } from '../../platform/form.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { aboutAll, idIn, mineOf } from '../consents/asking.ts'
import type { Given } from '../routing.ts'
import { Outdated, keyOf, ownFor, storing, statusOf, typedAgain } from './asked.ts'
import { planConflict } from './conflict-part.ts'
import { candidatesFor } from './people-queries.ts'
import { keepPlan } from './plan-commands.ts'
import { keepingPage } from './plan-form-pages.ts'
import { keepingOf } from './queries.ts'
import type { Keeping } from './queries.ts'
import { keepingTexts } from './texts.da.ts'

interface KeepingForm {
  id: string | undefined
  version: number | undefined
  keptBy: string | undefined
  weeks: number | undefined
  open: boolean
}

export async function showKeeping(
  c: Context,
  given: Given<Given['actor'], unknown>,
  at: { typed: Typed | undefined; errors: readonly FieldError[]; why?: 'taken' | 'changed' | undefined },
): Promise<Response> {
  const shown = await given.db.read(given.asker, 'plan.show', async tx => {
    const own = await ownFor(tx, given, idIn(c, 'citizenId'))
    const stands = keptBy(await keepingOf(tx, own.municipalityId, own.records), own.own.partyId)
    const candidates = (await candidatesFor(tx, mineOf(given), own.writes)).filter(each => each.own)
    return { value: { ...own, stands, candidates }, about: aboutAll(own) }
  })
  const { stands } = shown
  const typed = typedAgain(at.typed, { row: stands, why: at.why }) ?? typedOf(stands)
  const href = paths.plan(given.municipality, shown.asked.id)
  const lines = [[keepingTexts.title, keepingTexts.now(stands.keptByName, stands.weeks)]] as const
  const before = at.why && planConflict({ why: at.why, stands: lines, href })
  return c.html(
    keepingPage({ ...given, ...shown, ...at, typed, standsId: stands.id, before }),
    statusOf(at.errors, at.why),
  )
}

export async function storeKeeping(c: Context, given: Given<Given['actor'], Form<KeepingForm>>): Promise<Response> {
  const { form } = given
  const citizenId = idIn(c, 'citizenId')
  if (!form.ok) return await showKeeping(c, given, { typed: form.typed, errors: form.errors })
  const { keptBy: keeper = '', weeks = 4, version = 0, open } = form.value
  const write = given.db.write(given.asker, 'plan.change', async tx => {
    const own = await ownFor(tx, given, citizenId)
    const stands = keptBy(await keepingOf(tx, own.municipalityId, own.records), own.own.partyId)
    const colleagues = (await candidatesFor(tx, mineOf(given), own.writes)).filter(each => each.own)
    if (!colleagues.some(each => each.personId === keeper)) throw new NotFound()
    const at = { key: keyOf(given, { ...stands, topic: null }), version }
    if (!(await keepPlan(tx, at, { keptBy: keeper, weeks, open }))) throw new Outdated('changed')
    return { value: undefined, about: aboutAll(own) }
  })
  const why = await storing(write)
  if (why) return await showKeeping(c, given, { typed: form.typed, errors: [], why })
  return c.redirect(paths.plan(given.municipality, citizenId), 303)
}

// Before the first is written there is nothing to follow.
function keptBy(all: readonly Keeping[], partyId: string): Keeping {
  const stands = all.find(each => each.partyId === partyId)
  if (!stands) throw new NotFound()
  return stands
}

function typedOf({ id, version, keptBy: keeper, weeks, closedAt }: Keeping): Typed {
  return {
    id,
    version: String(version),
    keptBy: keeper,
    weeks: String(weeks),
    ...(closedAt === null ? { open: '1' } : {}),
  }
}
