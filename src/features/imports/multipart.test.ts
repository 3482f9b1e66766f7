import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formParts, NoForm, textOf } from './multipart.ts'

async function* inSteps(bytes: Uint8Array, steps: number[]) {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const step = steps[turn % steps.length] ?? 1
    yield bytes.subarray(at, at + step)
    at += step
  }
}

async function read(bytes: Uint8Array, type: string, steps = [64]) {
  const found: { name: string; fileName: string | undefined; text: string }[] = []
  for await (const { name, fileName, content } of formParts(inSteps(bytes, steps), type))
    found.push({ name, fileName, text: await textOf(content, 1_000_000) })
  return found
}

const form = new FormData()
form.set('kind', 'registrations')
form.set('file', new File(['dato;sted\r\n--x\r\n1;æ\r\n'], 'Mine "tal".csv'))
const request = new Request('http://x/', { method: 'POST', body: form })
const type = request.headers.get('content-type') ?? ''
const bytes = new Uint8Array(await request.arrayBuffer())

const parts = [
  { name: 'kind', fileName: undefined, text: 'registrations' },
  { name: 'file', fileName: 'Mine "tal".csv', text: 'dato;sted\r\n--x\r\n1;æ\r\n' },
]

test('the fields and the file of a form come one after the other, wherever the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 9 }), async steps => {
      assert.deepEqual(await read(bytes, type, steps), parts)
    }),
    { numRuns: 60 },
  )
})

test('a part that nobody reads is passed over', async () => {
  const names: string[] = []
  for await (const { name } of formParts(inSteps(bytes, [7]), type)) names.push(name)
  assert.deepEqual(names, ['kind', 'file'])
})

test('a body that is no form, or breaks off, is told apart from a form', async () => {
  for (const [body, contentType] of [
    ['a=1', 'application/x-www-form-urlencoded'],
    ['--x\r\n', 'multipart/form-data'],
    ['--y--', 'multipart/form-data; boundary=x'],
    ['--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', 'multipart/form-data; boundary=x'],
    [`--x\r\n${'h'.repeat(5000)}\r\n\r\n`, 'multipart/form-data; boundary=x'],
  ] as const)
    await assert.rejects(read(Buffer.from(body), contentType), NoForm, body.slice(0, 20))
})
