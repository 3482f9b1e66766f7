import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { formatDayField, readNow, today } from '../src/platform/time.ts'
import { openWorld } from '../test/world.ts'
import { axeFindings, openHouse } from './browser.ts'
import { meetsSomebodyNew, openHaderby } from './haderby.ts'
import type { Hands } from './keyboard.ts'

// Thomas (domain 157–162): sees badly, forgets, and his money is a mess. First MitID, then a power of attorney, then
// the debt adviser: each waits for the one before. Two parties help him, and he says what he needs himself.
const world = await openWorld()
const house = await openHouse(world)
after(() => house.close())
const haderby = await openHaderby(world, house)
const now = formatDayField(today(readNow()))
const [karin, omar] = [await haderby.at('Karin Holm'), await haderby.at('Omar Yildiz')]

let address = ''
const toThomas = async (hands: Hands) => await hands.page.goto(address)

describe('Thomas, who cannot find his way in his papers', () => {
  it('comes to the adviser at the centre, shown the way by the house, and wants large print', async () => {
    await karin.press('Registrér en samtale')
    await karin.choose('Ude', 'Hvor?')
    await meetsSomebodyNew(karin, 'Tømrer-Thomas')
    await karin.choose('45', 'Hvor længe?')
    await karin.choose('Rusmidler', 'Hvad talte I om?')
    await karin.choose('Råd om helbred og rus', 'Hvad hjalp du med?')
    await karin.unfold('Mere om samtalen')
    await karin.choose('Værestedet', 'Hvem viste vej til dig?')
    await karin.press('Gem')
    await karin.press('Borgere')
    await karin.press('Tømrer-Thomas')
    address = karin.page.url()
    await karin.press('Kort og ønsker')
    await karin.choose('Stor skrift')
    await karin.choose('Gå med')
    await karin.write('Hvornår må vi ringe?', 'efter kl. 10')
    await karin.press('Gem')
    await toThomas(karin)
    await karin.reads('Stor skrift', 'Gå med', 'Ring helst efter kl. 10')
  })

  it('has three steps that wait for each other, and sees it', async () => {
    await step('Jeg får MitID')
    await step('Jeg laver en fuldmagt', 'Jeg får MitID')
    await step('Jeg møder gældsrådgiveren', 'Jeg laver en fuldmagt')
    await toThomas(karin)
    await karin.reads('Venter på: Jeg får MitID', 'Venter på: Jeg laver en fuldmagt')
    assert.deepEqual(await axeFindings(karin.page), [])
  })

  it('lets his contact person read along about money, and go along to the town hall', async () => {
    assert.equal((await toThomas(omar))?.status(), 404)
    await toThomas(karin)
    await karin.press('Se hvem og hvad')
    await karin.press('Giv et nyt ja')
    await karin.choose('SKP-team', 'Hvem må se noget om dig?')
    await karin.choose('Penge og bolig', 'Hvad må de se noget om?')
    await karin.press('Ja, det vil jeg')
    await toThomas(karin)
    await karin.press('Aftaler andre steder')
    await karin.press('Ny aftale')
    await karin.choose('Rådhus', 'Hvor er det?')
    await karin.write('Hvad er det?', 'Borgerservice')
    await karin.write('Dag', now)
    await karin.write('Tag med', 'Pas og sundhedskort')
    await karin.pick('Hvem går med?', 'Omar Yildiz')
    await karin.choose('Penge og bolig', 'Må andre se det?')
    await karin.press('Gem aftalen')
    await toThomas(omar)
    await omar.reads(
      'Borgerservice',
      'Tag med: Pas og sundhedskort',
      'Omar går med.',
      'Det her hører til Rusmiddelcenter.',
    )
    await omar.readsNot('rusmidler')
  })

  it('gets MitID, and the next step begins by itself', async () => {
    await done('Jeg får MitID', 'Det var nemmere, end jeg troede')
    await toThomas(karin)
    await karin.reads('Næste skridt Jeg laver en fuldmagt')
  })

  it('gives a power of attorney, on paper in large type, for one thing and with an end', async () => {
    await karin.press('Se hvem og hvad')
    await karin.press('Se fuldmagter')
    await karin.press('Giv en fuldmagt')
    await karin.choose('Frivillig gældsrådgiver', 'Hvem skal have den?')
    await karin.write('Hvad hedder personen?', 'Bente Lauritsen')
    await karin.write('Hvad må personen gøre for dig?', 'Tale med banken om min gæld')
    await karin.choose('Penge og bolig', 'Hvad handler den om?')
    await karin.press('Ja, det vil jeg')
    await karin.reads('Bente Lauritsen', 'Tale med banken om min gæld')
    const paper = await karin.page.locator('a[href$=".pdf"]').first().getAttribute('href')
    const answer = await karin.page.request.get(house.url + (paper ?? ''))
    assert.equal(answer.headers()['content-type'], 'application/pdf')
    await done('Jeg laver en fuldmagt')
  })

  it('meets the debt adviser, says himself what he needs, and all of it stands in one order for both', async () => {
    await done('Jeg møder gældsrådgiveren', 'Nu ved jeg, hvad jeg skylder')
    await toThomas(karin)
    await karin.press('Skriv en note')
    await karin.choose('Tømrer-Thomas’ egne ord', 'Hvem er noten til?')
    await karin.write('Noten', 'Jeg vil gerne have hjælp til at gøre rent.')
    await karin.choose('Penge og bolig', 'Hvad handler den om?')
    await karin.press('Gem noten')
    await karin.reads('SKP-team kan se den.')
    await toThomas(omar)
    await omar.reads('Jeg vil gerne have hjælp til at gøre rent.', 'Nu ved jeg, hvad jeg skylder')
    await omar.readsNot('Råd om helbred', 'Samtale med Karin')
    await toThomas(karin)
    await karin.press('Det siger Tømrer-Thomas')
    await karin.press('Giv videre til journalen')
    await karin.press('Giv den videre')
    await karin.reads('Givet videre')
    assert.deepEqual(await axeFindings(karin.page), [])
  })
})

async function step(words: string, after?: string): Promise<void> {
  await toThomas(karin)
  await karin.press('Se hele planen')
  await karin.press('Nyt skridt')
  await karin.write('Hvad er skridtet?', words)
  if (after !== undefined) await karin.pick('Skal noget andet ske først?', after)
  await karin.choose('Penge og bolig', 'Må andre se det?')
  await karin.press('Gem skridtet')
}

async function done(words: string, said?: string): Promise<void> {
  await toThomas(karin)
  await karin.press(words)
  if (said !== undefined) await karin.write('Hvad siger Tømrer-Thomas om det?', said)
  await karin.press('Gjort')
}
