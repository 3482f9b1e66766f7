// The people who work in Haderby. None of them exists.

import type { Effort, Role } from '../src/features/people/rules.ts'
import type { PartyKey } from './places.da.ts'

/** In the order of the sign-ins: the first with a role is the one that the demo offers. */
export const people = {
  mette: {
    name: 'Mette Lund',
    trade: 'Sagsbehandler',
    role: 'outreach_worker',
    party: 'jobcenter',
    effort: 'casework',
    mayDecide: true,
    phone: '12345011',
    phonePublic: true,
    comeWith: 'job, penge fra kommunen, breve',
  },
  hanne: {
    name: 'Hanne Toft',
    trade: 'Sagsbehandler',
    role: 'coordinator',
    party: 'social',
    effort: 'casework',
    mayDecide: true,
    phone: '12345016',
    phonePublic: true,
    comeWith: 'bolig, støtte i hjemmet, ansøgninger',
  },
  jonas: { name: 'Jonas Friis', trade: 'Medarbejder', role: 'centre_staff', party: 'fyrskuret' },
  signe: { name: 'Signe Nør', trade: 'Leder', role: 'centre_manager', party: 'gryden' },
  lis: {
    name: 'Lis Bak',
    trade: 'Frivillig',
    role: 'volunteer',
    party: 'blaaPort',
    comeWith: 'at læse og skrive breve',
  },
  tine: { name: 'Tine Krogh', trade: 'Projektleder', role: 'project_leader' },
  grete: { name: 'Grete Vang', trade: 'Leder', role: 'leader' },
  asger: { name: 'Asger Dahl', trade: 'Administrator', role: 'administrator' },
  elin: { name: 'Elin Munk', trade: 'Databeskyttelsesrådgiver', role: 'data_protection_officer' },
  omar: {
    name: 'Omar Yildiz',
    trade: 'Støtte- og kontaktperson',
    role: 'outreach_worker',
    party: 'skp',
    effort: 'contactPerson',
    phone: '12345014',
    phonePublic: true,
    comeWith: 'at få nogen med til læge, bank eller møde',
  },
  karin: {
    name: 'Karin Holm',
    trade: 'Rådgiver om alkohol og stoffer',
    role: 'outreach_worker',
    party: 'rusmiddel',
    effort: 'substanceUse',
    phone: '12345012',
    comeWith: 'alkohol, stoffer, vejen til behandling',
  },
  aisha: {
    name: 'Aisha Rahman',
    trade: 'Sygeplejerske',
    role: 'outreach_worker',
    party: 'sundhed',
    effort: 'health',
    phone: '12345018',
    phonePublic: true,
    comeWith: 'sår, smerter, medicin, tænder',
  },
  bent: {
    name: 'Bent Krag',
    trade: 'Sagsbehandler',
    role: 'outreach_worker',
    party: 'social',
    effort: 'casework',
    mayDecide: true,
    phone: '12345015',
    phonePublic: true,
    comeWith: 'bolig, støtte, papirer der driller',
  },
  poul: {
    name: 'Poul Ravn',
    trade: 'Sagsbehandler',
    role: 'outreach_worker',
    party: 'ydelse',
    effort: 'casework',
    mayDecide: true,
    phone: '12345017',
    comeWith: 'kontanthjælp, husleje, regninger',
  },
  nadia: {
    name: 'Nadia Holst',
    trade: 'Jobkonsulent',
    role: 'outreach_worker',
    party: 'jobcenter',
    effort: 'employment',
    phone: '12345013',
    phonePublic: true,
    comeWith: 'job, praktik, uddannelse',
  },
  ruth: { name: 'Ruth Skov', trade: 'Leder', role: 'centre_manager', party: 'blaaPort' },
  kaj: {
    name: 'Kaj Lind',
    trade: 'Frivillig',
    role: 'volunteer',
    party: 'blaaPort',
    comeWith: 'kaffe, kortspil, hjælp med telefonen',
  },
} as const satisfies Record<string, Person>

export type PersonKey = keyof typeof people
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of `people`
export const personKeys = Object.keys(people) as PersonKey[]
export const personOf = (key: PersonKey): Person => people[key]

/** mette.lund@haderby.example: `.example` is a name that nobody can own. */
export function emailOf(person: Person): string {
  const plain = person.name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa')
  return `${plain.replaceAll(' ', '.')}@haderby.example`
}

export interface Person {
  name: string
  trade: string
  role: Role
  party?: PartyKey
  effort?: Effort
  mayDecide?: boolean
  phone?: string
  /** The person's own yes. */
  phonePublic?: boolean
  comeWith?: string
}
