import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { openWorld } from '../../../test/world.ts'
import type { Guest } from '../../../test/world.ts'
import { photoType, withoutMetadata } from './photo-rules.ts'

const world = await openWorld()
const { here } = world
const worker = world.as('worker')

const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, Buffer.from('JFIF\0')),
  segment(0xe1, Buffer.from('Exif\0\0 GPS 55.67 12.56')),
  segment(0xdb, Buffer.alloc(64, 1)),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd9]),
  Buffer.from('Exif of a second image'),
])

async function upload(guest: Guest, bytes: Buffer | string, type = 'image/jpeg'): Promise<Response> {
  const body = new FormData()
  body.set('photo', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], 'me.jpg', { type }))
  const headers = { cookie: guest.cookie, 'sec-fetch-site': 'same-origin' }
  return await world.app.request(paths.photoUpload(here), { method: 'POST', body, headers })
}

const card = {
  name: 'Mette',
  trade: 'Sagsbehandler',
  phone: '+45 12 34 56 78',
  phonePublic: '1',
  comeWith: 'breve og penge',
}
const stored = async () => (await world.truth('select * from people where id = $1', [worker.personId]))[0]

describe('one’s own card', () => {
  it('keeps what one wants to be called, and a number as digits', async () => {
    assert.equal((await worker.post(paths.profile(here), card)).status, 303)
    const row = await stored()
    assert.deepEqual([row?.['public_name'], row?.['work_phone'], row?.['phone_public']], ['Mette', '12345678', true])
    assert.match(await (await worker.get(paths.profile(here))).text(), /12&nbsp;34|12\u00A034/)
  })

  it('shows a refused form again with all that was typed, and stores nothing of it', async () => {
    const answer = await worker.post(paths.profile(here), { ...card, name: 'Mette Lund', phone: '12 34' })
    const page = await answer.text()
    assert.equal(answer.status, 422)
    for (const words of ['Mette Lund', 'value="12 34"', 'Skriv et telefonnummer med 8 tal'])
      assert.ok(page.includes(words), words)
    assert.equal((await stored())?.['public_name'], 'Mette')
  })

  it('cannot show a number that is not there', async () => {
    const answer = await worker.post(paths.profile(here), { ...card, phone: '' })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /Skriv et nummer/)
  })

  it('is asked for at the door of a visitor', async () => {
    assert.equal((await world.visitor.get(paths.profile(here))).status, 303)
    assert.equal((await world.visitor.post(paths.profile(here), card)).status, 401)
  })
})

describe('a photo', () => {
  it('is taken without what the camera wrote, and shown to nobody but its owner until a yes', async () => {
    assert.equal((await upload(worker, jpeg)).status, 303)
    const own = await worker.get(paths.personPhoto(here, worker.personId))
    const bytes = Buffer.from(await own.arrayBuffer())
    assert.equal(own.headers.get('content-type'), 'image/jpeg')
    assert.ok(!bytes.includes('GPS') && !bytes.includes('second image') && bytes.includes('JFIF'))
    for (const guest of [world.visitor, world.as('administrator')]) {
      assert.equal((await guest.get(paths.personPhoto(here, worker.personId))).status, 404)
    }
    assert.equal((await world.truth('select 1 from person_photos where person_id = $1', [worker.personId])).length, 1)
  })

  it('is shown to everybody after a yes, and to nobody when the yes is taken back', async () => {
    await worker.post(paths.profile(here), { ...card, photoPublic: '1' })
    assert.equal((await world.visitor.get(paths.personPhoto(here, worker.personId))).status, 200)
    await worker.post(paths.profile(here), card)
    assert.equal((await world.visitor.get(paths.personPhoto(here, worker.personId))).status, 404)
  })

  it('that is not what it says is refused, and the one before stays', async () => {
    for (const wrong of [
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      '<html>',
      'GIF89a',
      jpeg.subarray(0, 30),
    ]) {
      const answer = await upload(worker, wrong)
      assert.equal(answer.status, 422)
      assert.match(await answer.text(), /ikke et foto/)
    }
    const [row] = await world.truth<{ image: Buffer }>('select image from person_photos where person_id = $1', [
      worker.personId,
    ])
    assert.equal(row?.image.subarray(0, 2).toString('hex'), 'ffd8')
  })

  it('is known by its bytes, whatever its name and type say', async () => {
    await upload(worker, jpeg, 'text/html')
    assert.equal((await worker.get(paths.personPhoto(here, worker.personId))).headers.get('content-type'), 'image/jpeg')
  })

  it('of more than 500 KB is refused, however much is sent', async () => {
    for (const size of [501_000, 3_000_000, 30_000_000]) {
      const answer = await upload(worker, Buffer.concat([jpeg.subarray(0, 3), Buffer.alloc(size)]))
      assert.equal(answer.status, 422)
      assert.match(await answer.text(), /større end 500 KB/)
    }
  })

  it('is asked for again when none was chosen', async () => {
    const answer = await worker.post(paths.photoUpload(here), { photo: 'x' })
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /Vælg et foto først/)
  })

  it('is deleted with the yes to show it', async () => {
    await worker.post(paths.profile(here), { ...card, photoPublic: '1' })
    assert.equal((await worker.post(paths.photoRemove(here))).status, 303)
    assert.deepEqual(await world.truth('select 1 from person_photos where person_id = $1', [worker.personId]), [])
    assert.equal((await stored())?.['photo_public'], false)
  })
})

describe('the bytes of a photo', () => {
  it('lose their metadata as PNG and as WebP too', () => {
    const chunk = (name: string, body: string) => {
      const head = Buffer.alloc(8)
      head.writeUInt32BE(body.length)
      head.write(name, 4)
      return Buffer.concat([head, Buffer.from(body), Buffer.alloc(4)])
    }
    const signature = Buffer.from('89504e470d0a1a0a', 'hex')
    const png = Buffer.concat([
      signature,
      chunk('IHDR', 'h'),
      chunk('eXIf', 'GPS'),
      chunk('tEXt', 'Mette'),
      chunk('IDAT', 'i'),
      chunk('IEND', ''),
    ])
    assert.equal(photoType(png), 'image/png')
    const cleanPng = withoutMetadata(png, 'image/png')
    assert.deepEqual(cleanPng, Buffer.concat([signature, chunk('IHDR', 'h'), chunk('IDAT', 'i'), chunk('IEND', '')]))

    const riff = (name: string, body: Buffer) => {
      const head = Buffer.alloc(8)
      head.write(name)
      head.writeUInt32LE(body.length, 4)
      return Buffer.concat([head, body])
    }
    const vp8x = Buffer.alloc(10)
    vp8x[0] = 0x0c
    const body = Buffer.concat([
      Buffer.from('WEBP'),
      riff('VP8X', vp8x),
      riff('VP8 ', Buffer.alloc(4)),
      riff('EXIF', Buffer.from('GPSx')),
    ])
    const webp = riff('RIFF', body)
    assert.equal(photoType(webp), 'image/webp')
    const clean = withoutMetadata(webp, 'image/webp')
    assert.ok(clean && !clean.includes('GPSx') && clean[20] === 0 && clean.readUInt32LE(4) === clean.length - 8)
  })
})
