import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'
import { contactTexts, rightsTexts as t } from './texts.da.ts'

const world = await openWorld()
const { here, there } = world
const [admin, manager] = [world.as('administrator'), world.as('manager')]
const own = here.controllers.private
const [ours] = await world.truth<{ id: string }>(
  `select id from controllers where municipality_id = $1 and kind = 'public'`,
  [here.id],
)
const municipal = ours?.id ?? ''
const read = async (path: string) => await (await world.visitor.get(path)).text()
const plain = (page: string) =>
  (/<main[^>]*>(.*)<\/main>/s.exec(page)?.[1] ?? '')
    .replaceAll(
      /<\/(?:h\d|p|li|div)>/g,
      (end, at: number, all: string) => (/[.:?]\s*$/.test(all.slice(0, at)) ? ' ' : '. ') + end,
    )
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&\w+;|&#\d+;/g, ' ')

describe('the page of rights', () => {
  it('tells everybody what article 13 asks for, in the words of who answers', async () => {
    const [page, privately] = [await read(paths.rights(here)), await read(paths.rightsOf(here, own))]
    for (const words of [t.who, t.what, t.law, t.see, t.from, t.long, t.rights]) {
      assert.ok(page.includes(words) && privately.includes(words), words)
    }
    for (const [title = '', text = ''] of Object.values(t.rightsList))
      assert.ok(page.includes(title) || privately.includes(title), text)
    assert.ok(page.includes('Carl Jacobsens Vej 35, 2500 Valby') && page.includes('artikel 6, stk. 1, litra e'))
    assert.ok(page.includes('Jobcenter') && !privately.includes('Jobcenter'))
    assert.ok(privately.includes(t.whatList.private[0] ?? '!') && !page.includes(t.whatList.private[0] ?? ''))
    assert.ok(privately.includes('når du klart har sagt ja til netop det'), 'court at a private controller')
    assert.ok(page.includes(paths.rightsOf(here, own)), 'the way to who answers for themselves')
    assert.doesNotMatch(plain(page), /samtykke/, 'the ground is not called consent')
    for (const text of [page, privately]) assert.ok(lix(plain(text)) < 34, String(lix(plain(text))))
  })

  it('says how long things are kept as the rules say it, and of broken glass only where it can be broken', async () => {
    await world.truth(
      `update retention_rules set months = 31 where municipality_id = $1 and controller_id = $2 and record_kind = 'contact'`,
      [here.id, own],
    )
    assert.ok((await read(paths.rightsOf(here, own))).includes(t.act.delete(31)))
    assert.ok(!(await read(paths.rights(here))).includes(t.glass))
    await world.truth('update municipalities set breaks_glass = true where id = $1', [here.id])
    assert.ok((await read(paths.rights(here))).includes(t.glass))
    assert.ok(!(await read(paths.rightsOf(here, own))).includes(t.glass))
  })

  it('makes up nobody to reach: what is missing is told to those who can say it, and they alone say it', async () => {
    for (const [guest, path, told] of [
      [world.visitor, paths.rights(here), false],
      [world.as('worker'), paths.rights(here), false],
      [manager, paths.rights(here), false],
      [admin, paths.rights(here), true],
      [world.visitor, paths.rightsOf(here, own), false],
      [manager, paths.rightsOf(here, own), true],
      [admin, paths.rightsOf(here, own), false],
    ] as const) {
      const page = await (await guest.get(path)).text()
      assert.equal(page.includes(t.missing), told, path)
      assert.ok(page.includes(t.ask))
    }
    const form = { contact: 'Blå Port, Havnegade 3, 70 11 11 11', officer: 'raad@herby.example' }
    const said = paths.rightsContact(here, own)
    assert.equal((await world.as('worker').post(said, form)).status, 404)
    assert.equal((await manager.post(paths.rightsContact(here, municipal), form)).status, 404)
    assert.equal((await manager.get(paths.rightsContact(here, newId()))).status, 404)
    const long = await manager.post(said, { ...form, contact: 'x'.repeat(301) })
    assert.equal(long.status, 422)
    assert.ok((await long.text()).includes('raad@herby.example'), 'what was typed stays')
    for (let twice = 0; twice < 2; twice += 1) assert.equal((await manager.post(said, form)).status, 303)
    const page = await read(paths.rightsOf(here, own))
    assert.ok(page.includes(form.contact) && page.includes(form.officer) && !page.includes(t.ask))
    assert.ok((await (await manager.get(said)).text()).includes(contactTexts.officer))
    const [elsewhere] = await world.truth<{ id: string }>('select id from controllers where municipality_id = $1', [
      there.id,
    ])
    assert.equal((await world.visitor.get(paths.rightsOf(here, elsewhere?.id ?? ''))).status, 404)
  })

  it('is reached from the board, from the matrix of yeses and from everything about me', async () => {
    assert.ok((await read(paths.board(here))).includes(paths.rights(here)))
    const [citizen, worker] = [newId(), world.as('worker')]
    await worker.post(paths.newCitizen(here), { id: citizen, alias: 'Vera', another: '1' })
    for (const path of [paths.consents, paths.citizenEverything])
      assert.ok((await (await worker.get(path(here, citizen))).text()).includes(paths.rightsOf(here, municipal)))
  })
})

/** Words a sentence, and how many of a hundred have more than six letters. */
function lix(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const sentences = text.match(/[.:?!]+(?=\s|$)/g) ?? []
  return Math.round(
    words.length / sentences.length + (100 * words.filter(word => word.length > 6).length) / words.length,
  )
}
