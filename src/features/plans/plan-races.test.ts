import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { planGround } from '../../../test/plans.ts'
import { openWorld } from '../../../test/world.ts'
import { paths } from '../../paths.ts'
import { newId } from '../../platform/id.ts'

// 20 races of each in `npm test`; 500 of each in `npm run faults`.
const races = process.env['BROBYGGER_WHOLE'] === 'on' ? 500 : 20
const world = await openWorld()
const { here } = world
const { citizen } = planGround(world)
const editors = [world.as('socialWorker'), world.as('coordinator')] as const
const viggo = await citizen('Viggo')

interface Raced {
  table: 'plan_parts' | 'steps'
  add: (id: string) => Promise<Response>
  save: (guest: (typeof editors)[number], id: string, typed: { words: string; version: string }) => Promise<Response>
}

const kinds: Record<string, Raced> = {
  'a part of the plan': {
    table: 'plan_parts',
    add: id => editors[0].post(paths.newPlanPart(here, viggo), { id, kind: 'goal', words: 'Først' }),
    save: (guest, id, typed) => guest.post(paths.planPart(here, viggo, id), { id, kind: 'goal', ...typed }),
  },
  'a step': {
    table: 'steps',
    add: id => editors[0].post(paths.newStep(here, viggo), { id, words: 'Først', whose: 'citizen' }),
    save: (guest, id, typed) => guest.post(paths.editStep(here, viggo, id), { id, whose: 'citizen', ...typed }),
  },
}

describe('two who write at the same moment', () => {
  for (const [name, { table, add, save }] of Object.entries(kinds)) {
    it(`on ${name} never overwrite each other in silence: one is stored, the other is shown both`, async () => {
      for (let race = 0; race < races; race += 1) {
        const id = newId()
        assert.equal((await add(id)).status, 303)
        const said = [`Omars ord ${race}`, `Karins ord ${race}`]
        const answers = await Promise.all(
          editors.map((guest, at) => save(guest, id, { words: said[at] ?? '', version: '1' })),
        )
        const winner = answers.findIndex(answer => answer.status === 303)
        assert.equal(answers[1 - winner]?.status, 409, `race ${race}`)
        const page = (await answers[1 - winner]?.text()) ?? ''
        for (const words of said) assert.ok(page.includes(words), `race ${race}: ${words} is not on the page`)
        const [row] = await world.truth<{ words: string; version: number; stood: string }>(
          `select t.words, t.version, v.stood ->> 'words' as stood from ${table} t join record_versions v
             on v.municipality_id = t.municipality_id and v.record_id = t.id where t.municipality_id = $1 and t.id = $2`,
          [here.id, id],
        )
        assert.deepEqual([row?.words, row?.version, row?.stood], [said[winner], 2, 'Først'])
      }
    })
  }
})
