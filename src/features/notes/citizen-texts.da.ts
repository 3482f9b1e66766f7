/** A citizen's own page. */
export const citizenTexts = {
  citizens: 'Borgere',
  record: 'Registrér en samtale',
  makeAgreement: 'Lav en aftale',
  elsewhere: 'Aftaler andre steder',
  writeNote: 'Skriv en note',
  happened: 'Det er der sket',
  older: 'Vis ældre',
  newest: 'Til de nyeste',
  nothingYet: 'Her er ikke sket noget endnu',
  nothingYetText: 'Det begynder med den første samtale.',
  nothingOlder: 'Her er ikke mere.',
  sharedBy: (party: string, name: string) =>
    `Det her hører til ${party}. Du kan se det, fordi ${name} har sagt ja. Du kan ikke rette i det.`,
  quoted: (words: string) => `”${words}”`,
  next: 'Næste aftaler',
  noneAhead: 'Der er ikke aftalt noget.',
  around: (name: string) => `Mennesker omkring ${name}`,
  alsoImportant: (name: string) => `Også vigtigt for ${name}`,
  saidYesTo: 'Det har jeg sagt ja til',
  saidYes: (parties: number) =>
    parties === 1 ? 'Ét sted må se noget om mig.' : `${inWords(parties)} steder må se noget om mig.`,
  maySee: (parties: string) => `${parties} må se noget om mig.`,
  saidNothing: 'Ingen andre må se noget om mig. Det er helt i orden.',
  seeWho: 'Se hvem og hvad',
  more: (name: string) => `Mere om ${name}`,
  plan: 'Se hele planen',
  tasks: 'Det har vi lovet',
  card: 'Kort og ønsker',
  looked: 'Hvem har kigget',
}

function inWords(count: number): string {
  return (
    ['Nul', 'Ét', 'To', 'Tre', 'Fire', 'Fem', 'Seks', 'Syv', 'Otte', 'Ni', 'Ti', 'Elleve', 'Tolv'][count] ??
    String(count)
  )
}

/** What is agreed and still to come. */
export const aheadTexts = {
  talk: (place: string) => (place === '' ? 'Samtale' : `Samtale, ${place}`),
  with: (name: string) => `Med ${name}`,
  citizenWants: (name: string) => `Det vil ${name}`,
  workerWants: 'Det vil vi',
}
