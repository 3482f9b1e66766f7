/** Lists of talks. */
export const listTexts = {
  mine: 'Dine samtaler',
  ours: 'Jeres samtaler',
  mineShort: 'Dine',
  oursShort: 'Dit holds',
  views: 'Hvis samtaler',
  emptyTitle: 'Her er ingen samtaler',
  emptyText: 'Har du valgt noget fra, så prøv at vælge mindre. Ellers begynder det med den første.',
  record: 'Registrér en samtale',
  withoutName: 'Uden navn',
  withWorker: (name: string) => `Med ${name}.`,
  older: 'Vis ældre',
  newest: 'Til de nyeste',
  filters: 'Vælg ud',
  from: 'Fra og med',
  until: 'Til og med',
  centre: 'Værested',
  kind: 'Hvordan',
  outcome: 'Blev det til noget?',
  worker: 'Hvem',
  all: 'Alle',
  show: 'Vis',
  backwards: 'Den sidste dag ligger før den første. Byt dem om.',
  export: 'Hent som regneark',
  exportText: (most: string) =>
    `Alle jeres egne samtaler, der er valgt ud, højst ${most}. Det står i loggen, at du har hentet dem.`,
  chosen: 'Valgt ud:',
}

/** A citizen's own page. */
export const citizenTexts = {
  citizens: 'Borgere',
  knownBy: (party: string) => `Kendt af ${party}`,
  makeAgreement: 'Lav en aftale',
  happened: 'Det er der sket',
  nothingYet: 'Her er ikke sket noget endnu',
  nothingYetText: 'Det begynder med den første samtale.',
}
