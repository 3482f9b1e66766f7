import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from '../../app.ts'
import { paths } from '../../paths.ts'
import { openWorld } from '../../../test/world.ts'

const world = await openWorld()
const { here, there } = world
const administrator = world.as('administrator')
for (const place of [here, there]) {
  await world.truth(
    `insert into outbox (municipality_id, id, recipient, subject, body) values ($1, gen_random_uuid(), 'vera@x.example', 'Emne i ' || $2, 'Åbn https://x.example/link#hemmelig <b>')`,
    [place.id, place.name],
  )
}

describe('the outbox', () => {
  it('shows an administrator what would be sent, of the own municipality alone', async () => {
    const page = await (await administrator.get(paths.outbox(here))).text()
    assert.ok(page.includes('Emne i Herby') && page.includes('link#hemmelig') && page.includes('&lt;b&gt;'))
    assert.ok(!page.includes('Emne i Derby'))
    assert.equal((await world.truth('select 1 from outbox where municipality_id = $1', [there.id])).length, 1)
  })

  it('shows nobody a link once a mail server carries it', async () => {
    const app = createApp({ ...world.house, config: { ...world.house.config, smtpUrl: 'smtp://127.0.0.1:1' } })
    const answer = await app.request(paths.outbox(here), { headers: { cookie: administrator.cookie } })
    const page = await answer.text()
    assert.equal(answer.status, 200)
    assert.ok(page.includes('vera@x.example') && !page.includes('hemmelig') && !page.includes('Emne'))
  })

  it('is not there for anybody else', async () => {
    for (const name of ['officer', 'leader', 'manager', 'worker'] as const) {
      assert.equal((await world.as(name).get(paths.outbox(here))).status, 404)
    }
  })
})
