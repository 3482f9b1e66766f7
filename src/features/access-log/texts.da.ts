import type { LogKind } from '../../platform/db.ts'

export const kindWords: Record<LogKind | 'refused', string> = {
  refused: 'Afvist',
  search: 'Søgte',
  extract: 'Hentede ud som fil',
  read: 'Så',
  add: 'Oprettede',
  change: 'Ændrede',
  delete: 'Slettede',
}

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]

export const texts = {
  title: 'Loggen',
  lead: 'Hvem har kigget, hvornår og hvorfor. Her står aldrig, hvad der blev set.',
  filter: 'Vælg i loggen',
  person: 'Hvem',
  anybody: 'Alle',
  purpose: 'Hvorfor',
  anyPurpose: 'Alle grunde',
  kind: 'Hvad',
  anyKind: 'Alt',
  from: 'Fra og med',
  to: 'Til og med',
  toBefore: 'Den sidste dag ligger før den første. Skriv en senere dag.',
  tooLong: 'Vælg højst 3 måneder ad gangen.',
  show: 'Vis',
  showAll: 'Vis hele loggen',
  export: 'Hent som regneark',
  caption: 'Loggen, det nyeste først',
  columns: { at: 'Hvornår', who: 'Hvem', why: 'Hvorfor', kind: 'Hvad', whom: 'Om hvem', sealed: 'Forseglet' },
  changed: 'Det blev ændret',
  sealed: 'Ja',
  notSealed: 'Ikke endnu',
  whom: (counts: { citizens: number; contacts: number; accounts: number; requests: number }) => {
    const parts = [
      ...counted(counts.citizens, 'borger', 'borgere'),
      ...counted(counts.contacts, 'samtale uden navn', 'samtaler uden navn'),
      ...counted(counts.accounts, 'bruger', 'brugere'),
      ...counted(counts.requests, 'anmodning om indsigt', 'anmodninger om indsigt'),
    ]
    return parts.length === 0 ? 'Ingen' : parts.join(', ')
  },
  operator: 'Driften',
  visitor: 'Ikke logget ind',
  older: 'Ældre',
  newest: 'Til det nyeste',
  none: 'Her er ikke noget',
  noneText: 'Ingen har kigget i det, du har valgt.',
  row: (id: number) => `Linje ${id}`,
  subjects: 'Om hvem',
  subjectsHint: 'Numre i stedet for navne. Den, der har ansvar for oplysningerne, kan slå dem op.',
  noSubjects: 'Linjen er ikke om nogen bestemt.',
  subject: { citizen: 'Borger', contact: 'Samtale uden navn', account: 'Bruger', request: 'Anmodning om indsigt' },
  at: (subject: string, party: string) => `${subject} hos ${party}`,
  more: 'Vis flere',
  sheet: {
    name: 'log',
    head: [
      'linje',
      'tidspunkt',
      'hvem',
      'hvorfor',
      'hvad',
      'borgere',
      'samtaler uden navn',
      'brugere',
      'anmodninger om indsigt',
      'ændring',
      'forseglet',
    ],
    yes: 'ja',
    no: 'nej',
  },
}

/** The officer's pages. */
export const tabTexts = {
  label: 'Loggen',
  all: 'Alle linjer',
  glass: 'Brudt glas',
  refused: 'Afvist',
  unusual: 'Usædvanligt',
  checks: 'Stikprøver',
  access: 'Indsigt',
  sealing: 'Forsegling',
}
