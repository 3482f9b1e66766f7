import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import type { PersonName } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { addDays, formatDayField, readNow, today } from '../../platform/time.ts'
import { giveTexts, texts } from './texts.da.ts'

const world = await openWorld()
const { here } = world
const day = today(readNow())

async function citizenOf(name: PersonName): Promise<string> {
  const id = newId()
  assert.equal(
    (await world.as(name).post(paths.newCitizen(here), { id, alias: `Peter ${name}`, another: '1' })).status,
    303,
  )
  return id
}
const formOf = (said: Record<string, string | string[]>) => ({
  id: newId(),
  receiver: here.parties.social,
  ground: 'disclose',
  from: formatDayField(day),
  until: formatDayField(addDays(day, 30)),
  how: 'oral',
  witness: 'Ib',
  ...said,
})
const topicsOf = async (citizen: string) =>
  (
    await world.truth<{ topics: number }>(
      'select topics from consents where municipality_id = $1 and citizen_id = $2',
      [here.id, citizen],
    )
  ).map(row => row.topics)

describe('court and police', () => {
  it('at a private centre is a tick of the citizen’s own beside the law’s sentence, never one of many', async () => {
    const [manager, citizen] = [world.as('manager'), await citizenOf('manager')]
    const page = await (await manager.get(paths.newConsent(here, citizen))).text()
    assert.ok(page.includes(giveTexts.courtHint) && !page.includes('value="court"'))
    const among = await manager.post(paths.newConsent(here, citizen), formOf({ topics: ['work', 'court'] }))
    assert.equal(among.status, 422)
    assert.ok((await among.text()).includes(giveTexts.wrong.court))
    assert.deepEqual(await topicsOf(citizen), [])
    assert.equal((await manager.post(paths.newConsent(here, citizen), formOf({ topics: 'work' }))).status, 303)
    assert.equal((await manager.post(paths.newConsent(here, citizen), formOf({ court: '1' }))).status, 303)
    assert.deepEqual(
      (await topicsOf(citizen)).toSorted((a, b) => a - b),
      [1, 32],
    )
    assert.ok((await (await manager.get(paths.consents(here, citizen))).text()).includes(texts.basis.private.text))
  })

  it('at an authority is one of the topics', async () => {
    const [social, citizen] = [world.as('socialWorker'), await citizenOf('socialWorker')]
    const page = await (await social.get(paths.newConsent(here, citizen))).text()
    assert.ok(page.includes('value="court"') && !page.includes(giveTexts.courtHint))
    const given = formOf({ topics: ['work', 'court'], receiver: here.parties.jobcentre })
    assert.equal((await social.post(paths.newConsent(here, citizen), given)).status, 303)
    assert.deepEqual(await topicsOf(citizen), [33])
  })
})
