import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import { openWorld } from '../../../test/world.ts'
import { startJobs } from '../../jobs.ts'
import { newId } from '../../platform/id.ts'
import { deliver, writeMessage } from './commands.ts'

const world = await openWorld()
const { here } = world
const mail = await openMailServer()
const config = {
  ...world.house.config,
  smtpUrl: `smtp://127.0.0.1:${mail.port}`,
  mailFrom: 'Brobygger <bro@herby.example>',
}

async function write(recipient: string): Promise<string> {
  await world.house.db.write(world.as('administrator').asker, 'accounts.show', tx =>
    writeMessage(tx, { recipient, subject: 'Æblegrød', body: 'Hej\n\nhttps://herby.example/#token\n' }),
  )
  const [row] = await world.truth<{ id: string }>('select id from outbox where recipient = $1', [recipient])
  return row?.id ?? ''
}
const find = async (messageId: string) =>
  (
    await world.truth<{ sent: boolean; body: string }>(
      'select sent_at is not null as sent, body from outbox where id = $1',
      [messageId],
    )
  )[0]

describe('a message in the outbox', () => {
  it('stays there, to be read, when there is no mail server', async () => {
    const messageId = await write('one@herby.example')
    await deliver({ ...world.house, config: { ...config, smtpUrl: undefined } }, { municipalityId: here.id, messageId })
    assert.equal((await find(messageId))?.sent, false)
  })

  it('is sent once, however many jobs come for it, and its words are not kept', async () => {
    const messageId = await write('two@herby.example')
    const house = { ...world.house, config }
    await Promise.all([1, 2, 3].map(() => deliver(house, { municipalityId: here.id, messageId })))
    await deliver(house, { municipalityId: here.id, messageId })
    const taken = mail.taken.filter(text => text.includes('two@herby.example'))
    assert.equal(taken.length, 1)
    assert.match(taken[0] ?? '', new RegExp(`Message-ID: <${messageId}@herby\\.example>`))
    assert.deepEqual(await find(messageId), { sent: true, body: '' })
  })

  it('waits when the server does not take it, and no word of it is told', async () => {
    const messageId = await write('refused@herby.example')
    const refused = deliver({ ...world.house, config }, { municipalityId: here.id, messageId })
    await assert.rejects(
      refused,
      error => error instanceof Error && !/herby|Æble/.test(error.message + String(error.cause)),
    )
    assert.equal((await find(messageId))?.sent, false)
  })

  it('belongs to one municipality', async () => {
    const messageId = await write('three@herby.example')
    await deliver({ ...world.house, config }, { municipalityId: world.there.id, messageId })
    await deliver({ ...world.house, config }, { municipalityId: here.id, messageId: newId() })
    assert.equal((await find(messageId))?.sent, false)
  })

  it('is sent by itself within a moment where jobs run', async () => {
    const jobs = startJobs({ ...world.house, config }, world.ownerUrl)
    assert.equal(jobs.state(), 'starting')
    try {
      await jobs.started
      assert.equal(jobs.state(), true)
      const messageId = await write('four@herby.example')
      for (let count = 0; count < 100 && !(await find(messageId))?.sent; count++)
        await new Promise(resolve => setTimeout(resolve, 50))
      assert.equal((await find(messageId))?.sent, true)
    } finally {
      await jobs.stop()
    }
  })

  it('stops at once when it is told to before the queue has started', async () => {
    const jobs = startJobs({ ...world.house, config }, world.ownerUrl)
    await jobs.stop()
    await jobs.started
  })

  it('tells who waits for it that the queue cannot start, and stops all the same', async () => {
    const nowhere = new URL(world.ownerUrl)
    nowhere.pathname = '/nowhere'
    const jobs = startJobs({ ...world.house, config }, nowhere.href)
    await assert.rejects(jobs.started, /nowhere/)
    assert.equal(jobs.state(), 'starting')
    await jobs.stop()
  })
})

/** The outside world: a mail server that takes everything but what is for `refused@`. */
async function openMailServer(): Promise<{ port: number; taken: string[] }> {
  const taken: string[] = []
  const server = createServer(socket => {
    let inData = false
    let text = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    socket.on('error', () => undefined)
    say('220 here')
    socket.on('data', chunk => {
      text += chunk.toString()
      if (inData && text.endsWith('\r\n.\r\n')) {
        taken.push(text)
        inData = false
        text = ''
        return say('250 taken')
      }
      if (inData || !text.endsWith('\r\n')) return undefined
      const line = text
      text = ''
      if (/^data/i.test(line)) inData = true
      if (/^rcpt.*refused@/i.test(line)) return say('550 no refused@herby.example here')
      return say(inData ? '354 go on' : '250 yes')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  after(() => server.close())
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  return { port: (server.address() as AddressInfo).port, taken }
}
