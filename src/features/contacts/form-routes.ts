// The answers that have the form of a talk in them, and what they need to be drawn.

import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { Form } from '../../platform/form.ts'
import { addDays, today } from '../../platform/time.ts'
import { arrivalsToday } from '../presence/arrival-rules.ts'
import { presentOn, timetableOf } from '../presence/occurrence-rules.ts'
import { readPresence } from '../presence/plan-queries.ts'
import type { Given } from '../routing.ts'
import { conflictBlock } from './conflict-pages.ts'
import { foundAgain, mineOf } from './draft-routes.ts'
import type { Draft } from './draft-routes.ts'
import type { RecordForm } from './forms.ts'
import type { MyDay } from './guess-rules.ts'
import { colleagues } from './queries.ts'
import type { FullContact } from './queries.ts'
import type { Mode, Places, Shown } from './record-forms.ts'
import { recordPage } from './record-pages.ts'

type Anyone = Given<Given['actor'], unknown>
export type Posted = Given<Given['actor'], Form<RecordForm>>

/** What can be chosen, and where the worker is today. */
export async function placesFor(
  given: Anyone,
): Promise<{ places: Places & { centres: { id: string; name: string; partyId: string }[] }; day: MyDay }> {
  const here = today(given.now)
  return await given.db.read(given.asker, 'presence.show', async tx => {
    const mine = mineOf(given)
    const { plan, arrivals } = await readPresence(tx, {
      municipalityId: mine.municipalityId,
      today: here,
      from: here,
      until: addDays(here, 1),
    })
    const own = presentOn(timetableOf(plan), here).filter(each => each.personId === mine.personId)
    const arrived = arrivalsToday(arrivals, given.now).findLast(
      each => each.personId === mine.personId && each.left === null,
    )
    const centres = await tx
      .selectFrom('centres')
      .select(['id', 'name', 'party_id as partyId'])
      .where('municipality_id', '=', mine.municipalityId)
      .orderBy('name')
      .execute()
    return {
      places: { centres, parties: plan.parties, colleagues: await colleagues(tx, mine) },
      day: {
        hours: own.map(({ centreId, partyId, hours }) => ({ centreId, partyId, ...hours })),
        arrivedAt: arrived?.centreId ?? null,
      },
    }
  })
}

/** The frame of a page that records a talk or makes an agreement. */
export function recording(given: Anyone, mode: 'record' | 'agree'): Frame {
  const { municipality, actor, now } = given
  const [href, backHref] = [paths.contacts(municipality), paths.today(municipality)]
  return { municipality, actor, now, mode, href, backHref, guessed: false }
}

/** The frame of a page that puts a talk right. */
export function correcting(given: Anyone, contactId: string): Frame {
  const { municipality, actor, now } = given
  const [href, backHref] = [paths.correctContact(municipality, contactId), paths.contact(municipality, contactId)]
  return { municipality, actor, now, mode: 'correct', href, backHref, guessed: false }
}

/** The form as it was typed, with those who were found, or with what must be put right. */
export async function showAgain(
  c: Context,
  given: Posted,
  at: { frame: Frame; draft: Extract<Draft, { ok: false }> },
): Promise<Response> {
  const { draft, frame } = at
  const { places } = await placesFor(given)
  const page = recordPage({ ...frame, ...places, typed: given.form.typed, errors: draft.errors, found: draft.found })
  return c.html(page, draft.errors.length === 0 ? 200 : 422)
}

/** Nothing is overwritten in silence: what stands and what was typed, on one page. */
export async function showConflict(
  c: Context,
  given: Posted,
  at: { stands: FullContact; why: 'taken' | 'changed' },
): Promise<Response> {
  const { stands, why } = at
  const [{ places }, found] = [await placesFor(given), await foundAgain(given, given.form.typed)]
  const typed = { ...given.form.typed, id: stands.id, version: String(stands.version) }
  const before = conflictBlock({ ...given, contact: stands, why })
  return c.html(recordPage({ ...correcting(given, stands.id), ...places, typed, errors: [], found, before }), 409)
}

type Frame = Pick<Shown, 'municipality' | 'actor' | 'now' | 'href' | 'backHref' | 'guessed'> & { mode: Mode }
