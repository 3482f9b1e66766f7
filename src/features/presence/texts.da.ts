// What the board, the poster and the calendar say. Plain words, said to "du".

/** Mette, Omar og Karin */
export const joined = (words: string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(part => part !== '').join(' og ')

export const holidaySays = {
  '05-01': '1. maj',
  '06-05': 'grundlovsdag',
  '12-24': 'juleaftensdag',
  '12-31': 'nytårsaftensdag',
} as const

/** The words of a party may bring their own small word: "på Fyrskuret", "af Gryden". */
const smallWord = /^(fra|på|i|af|hos|ved) /i

export const roleSays = {
  mayDecide: 'Myndighed',
  mayNotDecide: 'Ikke myndighed',
  square: 'Firkantet',
  round: 'Rund',
  isMayDecide: 'myndighed',
  isMayNotDecide: 'ikke myndighed',
  explained:
    'En myndighed kan bestemme noget i din sag, for eksempel om penge eller støtte. Alle andre her kan kun hjælpe og give råd.',
  line: (role: string, from: string) => (from === '' ? role : `${role} ${roleSays.whence(from)}`),
  whence: (from: string) => (smallWord.test(from) ? from : `fra ${from}`),
  house: (from: string) => from.replace(smallWord, ''),
}

export const lampSays = {
  hereUntil: (until: string) => `Her nu, til kl. ${until}`,
  here: 'Her nu',
  coming: (hours: string) => `Kommer kl. ${hours}`,
  again: (hours: string) => `Kommer igen kl. ${hours}`,
  left: 'Er gået for i dag',
  over: (hours: string) => `Var her kl. ${hours}`,
  elsewhere: (centre: string) => `Er lige nu et andet sted: ${centre}`,
  comeWith: (what: string) => `Kom for eksempel med: ${what}`,
  ring: (name: string) => `Ring til ${name}:`,
  to: (name: string) => `til ${name}`,
  room: (room: string) => `Rum: ${room}`,
}

export const openingSays = {
  openUntil: (until: string) => `åbent til kl. ${until}`,
  opensAt: (from: string) => `åbner kl. ${from}`,
  closedNow: 'lukket for i dag',
  closedToday: 'lukket i dag',
  open: (hours: string) => `åbent kl. ${hours}`,
}

export const awaySays = {
  title: (name: string) => `${name} er væk i dag.`,
  movedTitle: (name: string) => `${name} er her ikke i dag.`,
  substitute: (name: string) => `Snak med ${name} i stedet.`,
  backAnywhere: (name: string, when: string) => `${name} er tilbage ${when}.`,
  back: (name: string, when: string) => `${name} er her igen ${when}.`,
  elsewhere: (name: string, where: string) => `Du kan møde ${name} på et andet sted i dag: ${where}.`,
}

export const emptySays = {
  nobodyToday: 'I dag kommer der ingen fra kommunen.',
  noMoreToday: 'Der kommer ikke flere fra kommunen i dag.',
  next: 'Næste gang:',
  noNext: 'Vi ved ikke endnu, hvornår der kommer nogen igen.',
  holidayClosed: (name: string) => `I dag er det ${name}. Her er lukket.`,
  closed: 'Her er lukket i dag.',
  nobody: 'Ingen fra kommunen',
  closedCell: 'Lukket',
  closedHoliday: (name: string) => `Lukket, ${name}`,
}

export const boardSays = {
  title: 'Hvem kan du møde i dag?',
  titleIn: (municipality: string) => `Hvem kan du møde i dag i ${municipality}?`,
  urgent: 'Haster det?',
  danger: 'Er nogen i fare, så ring',
  seeWeek: 'Se hele ugen',
  holidayKept: (name: string) => `I dag er det ${name}.`,
  holidayOpen: (name: string) => `I dag er det ${name}. Der er åbent, som der plejer.`,
  someOpen: (name: string) => `I dag er det ${name}. Nogle væresteder har åbent.`,
  closedEvening: 'Der er lukket for i aften',
  closedDay: 'Der er lukket i dag',
  clockIs: (clock: string) => `Klokken er ${clock}.`,
  tomorrowEarly: 'I morgen tidlig er der nogen igen.',
  tomorrow: 'I morgen er der nogen igen.',
  thatDay: (weekday: string) => `${weekday} er der nogen igen.`,
  tomorrowHeading: (weekday: string) => `I morgen, ${weekday}`,
  week: (week: number) => `Uge ${week}`,
  todayColumn: (day: string) => `I dag, ${day}`,
  weekendNobody: 'Lørdag og søndag kommer der ingen fra kommunen.',
  holdsOpen: (centre: string, when: string) => `${centre} holder åbent ${when}.`,
  holdOpen: (centres: string) => `${centres} holder åbent i weekenden.`,
}

export const posterSays = {
  title: (at: string, week: number) => `Hvem kan du møde ${at}? Uge ${week}`,
  question: 'Hvem kan du møde her?',
  week: (week: number) => `Uge ${week}`,
  is: (what: string) => `er ${what}`,
  authority: 'En myndighed kan bestemme noget i din sag.',
  weekend: 'Weekend',
  isHere: (name: string, hours: string) => `${name} er her kl. ${hours}.`,
  isOpen: (centre: string, hours: string) => `${centre} har åbent ${hours}.`,
  welcome: ['Bare kom ind.', 'Du behøver ikke sige dit navn.'],
  call: (centre: string) => `Ring eller skriv til ${centre}:`,
  live: 'Se hvem der er her lige nu:',
  qr: (address: string) => `Kode til telefonens kamera. Den åbner ${address}.`,
}

export const calendarSays = {
  name: (centre: string) => `${centre}: hvem kan du møde?`,
  event: (name: string, roleLine: string) =>
    `${name}, ${roleLine.slice(0, 1).toLocaleLowerCase('da')}${roleLine.slice(1)}`,
  phone: (phone: string) => `Telefon ${phone}`,
}

export const pageSays = {
  today: 'I dag',
  week: 'Hele ugen',
  views: 'I dag eller hele ugen',
  centres: 'Væresteder',
  toToday: 'Se, hvem du kan møde i dag',
  allCentres: 'Alle væresteder',
  takeAlong: 'Plakat og kalender',
  signIn: 'Log ind for medarbejdere',
  accessibility: 'Om tilgængelighed',
}

export const weekSays = {
  before: 'Ugen før',
  after: 'Ugen efter',
}

export const finderSays = {
  label: 'Find dit værested',
  prompt: 'Vælg et værested',
  show: 'Vis',
  met: (count: number) =>
    count === 1 ? 'Her kan du møde kommunen i dag' : `Her kan du møde kommunen i dag: ${count} steder`,
  notMet: 'Her kommer der ingen fra kommunen i dag',
  rest: (centre: string) => `${centre}: de næste dage`,
  here: (count: number) => `${count} her nu`,
  coming: (count: number) => `${count} kommer i dag`,
  nobody: 'ingen i dag',
}

export const centreSays = {
  today: 'I dag',
  nextDays: 'De næste dage',
  about: (centre: string) => `Om ${centre}`,
  houseRules: 'Sådan er vi over for hinanden',
  confidential: 'Her er et rum, hvor du kan tale med nogen, uden at andre hører det.',
  opening: 'Åbningstider',
  closed: 'Lukket',
  open: 'Åbent',
  takeAlong: 'Plakat og kalender',
  posterA4: 'Plakat i A4',
  posterA3: 'Plakat i A3',
  posterNextWeek: 'Plakat i A4 for næste uge',
  calendar: 'Kalender til din telefon',
  calendarHint: 'Følger selv med, når noget ændrer sig.',
  changeDays: 'Åbn eller luk enkelte dage',
}

export const personSays = {
  ahead: (name: string) => `Her kan du møde ${name}`,
  nowhere: 'Der står ikke nogen tid endnu',
  askOthers: 'Se på tavlen, hvem der ellers er her.',
}
