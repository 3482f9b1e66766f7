import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { formatDayField, readNow, today } from '../src/platform/time.ts'
import { openWorld } from '../test/world.ts'
import { axeFindings, openHouse } from './browser.ts'
import { meetsSomebodyNew, openHaderby } from './haderby.ts'
import type { Hands } from './keyboard.ts'

// Peter (domain 151–156): a moped, a broken leg, a fine, an insurer. He comes to the centre and cannot take it all in.
// Three who work with him share it between them, each sees what he says yes to, and the centre is with him all the way.
const world = await openWorld()
const house = await openHouse(world)
after(() => house.close())
const haderby = await openHaderby(world, house)
const now = formatDayField(today(readNow()))
const [jonas, bent, omar, karin] = [
  await haderby.at('Jonas Friis'),
  await haderby.at('Bent Krag'),
  await haderby.at('Omar Yildiz'),
  await haderby.at('Karin Holm'),
]

const promised = [
  { hands: bent, person: 'Bent Krag', words: 'Ringer til forsikringen', topic: 'Penge og bolig' },
  { hands: omar, person: 'Omar Yildiz', words: 'Går med i retten', topic: 'Ret og politi' },
  { hands: karin, person: 'Karin Holm', words: 'Bestiller smertestillende', topic: 'Helbred' },
] as const

/** His page, the way one finds it: in the list of citizens, or of those who were shared with one's own party. */
let address = ''
const toPeter = async (hands: Hands) => await hands.page.goto(address)

describe('Peter, after the accident', () => {
  it('is met at the centre, and says what he wants', async () => {
    await jonas.press('Registrér en samtale')
    await jonas.pick('Hvilken indsats?', 'Støtte og kontakt')
    await jonas.choose('Værestedet', 'Hvor?')
    await jonas.pick('Hvilket værested?', 'Fyrskuret')
    await meetsSomebodyNew(jonas, 'Peter')
    await jonas.choose('30', 'Hvor længe?')
    await jonas.choose('Penge og bolig', 'Hvad talte I om?')
    await jonas.choose('Overblik over penge', 'Hvad hjalp du med?')
    await jonas.unfold('Skriv, hvad borgeren ville')
    await jonas.write('Det ville borgeren selv', 'At nogen ser på alle de breve')
    await jonas.press('Gem')
    await jonas.reads('Gemt')
    await jonas.press('Borgere')
    await jonas.press('Peter')
    address = jonas.page.url()
    await jonas.reads('Samtale med Jonas', 'Skriv, hvad Peter vil')
    await jonas.press('Skriv, hvad Peter vil')
    await jonas.write('Med borgerens egne ord', 'Jeg vil have ro på efter ulykken.')
    await jonas.choose('Penge og bolig', 'Må andre se det?')
    await jonas.press('Gem')
    await jonas.reads('Jeg vil have ro på efter ulykken.')
  })

  it('says yes to three who can help, each for a part, and court to those two alone who need it', async () => {
    await sayYes('Socialforvaltning', ['Penge og bolig', 'Ret og politi'])
    await sayYes('SKP-team', ['Penge og bolig', 'Ret og politi'])
    await sayYes('Rusmiddelcenter', ['Helbred', 'Rusmidler'])
    await toPeter(jonas)
    await jonas.reads('Tre steder må se noget om mig.')
    assert.deepEqual(await axeFindings(jonas.page), [])
  })

  it('has three roles at work: papers, company and medicine, each asked and each with a yes of their own', async () => {
    for (const { words, topic, person } of promised) await promise(words, topic, person)
    for (const { hands, words } of promised) {
      await hands.page.goto(`${house.url}/haderby/today`)
      await hands.press(words)
      await hands.press('Ja, den tager jeg')
    }
    await toPeter(jonas)
    await jonas.press('Det har vi lovet')
    await jonas.reads('Bent Krag', 'Omar Yildiz', 'Karin Holm')
  })

  it('has a day in court and one at the doctor, with somebody at his side, and neither is seen by the wrong eyes', async () => {
    await appointment({ place: 'Retten', words: 'Retsmøde om mopeden', companion: 'Omar Yildiz', meet: 'Fyrskuret' })
    await appointment({ place: 'Læge', words: 'Kontrol af benet', companion: 'Karin Holm', topic: 'Helbred' })
    await toPeter(jonas)
    await jonas.reads(
      'Retsmøde om mopeden',
      'Omar går med. I mødes her: Fyrskuret',
      'Kontrol af benet',
      'Karin går med.',
    )
    await toPeter(omar)
    await omar.reads('Retsmøde om mopeden', 'Det her hører til Fyrskuret.')
    await omar.readsNot('Kontrol af benet')
    await toPeter(karin)
    await karin.reads('Kontrol af benet', 'Der kan være mere, end du kan se her.')
    await karin.readsNot('Retsmøde', 'ulykken')
    const mette = await haderby.at('Mette Lund')
    assert.equal((await mette.page.goto(address))?.status(), 404, 'to the job centre he has said nothing')
  })

  it('comes through it, and all that was done stands in one order', async () => {
    await told('Retsmøde om mopeden')
    await told('Kontrol af benet')
    for (const { hands, words } of promised) {
      await hands.page.goto(`${house.url}/haderby/today`)
      await hands.press(`Gjort: ${words}`)
    }
    await toPeter(jonas)
    await jonas.press('Se hele planen')
    await jonas.press('Nyt skridt')
    await jonas.write('Hvad er skridtet?', 'Jeg har betalt den første del af bøden')
    await jonas.choose('Penge og bolig', 'Må andre se det?')
    await jonas.press('Gem skridtet')
    await jonas.page.goto(address)
    await jonas.press('Jeg har betalt den første del')
    await jonas.write('Hvad siger Peter om det?', 'Nu kan jeg trække vejret')
    await jonas.press('Gjort')
    await toPeter(jonas)
    await jonas.reads('Gjort', 'Jeg har betalt den første del af bøden')
    await jonas.press('Vis ældre')
    await jonas.reads('”Nu kan jeg trække vejret”', 'Retsmøde om mopeden', 'Omar gik med.', 'Samtale med Jonas')
    await toPeter(bent)
    await bent.reads('Jeg har betalt den første del af bøden', 'Ringer til forsikringen')
    await bent.readsNot('Kontrol af benet', 'Bestiller smertestillende')
    assert.deepEqual(await axeFindings(bent.page), [])
  })
})

async function sayYes(party: string, topics: readonly string[]): Promise<void> {
  await toPeter(jonas)
  await jonas.press('Se hvem og hvad')
  await jonas.press('Giv et nyt ja')
  await jonas.choose(party, 'Hvem må se noget om dig?')
  for (const topic of topics) await jonas.choose(topic, 'Hvad må de se noget om?')
  await jonas.press('Ja, det vil jeg')
  await jonas.reads('Dit ja er skrevet ned. Døren er åben nu.')
}

async function promise(words: string, topic: string, person: string): Promise<void> {
  await toPeter(jonas)
  await jonas.press('Det har vi lovet')
  await jonas.press('Lov noget')
  await jonas.write('Hvad lover du?', words)
  await jonas.unfold('Mere')
  await jonas.choose(topic, 'Må andre se det?')
  await jonas.press('Gem')
  await toPeter(jonas)
  await jonas.press('Det har vi lovet')
  await jonas.press(words)
  await jonas.unfold('Giv den videre')
  await jonas.pick('Hvem skal have den?', person)
  await jonas.press('Giv den videre')
}

async function appointment(it: {
  place: string
  words: string
  companion: string
  meet?: string
  topic?: string
}): Promise<void> {
  await toPeter(jonas)
  await jonas.press('Aftaler andre steder')
  await jonas.press('Ny aftale')
  await jonas.choose(it.place, 'Hvor er det?')
  await jonas.write('Hvad er det?', it.words)
  await jonas.write('Dag', now)
  await jonas.pick('Hvem går med?', it.companion)
  if (it.meet) {
    await jonas.unfold('Mødested, adresse')
    await jonas.write('Hvor mødes I?', it.meet)
  }
  await jonas.choose(it.topic ?? 'Ret og politi', 'Må andre se det?')
  await jonas.press('Gem aftalen')
}

async function told(words: string): Promise<void> {
  await toPeter(jonas)
  await jonas.press(words)
  await jonas.press('Ja, det blev den til')
}
