import type { Write } from '../../platform/db.ts'
import { InputRefused } from '../../platform/errors.ts'
import { today } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import type { House, Municipality } from '../routing.ts'
import { createLink } from '../sign-in/commands.ts'
import { addAccount } from './account-commands.ts'
import { roles } from './rules.ts'
import type { Role } from './rules.ts'
import { addMembership } from './role-commands.ts'
import { addPerson } from './staff-commands.ts'
import { isEmail } from './email-rules.ts'
import { findAccountByEmail, partyChoices } from './staff-queries.ts'

/** The operator's way to a first administrator: a person, a role from today, and a link to choose a password. */
export async function setUpUser({ db, config }: House, wish: Wish): Promise<{ link: string }> {
  const [found] = await db.call<Municipality>('find_municipality', [wish.slug])
  if (!found) throw new InputRefused(`There is no municipality at "${wish.slug}".`)
  const role = roles.find(each => each === wish.role)
  if (!role) throw new InputRefused(`"${wish.role}" is no role. Roles: ${roles.join(', ')}`)
  const email = wish.email.trim().toLowerCase()
  if (!isEmail(email)) throw new InputRefused(`"${wish.email}" is no e-mail address.`)
  const name = wish.name.trim()
  if (name === '' || name.length > 80 || !name.isWellFormed()) throw new InputRefused('A name has 1 to 80 characters.')
  return await db.write({ municipalityId: found.id, personId: null }, 'operator.set-up', async tx => {
    const account = await accountOf(tx, found.id, { email, name })
    await giveRole(tx, { municipality: found, config, personId: account.personId, role, wish })
    return await createLink(tx, { municipality: found, config, accountId: account.id })
  })
}

async function accountOf(
  tx: Write,
  municipalityId: string,
  who: { email: string; name: string },
): Promise<{ id: string; personId: string }> {
  const known = await findAccountByEmail(tx, municipalityId, who.email)
  if (known?.closed_at) throw new InputRefused(`The account of ${who.email} is closed: an administrator can open it.`)
  if (known) return { id: known.id, personId: known.person_id }
  const personId = await addPerson(tx, municipalityId, { name: who.name, trade: '' })
  return { id: await addAccount(tx, { municipalityId, personId }, who.email), personId }
}

// Somebody who has the role already keeps it, so that the command can be given again for a new link.
async function giveRole(
  tx: Write,
  at: Pick<House, 'config'> & { municipality: Municipality; personId: string; role: Role; wish: Wish },
): Promise<void> {
  const { municipality, role, wish } = at
  const parties = await partyChoices(tx, municipality.id)
  const party = parties.find(each => each.name === wish.party)
  if (wish.party !== undefined && !party) {
    throw new InputRefused(
      `There is no party "${wish.party}". There are: ${parties.map(each => each.name).join(', ') || 'none'}`,
    )
  }
  const days = { from: today(wish.now), until: undefined }
  const membership = { role, partyId: party?.id, effort: undefined, mayDecide: false, ...days }
  const added = await addMembership(tx, { ...at, wish: membership, now: wish.now, by: undefined })
  if ('wrong' in added && added.wrong.field !== 'role')
    throw new InputRefused(`The role ${role} does not fit --party. ${whereRolesAre}`)
}

const whereRolesAre =
  'Outreach workers and coordinators are in a unit; centre staff and managers in a centre; volunteers in either; the others have no party.'

interface Wish {
  slug: string
  email: string
  name: string
  role: string
  party: string | undefined
  now: Instant
}
