import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { openWorld } from '../../test/world.ts'
import { evaluate } from '../features/evaluation/queries.ts'
import { bytesSource } from '../features/imports/sheet.ts'
import { day } from '../platform/time.ts'
import { importRegistrationFile } from './import-registrations.ts'

const world = await openWorld()
const { here, there, house } = world

async function take(slug: string, file: string): Promise<void> {
  await importRegistrationFile(house, {
    file: bytesSource(await readFile(file)),
    slug,
    dryRun: false,
    badRowsPath: undefined,
    choice: { createMissing: true, acceptGoodRows: false, update: false },
    onProgress: () => undefined,
  })
}

async function raw(municipalityId: string) {
  const asked = { municipalityId, from: day('2026-01-01'), to: day('2026-12-31'), raw: true }
  return await house.db.read({ municipalityId, personId: null }, 'operator.figures', tx => evaluate(tx, asked))
}

const none = { held: 0, noShow: 0, excused: 0, calledOff: 0, moved: 0, open: 0 }

describe('the sample spreadsheet', () => {
  it('gives the same figures as text and as LibreOffice saved it, equal to counts made by hand', async () => {
    await take(here.slug, 'test/fixtures/registreringer.csv')
    await take(there.slug, 'test/fixtures/registreringer-libreoffice.xlsx')
    const [text, sheet] = [await raw(here.id), await raw(there.id)]
    assert.deepEqual({ ...sheet, municipality: here.slug }, text)

    const { byMonth, ...rest } = text
    assert.equal(byMonth.length, 12)
    // Counted from the file with another program, line by line.
    assert.deepEqual(rest, {
      municipality: here.slug,
      from: '2026-01-01',
      to: '2026-12-31',
      contacts: 60,
      anonymousContacts: 12,
      citizens: 16,
      citizensNotKnownBefore: 5,
      citizensKnownBefore: 7,
      citizensNotAsked: 4,
      noShow: [
        { venue: 'centre', kind: 'booked', ...none, held: 12, noShow: 1, excused: 2, moved: 4, rate: 1 / 13 },
        { venue: 'centre', kind: 'statutory', ...none, held: 12, noShow: 2, excused: 1, moved: 1, rate: 2 / 14 },
        { venue: 'centre', kind: 'walkIn', ...none, held: 12, rate: null },
        { venue: 'home', kind: 'booked', ...none, held: 3, rate: 0 },
        { venue: 'home', kind: 'statutory', ...none, held: 2, moved: 1, rate: 0 },
        { venue: 'home', kind: 'walkIn', ...none, held: 2, rate: null },
        { venue: 'townHall', kind: 'booked', ...none, held: 3, rate: 0 },
        { venue: 'townHall', kind: 'statutory', ...none, held: 2, rate: 0 },
      ],
      citizensByTopic: { work: 7, mentalHealth: 7, health: 8, substanceUse: 11, economyAndHousing: 6 },
      contactsByHelpForm: { '1': 11, '2': 9, '3': 13, '4': 9, '5': 6, '6': 8, '7': 6, '8': 8 },
      citizensByIncome: { labourMarketBenefit: 9, pension: 5, wage: 0, other: 0, unknown: 2 },
      byCentre: [
        { centre: 'Café Broen', contacts: 21, citizens: 10 },
        { centre: 'Huset ved Havnen', contacts: 14, citizens: 9 },
        { centre: 'Kaffestuen', contacts: 12, citizens: 9 },
      ],
      byEffort: [
        { effort: 'casework', contacts: 26, citizens: 12, minutes: 420 },
        { effort: 'contactPerson', contacts: 17, citizens: 10, minutes: 265 },
        { effort: 'substanceUse', contacts: 17, citizens: 11, minutes: 350 },
      ],
      citizensNewInTreatment: 0,
    })
  })
})
