import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import type { Route } from '../src/features/routing.ts'
import { features } from '../src/sitemap.ts'
import { chooser, hostileBodies, hostileHeaders, hostileTexts } from './hostile.ts'
import { filled, idsOf } from './isolation/ids.ts'
import { fillEveryTable } from './isolation/rows.ts'
import { openWorld } from './world.ts'
import type { Guest, PersonName } from './world.ts'

// A part of all combinations in `npm test`, chosen by a seed that is printed; all of them in `npm run faults`.
const whole = process.env['BROBYGGER_WHOLE'] === 'on'
const choose = chooser(Number(process.env['BROBYGGER_SEED'] ?? Number.NaN) || undefined)
const each = (list: readonly string[]) => choose.some(list, whole ? list.length : 8)
console.log(`# bad input: seed ${choose.seed}`)

const world = await openWorld()
await fillEveryTable(world)
const ids = await idsOf(world, world.here, 'worker')
const routes = features.flatMap(feature => feature.table).filter(route => !route.path.endsWith('/live'))

function guestFor(route: Route): Pick<Guest, 'get' | 'post'> {
  const { who } = route.spec
  if (who === 'everybody') return world.visitor
  const names = Object.keys(world.here.people) as PersonName[]
  const name =
    who === 'signedIn'
      ? 'worker'
      : names.find(person => world.as(person).actor.memberships.some(held => who.includes(held.role)))
  assert.ok(name, `nobody in the world may use ${route.path}`)
  return world.as(name)
}

async function rowsStored(): Promise<string> {
  const tables = await world.truth<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  )
  const uncounted = /^access_log|^log_batches|^sessions|^sign_in_tries|^figure/
  const counts = tables
    .filter(({ name }) => !uncounted.test(name))
    .map(({ name }) => `select '${name}' as name, count(*) as count from ${name}`)
  return JSON.stringify(await world.truth(counts.join(' union all ')))
}

/** Never 500, nothing stored when refused, and what was typed is still on the page. */
async function assertBorne(answer: Response, asked: string): Promise<string> {
  const text = await answer.text()
  assert.ok(answer.status < 500 || answer.status === 503, `${answer.status} for ${asked}`)
  return text
}

describe('bad input', () => {
  beforeEach(() => world.mend())

  for (const route of routes) {
    const name = `${route.method} /{slug}${route.path}`
    const guest = guestFor(route)
    const fields = Object.keys(route.form?.shape ?? {})

    it(`${name} has an answer to every bad address`, async () => {
      const parameters = [...route.path.matchAll(/:([a-zA-Z]+)/g)].map(match => match[1] ?? '')
      for (const parameter of parameters) {
        for (const text of each(hostileTexts).filter(
          value => value !== '' && value.length < 5_000 && value.isWellFormed(),
        )) {
          const path = filled(world.here, route.path, { ...ids, [parameter]: text })
          const answer = route.method === 'GET' ? await guest.get(path) : await guest.post(path)
          await assertBorne(answer, `${name} with :${parameter} = ${JSON.stringify(text.slice(0, 40))}`)
        }
      }
      if (route.method === 'POST') return
      for (const text of each(hostileTexts).filter(value => value.isWellFormed() && value.length < 5_000)) {
        const query = [
          'from',
          'to',
          'period',
          'centre',
          'effort',
          'day',
          'before',
          'size',
          'next',
          'worker',
          'kind',
          'outcome',
          'page',
        ]
          .map(key => `${key}=${encodeURIComponent(text)}`)
          .join('&')
        await assertBorne(
          await guest.get(`${filled(world.here, route.path, ids)}?${query}`),
          `${name}?…=${JSON.stringify(text.slice(0, 40))}`,
        )
      }
    })

    it(`${name} has an answer to every odd header`, async () => {
      for (const headers of hostileHeaders) {
        const path = filled(world.here, route.path, ids)
        const answer = route.method === 'GET' ? await guest.get(path, headers) : await guest.post(path, {}, headers)
        await assertBorne(answer, `${name} with ${JSON.stringify(headers).slice(0, 80)}`)
      }
    })

    if (route.method === 'GET') continue

    it(`${name} stores nothing of a refused form, and shows it again with all that was typed`, async () => {
      for (const field of fields) {
        for (const text of each(hostileTexts)) {
          const before = await rowsStored()
          const typed = `skrevet i ${field}`
          const rest = Object.fromEntries(
            fields
              .filter(other => other !== field)
              .map(other => [other, ids[other] ?? (/password|code|totp/i.test(other) ? 'x' : typed)]),
          )
          const answer = await guest.post(filled(world.here, route.path, ids), { ...rest, [field]: text })
          const page = await assertBorne(answer, `${name} with ${field} = ${JSON.stringify(text.slice(0, 40))}`)
          if (answer.status >= 400)
            assert.equal(await rowsStored(), before, `${name} stored something and answered ${answer.status}`)
          if (answer.status === 422)
            assert.ok(
              page.includes('id="error-summary"') || page.includes('error-summary'),
              `${name} says nothing of what is wrong`,
            )
        }
      }
    })

    it(`${name} has an answer to a body that is no form`, async () => {
      for (const { type, body } of hostileBodies) {
        const cookie = 'cookie' in guest ? String(guest.cookie) : ''
        const answer = await world.app.request(filled(world.here, route.path, ids), {
          method: 'POST',
          body,
          headers: { 'content-type': type, cookie, 'sec-fetch-site': 'same-origin' },
        })
        await assertBorne(answer, `${name} with ${type} ${body.slice(0, 20)}`)
      }
    })
  }

  it('has an answer to addresses and methods that nobody links to', async () => {
    for (const path of [
      '/%',
      '/%00',
      '/%E0%A4%A',
      '//',
      '/herby/%2e%2e/%2e%2e',
      '/HERBY',
      `/${'x'.repeat(8_000)}`,
      '/herby//today',
      '/assets/../package.json',
      '/assets/%2e%2e%2fpackage.json',
    ]) {
      await assertBorne(await world.visitor.get(path), path)
    }
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await world.app.request('/herby', { method, headers: { 'sec-fetch-site': 'same-origin' } })
      assert.equal(answer.status, 404)
    }
  })
})
