import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { crashRun } from './crash.ts'

describe('a crash at any moment', () => {
  it(
    'loses nothing that was acknowledged, stores nothing twice and nothing without a log line',
    { timeout: 280_000 },
    async () => {
      const result = await crashRun(20)
      console.log(`# ${JSON.stringify(result)}`)
      assert.ok(result.acknowledged >= 20, 'the writers hardly wrote')
      assert.deepEqual(
        { lost: result.lost, twice: result.twice, withoutLog: result.withoutLog, diedByItself: result.diedByItself },
        { lost: 0, twice: 0, withoutLog: 0, diedByItself: 0 },
      )
    },
  )
})
