/** Today, and the day of a centre. */
export const todayTexts = {
  title: 'I dag',
  record: 'Registrér en samtale',
  agreements: 'Aftaler',
  noAgreements: 'Ingen aftaler i dag. Så er der tid til kaffebordet.',
  makeAgreement: 'Lav en aftale',
  emptyTitle: 'Ingen aftaler i dag',
  emptyText: 'Så er der tid til kaffebordet. Kommer der en og vil snakke, kan du registrere det her.',
  withoutName: 'Uden navn',
  noClock: '–',
  tell: { held: 'Vi talte', noShow: 'Kom ikke', excused: 'Afbud', calledOff: 'Vi aflyste' },
  tellLabel: (outcome: string, who: string, when: string) => `${outcome}: ${who}, ${when}`,
  untold: 'Hvad blev det til?',
  untoldText: 'Dagen er gået, og ingen har fortalt det endnu.',
  promised: 'Det har du lovet',
  noPromises: 'Du har ikke lovet noget lige nu.',
  to: (alias: string) => `Til ${alias}`,
  noDay: 'Når det passer',
  overdue: (day: string) => `Skulle være gjort ${day}`,
  done: 'Gjort',
  markDone: (thing: string) => `Gjort: ${thing}`,
  markNotDone: (thing: string) => `Ikke gjort alligevel: ${thing}`,
  standsStill: 'Det står stille',
  standsStillAt: (party: string) => `Hos ${party} står noget stille`,
  standsStillText: 'Hvad det er, kan kun de selv se. Spørg dem.',
  recorded: 'Registreret i dag',
  noneRecorded: 'Ingen samtaler endnu.',
  talks: (count: number) => (count === 1 ? '1 samtale' : `${count} samtaler`),
  allAt: (talks: string, centre: string) => `${talks}, alle på ${centre}.`,
  oneAt: (centre: string) => `1 samtale på ${centre}.`,
  spread: (talks: string, places: string) => `${talks}: ${places}.`,
  countAt: (count: number, centre: string) => `${count} på ${centre}`,
  countElsewhere: (count: number) => `${count} andre steder`,
  seeThem: 'Se dem',
  seeThemLabel: 'Se samtalerne fra i dag',
}

export const centreDayTexts = {
  title: (centre: string) => `Dagen på ${centre}`,
  whoComes: 'Hvem kommer',
  whoComesAt: (centre: string) => `Hvem kommer på ${centre}`,
  nobodyComes: 'Der kommer ingen på faste tider.',
  talks: 'Samtaler',
  talkCount: (count: number) =>
    count === 0 ? 'Der er ikke registreret nogen samtaler.' : `Her har været ${count} samtaler.`,
  talksHeldBack: 'Antallet vises ikke: færre end 5 samtaler.',
  own: 'Jeres egne samtaler',
  before: 'Dagen før',
  after: 'Dagen efter',
  seeDay: 'Se hele dagen',
}

/** Said wherever a list may not be all there is; always in these words. */
export const standing = {
  title: 'Der kan være mere, end du kan se her.',
  text: 'Det er borgeren, der bestemmer, hvem der må se hvad.',
}
