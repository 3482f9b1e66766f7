// From what was typed about a talk to what can be stored: finds the citizen, asks the rules, and says what is wrong.

import { NotFound } from '../../platform/errors.ts'
import type { Form, Typed } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import { isId } from '../../platform/id.ts'
import { findCitizen, searchCitizens, subjectOfCitizen } from '../citizens/queries.ts'
import type { Citizen } from '../citizens/queries.ts'
import { recordParties } from '../people/rules.ts'
import type { Given } from '../routing.ts'
import { hasCpr } from '../citizens/cpr-rules.ts'
import type { RecordForm } from './forms.ts'
import type { Mine } from './queries.ts'
import { contentOf, refusalsOf } from './record-rules.ts'
import type { ContactContent } from './record-rules.ts'
import { recordSays } from './texts.da.ts'

export type Draft =
  | { ok: true; partyId: string; content: ContactContent; newCitizen: { id: string; alias: string } | undefined }
  | {
      ok: false
      errors: readonly { field: string; message: string }[]
      found: Citizen[] | undefined
      searched: boolean
    }

/** Whose records the actor sees, as every query wants it. */
export function mineOf({ municipality, actor }: Pick<Given, 'municipality' | 'actor'>): Mine {
  return { municipalityId: municipality.id, personId: actor.personId, parties: recordParties(actor) }
}

export async function draftOf(
  given: Given<Given['actor'], Form<RecordForm>>,
  standing: { open: boolean; partyId?: string },
): Promise<Draft> {
  const { form, now, actor } = given
  const asked = searchWanted(form.typed)
  const errors = form.ok
    ? [...refusalsOf(form.value, { now, standsOpen: standing.open }), ...withoutEffort(form.value)]
    : form.errors
  if (asked) return await searchedFor(given, asked, errors)
  if (!form.ok || errors.length > 0)
    return { ok: false, errors, found: await foundAgain(given, form.typed), searched: false }
  const partyId = standing.partyId ?? (await partyOf(given, form.value))
  const citizenId = citizenOf(form.value)
  const effort = form.value.effort ?? 'casework'
  const content = contentOf(form.value, { now, personId: actor.personId, citizenId, effort })
  const fresh = form.value.who === 'known' && form.value.citizen === 'new'
  return {
    ok: true,
    partyId,
    content,
    newCitizen: fresh && citizenId !== null ? { id: citizenId, alias: form.value.alias } : undefined,
  }
}

/** Who was found; where nobody is called so, "Ny" is chosen already, and to press Gem once more is all that is asked. */
async function searchedFor(
  given: Given<Given['actor'], unknown>,
  asked: Search,
  others: readonly Wrong[],
): Promise<Draft> {
  const found = await search(given, asked.alias)
  const own = found?.length === 0 ? asked.errors.filter(error => error.field !== 'citizen') : asked.errors
  return { ok: false, found, errors: asked.looking ? own : [...own, ...others], searched: true }
}

/** The citizens to show with a form that names one; shown, so logged. */
export async function foundAgain(given: Given<Given['actor'], unknown>, typed: Typed): Promise<Citizen[] | undefined> {
  if (typedIn({ typed }, 'who') !== 'known') return undefined
  const chosen = typedIn({ typed }, 'citizen')
  const alias = (typedIn({ typed }, 'alias') ?? '').trim()
  if (isId(chosen)) return [await citizenShown(given, chosen)]
  return alias === '' || hasCpr(alias) ? undefined : await search(given, alias)
}

/** A citizen of one's own party, or nothing that is there. */
export async function citizenShown(given: Given<Given['actor'], unknown>, citizenId: string): Promise<Citizen> {
  return await given.db.read(given.asker, 'contacts.record', async tx => {
    const citizen = await findCitizen(tx, mineOf(given), citizenId)
    if (!citizen) throw new NotFound()
    return { value: citizen, about: [subjectOfCitizen(citizen)] }
  })
}

async function search(given: Given<Given['actor'], unknown>, alias: string): Promise<Citizen[] | undefined> {
  if (alias === '' || hasCpr(alias)) return undefined
  return await given.db.read(given.asker, 'citizens.search', async tx => {
    const found = await searchCitizens(tx, mineOf(given), { words: alias, among: 'all' })
    return { value: found, about: found.map(subjectOfCitizen), kind: 'search', words: alias }
  })
}

// One searches by the button; and is asked to when a citizen is meant and nobody is chosen, or when the alias of a
// new one was changed after the search that found nobody.
function searchWanted(typed: Typed): Search | undefined {
  const text = (name: string) => (typedIn({ typed }, name) ?? '').replaceAll('\0', '').toWellFormed().trim()
  const [alias, chosen] = [[...text('alias')].slice(0, 80).join(''), text('citizen')]
  if (text('who') !== 'known') return undefined
  const looking = text('find') !== ''
  const refused = (field: string, message: string): Search => ({ alias, looking, errors: [{ field, message }] })
  if (hasCpr(alias)) return refused('alias', recordSays.cpr)
  if (alias === '' && (looking || chosen === '')) return refused('alias', recordSays.findFirst)
  if (looking) return { alias, looking, errors: [] }
  const settled = isId(chosen) || (chosen === 'new' && alias !== '' && alias === text('searched'))
  return settled ? undefined : refused('citizen', recordSays.choose)
}

type Wrong = { field: string; message: string }
interface Search {
  alias: string
  errors: Wrong[]
  /** Find was pressed: what else is wrong is not asked yet. */
  looking: boolean
}

function withoutEffort({ effort }: RecordForm) {
  return effort === undefined ? [{ field: 'effort', message: recordSays.effort }] : []
}

// A talk belongs to the party that knows its citizen; else to the one that was chosen, which must be one's own.
async function partyOf(given: Given<Given['actor'], unknown>, form: RecordForm): Promise<string> {
  const { parties } = mineOf(given)
  if (form.who === 'known' && isId(form.citizen) && parties.length > 1)
    return (await citizenShown(given, form.citizen)).partyId
  const party = form.party ?? parties[0]
  if (party === undefined || !parties.includes(party)) throw new NotFound()
  return party
}

function citizenOf({ who, citizen, newCitizenId }: RecordForm): string | null {
  if (who === 'anonymous') return null
  return citizen === 'new' ? (newCitizenId ?? null) : citizen
}
