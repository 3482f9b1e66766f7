import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { demoPassword } from './rules.ts'
import { wrongWithPassword } from './password-rules.ts'
import { texts } from './texts.da.ts'

const email = 'mette.lund@haderby.example'

describe('a chosen password', () => {
  it('has twelve signs at least', () => {
    assert.equal(wrongWithPassword('æblegrød 12', email), texts.choose.tooShort(12))
    assert.equal(wrongWithPassword('æblegrød 123', email), undefined)
  })

  it('is not the e-mail', () => {
    assert.equal(wrongWithPassword('Mette.Lund@haderby.example', email), texts.choose.isEmail)
    assert.equal(wrongWithPassword('x-mette.lund@haderby.example', email), texts.choose.isEmail)
    assert.equal(wrongWithPassword('mette.lund@haderby', email), texts.choose.isEmail)
  })

  it('is none of those that are tried first', () => {
    const common = [
      'adgangskode1',
      'Adgangskode2026!',
      'passwordpassword',
      '123456789012',
      'aaaaaaaaaaaa',
      'Velkommen123!',
    ]
    for (const each of [...common, 'qwertyuiopå1', 'qwertyuiopåa', '1q2w3e4r5t6y', 'abcabcabcabc', 'Brobygger2026']) {
      assert.equal(wrongWithPassword(each, email), texts.choose.common, each)
    }
  })

  it('may be a few ordinary words', () => {
    for (const each of ['kaffe ved havnen', 'tre blå cykler', 'sommerfugle i maven', demoPassword, 'k7#Qw!zR02bn']) {
      assert.equal(wrongWithPassword(each, email), undefined, each)
    }
  })
})
