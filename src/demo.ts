import { sql } from 'kysely'
import { emailOf, personKeys, personOf } from '../demo/people.da.ts'
import { roleWords } from './features/people/texts.da.ts'
import { demoPassword } from './features/sign-in/rules.ts'
import type { OpenHouse } from './house.ts'
import { addDays, compareDays, day, daysFrom, readNow, today, weekdayOf } from './platform/time.ts'
import type { Day, Instant } from './platform/time.ts'

const slug = 'haderby'

/**
 * Loads the demo municipality on the first start, and on a later day what is new since: talks that are told now,
 * and agreements for two more weeks. Without the owner's login there is nobody who may.
 */
export async function loadDemo(house: Pick<OpenHouse, 'db' | 'ownerUrl'>, now: Instant = readNow()): Promise<void> {
  if (house.ownerUrl === undefined) return
  const [found] = await house.db.call<{ id: string; demo: boolean }>('find_municipality', [slug])
  if (found && !found.demo) return
  const last = found && (await lastDay(house, found.id))
  if (last && !hasWorkday(addDays(last, 1), addDays(today(now), 14))) return
  const { load } = await import('../demo/load.ts')
  await load(house, { now, last })
}

/** The demo sign-ins for the terminal, one a role. */
export function demoSignIns(): string {
  const people = personKeys.map(personOf)
  const firsts = people.filter((person, place) => people.findIndex(other => other.role === person.role) === place)
  const widest = Math.max(...firsts.map(({ role }) => roleWords[role].length))
  const lines = firsts.map(person => `  ${roleWords[person.role].padEnd(widest)}  ${emailOf(person)}`)
  return [`Sign in with the password ${demoPassword}:`, ...lines].join('\n')
}

async function lastDay({ db }: Pick<OpenHouse, 'db'>, municipalityId: string): Promise<Day | undefined> {
  const { rows } = await db.read({ municipalityId, personId: null }, 'operator.set-up', tx =>
    sql<{ day: string }>`select day from contacts where municipality_id = ${municipalityId}
      and created_by is null and import_key is null order by day desc limit 1`.execute(tx),
  )
  return rows[0] && day(rows[0].day)
}

// Holidays are not asked for: on the start of a day whose two weeks end with one, the same is loaded again.
function hasWorkday(first: Day, last: Day): boolean {
  return compareDays(first, last) <= 0 && daysFrom(first, addDays(last, 1)).some(each => weekdayOf(each) <= 5)
}
