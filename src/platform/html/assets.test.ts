import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { asset, assetsApp, type AssetName } from './assets.ts'

const get = async (address: string, coding = '') =>
  assetsApp.request(address.replace('/assets', ''), { headers: { 'accept-encoding': coding } })

test('a file may be kept for ever, because its address changes with its content', async () => {
  const answer = await get(asset('base.css'))
  strictEqual(answer.status, 200)
  strictEqual(answer.headers.get('content-type'), 'text/css; charset=utf-8')
  match(answer.headers.get('cache-control') ?? '', /max-age=31536000, immutable/)
  match(asset('base.css'), /^\/assets\/base\.[0-9a-f]{12}\.css$/)
})

test('what is not on the list, or has another hash, is not found', async () => {
  const addresses = ['/assets/base.css', '/assets/base.000000000000.css', '/assets/%2e%2e%2fpackage.json', '/assets/x']
  const answers = await Promise.all(addresses.map(address => get(address)))
  deepStrictEqual(new Set(answers.map(answer => answer.status)), new Set([404]))
})

test('a sheet is packed as the browser can take it', async () => {
  const plain = await (await get(asset('base.css'))).text()
  const packed = await get(asset('base.css'), 'gzip, deflate, br')
  strictEqual(packed.headers.get('content-encoding'), 'br')
  strictEqual(brotliDecompressSync(Buffer.from(await packed.arrayBuffer())).toString(), plain)
  strictEqual((await get(asset('base.css'), 'gzip')).headers.get('content-encoding'), 'gzip')
  strictEqual((await get(asset('base.css'), 'br;q=0')).headers.get('content-encoding'), null)
  strictEqual((await get(asset('plex-400.woff2'), 'br')).headers.get('content-encoding'), null)
})

test('the style and the type of the board weigh at most 54 KiB, so that 6 are left for the page itself', async () => {
  const names: AssetName[] = ['base.css', 'board.css', 'plex-400.woff2', 'plex-600.woff2']
  const sizes = await Promise.all(
    names.map(async name => (await (await get(asset(name), 'br')).arrayBuffer()).byteLength),
  )
  const sum = sizes.reduce((one, other) => one + other, 0)
  ok(sum <= 54 * 1024, `they weigh ${sum} bytes`)
})

test('the browser scripts come as plain modules that name each other by their hashed addresses', async () => {
  const script = await (await get(asset('live.js'))).text()
  ok(script.includes(`from '${asset('trusted.js')}'`))
  ok(!/\binterface\b|: HTMLElement/.test(script))
})

test('all browser scripts together weigh less than 50 KiB', async () => {
  const names: AssetName[] = ['form-once.js', 'idle.js', 'live.js', 'trusted.js']
  const sizes = await Promise.all(
    names.map(async name => (await (await get(asset(name), 'br')).arrayBuffer()).byteLength),
  )
  ok(sizes.reduce((one, other) => one + other, 0) < 50 * 1024)
})
