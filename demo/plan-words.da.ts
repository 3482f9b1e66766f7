// What stands in the plans of the demo.

import type { AnyTopic } from '../src/features/contacts/codes.ts'
import type { Area, PartKind, Place } from '../src/features/plans/codes.ts'
import type { AppointmentState } from '../src/features/plans/state-rules.ts'
import type { PersonKey } from './people.da.ts'
import type { PartyKey } from './places.da.ts'

/** In so many days, or on the next such weekday (Monday is 1), so many weeks on. */
type On = number | { weekday: number; weeks?: number }

export interface Plan {
  alias: string
  party: PartyKey
  keptBy: PersonKey
  parts: { kind: PartKind; words: string; topic?: AnyTopic; areas?: Area[] }[]
  people: { who: PersonKey; words: string; topic?: AnyTopic }[]
  steps: {
    words: string
    topic?: AnyTopic
    doneDaysAgo?: number
    /** What the citizen said when it was done. */
    said?: string
    state?: 'next' | 'open'
    on?: On
    with?: PersonKey
    /** The place in this list of the step that it waits for. */
    waitsFor?: number
    rest?: string
  }[]
  appointments: {
    place: Place
    words: string
    topic?: AnyTopic
    on: On
    clock: string
    bring?: string
    address?: string
    along?: PersonKey
    meet?: [place: string, clock: string]
    came?: [AppointmentState, string | null]
  }[]
  tasks: {
    who: PersonKey
    words: string
    topic?: AnyTopic
    inDays: number
    /** Asked, and not answered yet. */
    asked?: true
    givenDaysAgo?: number
    list?: string[]
    ticked?: number
    done?: true
  }[]
  yeses: { to: PartyKey; topics: AnyTopic[] }[]
}

const viggo: Plan = {
  alias: 'Viggo',
  party: 'skp',
  keptBy: 'omar',
  parts: [
    {
      kind: 'goal',
      words: 'Jeg vil have styr på mine regninger, så jeg kan sove om natten.',
      topic: 'economyAndHousing',
    },
    { kind: 'goodAt', words: 'At lave mad til mange. Stigegolf.', topic: 'economyAndHousing' },
    { kind: 'help', words: 'At komme ud ad døren. Omar ringer dagen før en aftale.', topic: 'economyAndHousing' },
  ],
  people: [
    { who: 'omar', words: 'Går med til møder', topic: 'economyAndHousing' },
    { who: 'mette', words: 'Penge og job', topic: 'economyAndHousing' },
    { who: 'karin', words: 'Alkohol og helbred', topic: 'health' },
    { who: 'jonas', words: 'Læser breve hver tirsdag', topic: 'economyAndHousing' },
  ],
  steps: [
    { words: 'Jeg har fået briller', topic: 'health', doneDaysAgo: 43 },
    {
      words: 'Jeg har fået MitID',
      topic: 'economyAndHousing',
      doneDaysAgo: 4,
      said: 'Det var nemmere, end jeg troede.',
    },
    {
      words: 'Jeg laver en fuldmagt',
      topic: 'economyAndHousing',
      state: 'next',
      waitsFor: 1,
      on: { weekday: 4 },
      with: 'omar',
    },
    { words: 'Jeg møder gældsrådgiveren', topic: 'economyAndHousing', waitsFor: 2 },
    { words: 'Jeg finder en ny læge', topic: 'health', rest: 'Det kan vente' },
  ],
  appointments: [
    {
      place: 'townHall',
      words: 'Borgerservice på rådhuset',
      topic: 'economyAndHousing',
      on: { weekday: 4 },
      clock: '13:00',
      bring: 'MitID og brevet fra banken',
      along: 'omar',
      meet: ['Fyrskuret', '12:30'],
    },
    {
      place: 'other',
      words: 'Rolig snak med Mette på Fyrskuret',
      topic: 'economyAndHousing',
      on: { weekday: 2 },
      clock: '10:00',
    },
    {
      place: 'bank',
      words: 'Banken om kortet',
      topic: 'economyAndHousing',
      on: -7,
      clock: '11:00',
      came: ['moved', 'Viggo ringede selv.'],
    },
  ],
  tasks: [
    { who: 'omar', words: 'Printer fuldmagten', topic: 'economyAndHousing', inDays: 1 },
    { who: 'mette', words: 'Finder skemaet til boligstøtte', topic: 'economyAndHousing', inDays: 2 },
  ],
  yeses: [],
}

const per: Plan = {
  alias: 'Lange Per',
  party: 'skp',
  keptBy: 'omar',
  parts: [
    {
      kind: 'goal',
      words: 'Jeg vil bare have det overstået og kunne gå igen.',
      topic: 'health',
      areas: ['ownLife', 'involved'],
    },
    { kind: 'goodAt', words: 'At skrue på knallerter.', topic: 'work' },
  ],
  people: [
    { who: 'omar', words: 'Går med i retten', topic: 'court' },
    { who: 'mette', words: 'Forsikring og papirer', topic: 'economyAndHousing' },
    { who: 'karin', words: 'Medicin og læge', topic: 'health' },
  ],
  steps: [
    { words: 'Jeg har fået gips af benet', topic: 'health', doneDaysAgo: 9, said: 'Endelig.' },
    {
      words: 'Jeg taler med forsikringen',
      topic: 'economyAndHousing',
      state: 'next',
      with: 'mette',
      on: { weekday: 3 },
    },
    { words: 'Jeg svarer på brevet fra retten', topic: 'court', with: 'omar' },
    { words: 'Jeg laver en aftale om bøden', topic: 'economyAndHousing', waitsFor: 2 },
  ],
  appointments: [
    {
      place: 'court',
      words: 'Møde i retten',
      topic: 'court',
      on: { weekday: 4, weeks: 1 },
      clock: '09:30',
      bring: 'indkaldelsen og sundhedskort',
      along: 'omar',
      meet: ['ved indgangen', '09:00'],
    },
    {
      place: 'hospital',
      words: 'Kontrol af benet',
      topic: 'health',
      on: { weekday: 5 },
      clock: '11:15',
      bring: 'sundhedskort',
      along: 'karin',
      meet: ['Fyrskuret', '10:30'],
    },
  ],
  tasks: [
    {
      who: 'mette',
      words: 'Samler papirer til forsikringen',
      topic: 'economyAndHousing',
      inDays: 3,
      list: ['Politiets rapport', 'Brevet fra sygehuset', 'Kvittering for knallerten'],
      ticked: 1,
    },
    { who: 'mette', words: 'Laver en oversigt over datoer', topic: 'economyAndHousing', inDays: 6 },
    { who: 'omar', words: 'Går med i retten som bisidder', topic: 'court', inDays: 10 },
    {
      who: 'karin',
      words: 'Bestiller smertestillende medicin',
      topic: 'health',
      inDays: 2,
      asked: true,
      givenDaysAgo: 8,
    },
    { who: 'karin', words: 'Går med til lægen', topic: 'health', inDays: 4 },
    { who: 'omar', words: 'Ringer til sygehuset om tiden', topic: 'health', inDays: -2, done: true },
  ],
  yeses: [
    { to: 'jobcenter', topics: ['economyAndHousing', 'work'] },
    { to: 'rusmiddel', topics: ['health', 'substanceUse'] },
  ],
}

const thomas: Plan = {
  alias: 'Thomas',
  party: 'fyrskuret',
  keptBy: 'jonas',
  parts: [
    {
      kind: 'goal',
      words: 'Jeg vil kunne læse min egen post og vide, hvad jeg skylder.',
      topic: 'economyAndHousing',
      areas: ['selfSupport', 'ownLife'],
    },
    { kind: 'justHere', words: 'Jeg vil bare gerne være her.' },
    { kind: 'help', words: 'Jonas skriver aftaler op med store bogstaver.', topic: 'economyAndHousing' },
  ],
  people: [
    { who: 'jonas', words: 'Læser breve højt', topic: 'economyAndHousing' },
    { who: 'poul', words: 'Kontanthjælp og husleje', topic: 'economyAndHousing' },
  ],
  steps: [
    { words: 'Jeg har fundet mit pas', topic: 'economyAndHousing', doneDaysAgo: 15 },
    { words: 'Jeg får MitID', topic: 'economyAndHousing', state: 'next', on: { weekday: 2 }, with: 'jonas' },
    { words: 'Jeg laver en fuldmagt', topic: 'economyAndHousing', waitsFor: 1 },
    { words: 'Jeg møder gældsrådgiveren', topic: 'economyAndHousing', waitsFor: 2 },
  ],
  appointments: [
    {
      place: 'townHall',
      words: 'Borgerservice om MitID',
      topic: 'economyAndHousing',
      on: { weekday: 2 },
      clock: '10:30',
      bring: 'pas og sundhedskort',
      along: 'jonas',
      meet: ['Fyrskuret', '10:00'],
    },
  ],
  tasks: [
    { who: 'poul', words: 'Skriver, hvad han skylder, på én side', topic: 'economyAndHousing', inDays: 5 },
    { who: 'jonas', words: 'Ringer til Borgerservice og bestiller tid', topic: 'economyAndHousing', inDays: 0 },
  ],
  yeses: [
    { to: 'ydelse', topics: ['economyAndHousing'] },
    { to: 'skp', topics: ['economyAndHousing'] },
  ],
}

export const plans: readonly Plan[] = [viggo, per, thomas]
