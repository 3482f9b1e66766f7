import { texts } from './texts.da.ts'

export const cardTexts = {
  title: 'Kort og ønsker',
  titleOf: (called: string) => `${called}: kort og ønsker`,
  lead: (party: string) => `Sådan vil borgeren mødes. Skrevet ned af ${party}.`,
  back: texts.title,
  alias: texts.alias,
  phone: 'Telefon',
  phoneHint: 'Hvis borgeren vil ringes op.',
  needs: 'Hvad gør det lettere?',
  safeTimes: 'Hvornår må vi ringe?',
  safeTimesHint: 'For eksempel: før kl. 12, ikke onsdag.',
  introducedBy: 'Hvem viste vej til jer?',
  notAsked: 'Ikke spurgt',
  save: 'Gem',
  saved: 'Kortet er gemt.',
  cpr: 'Her står et CPR-nummer. Det hører ikke til her.',
  steps: 'Det har borgeren selv valgt',
  stepsNone: 'Ikke noget endnu.',
  more: 'Mere om borgeren',
  sms: 'SMS',
  smsYes: 'Ja, borgeren har sagt ja til SMS.',
  smsNo: 'Borgeren har ikke sagt ja til SMS.',
  consents: 'Det har borgeren sagt ja til',
  writtenDownBy: (said: string, day: string, person: string) => `${said} ${day}. Skrevet ned af ${person}.`,
  nameRow: 'Navn',
  nameNone: 'Ikke sagt',
  numberRow: 'CPR-nummer',
  numberKept: 'Skrevet ned. Vises kun, når du beder om det.',
  numberNone: 'Ikke givet',
  everythingRow: 'Alt om borgeren',
  everythingHint: 'Når borgeren vil se, hvad I har skrevet.',
  closeRow: { public: 'Afslut', private: 'Slet' },
  closeHint: { public: 'Når borgeren ikke vil mere hos jer.', private: 'Når borgeren ikke vil stå her mere.' },
  reopenRow: 'Åbn siden igen',
  reopenHint: 'Når borgeren er kommet tilbage.',
  changedTitle: 'En anden har rettet kortet imens',
  standsNow: 'Sådan står det nu:',
  yours: 'Herunder står det, du skrev. Gem det, hvis det er rigtigt.',
  letItStand: 'Lad det stå, som det er nu',
  none: 'Ikke skrevet',
}

export const nameTexts = {
  title: 'Navn',
  lead: 'Kun hvis borgeren selv siger det. Et kaldenavn er nok til alt.',
  name: 'Navn',
  missing: 'Skriv navnet.',
  save: 'Gem navnet',
  saved: 'Navnet er skrevet ned.',
  take: 'Borgeren tager sit navn tilbage',
  takeText: {
    public: 'Så står her kun kaldenavnet. Det, der stod før, gemmer kommunen, fordi loven siger det.',
    private: 'Så står her kun kaldenavnet. Navnet slettes også dér, hvor det stod før.',
  },
  takeButton: 'Tag navnet tilbage',
  taken: {
    public: 'Navnet er taget tilbage. Det gamle navn står stadig i det, vi skal gemme.',
    private: 'Navnet er taget tilbage. Det er også slettet dér, hvor det stod før.',
  },
}

export const numberTexts = {
  title: 'CPR-nummer',
  lead: 'Kun hvis borgeren selv giver det, og I skal bruge det. Ingen hjælp kræver det her.',
  who: (party: string) => `Kun ${party} kan se det. Det er låst, og hver gang nogen ser det, står det i loggen.`,
  none: 'Her er ikke noget nummer.',
  kept: 'Nummeret er skrevet ned.',
  number: texts.number,
  again: 'Et nyt nummer i stedet',
  save: 'Gem nummeret',
  saved: 'Nummeret er gemt og låst.',
  show: 'Vis nummeret',
  shown: (number: string) => `${number.slice(0, 6)}-${number.slice(6)}`,
  unreadable: 'Nummeret kan ikke læses. Nøglen mangler på serveren. Sig det til den, der driver Brobygger.',
  hide: 'Skjul nummeret igen',
  take: 'Borgeren tager sit nummer tilbage',
  takeText: 'Så slettes nummeret helt her.',
  takeButton: 'Tag nummeret tilbage',
  taken: 'Nummeret er slettet.',
  same: 'I har allerede et kort med det nummer',
  sameLink: (called: string) => `Se kortet: ${called}`,
}

export const closeTexts = {
  title: { public: 'Afslut', private: 'Slet' },
  lead: {
    public: 'Borgeren vil ikke mere hos jer, eller I er færdige med at hjælpe.',
    private: 'Borgeren vil ikke stå hos jer mere.',
  },
  tell: 'Sig det sådan til borgeren',
  telling: {
    public: (until: string) =>
      `Vi lukker det, vi har skrevet om dig. Vi bruger det ikke mere i det daglige. Kommunen skal gemme det til ${until}, fordi loven siger det. Du kan altid komme igen.`,
    private: (days: number, logMonths: number | null) =>
      `Vi sletter det, vi har skrevet om dig. Det er væk herfra med det samme. ${backups(days)} At nogen har kigget, står i kommunens log uden dit navn, ${logMonths === null ? 'til kommunen sletter det' : `til der er gået ${logMonths} måneder`}. Du kan altid komme igen.`,
  },
  until: (month: string) => `tidligst ${month}`,
  whatHappens: 'Det sker der',
  happens: [
    'Siden er ikke mere i jeres lister.',
    'Det, borgeren deler med andre, er slut med det samme.',
    'I kan finde siden igen, hvis borgeren kommer tilbage.',
  ],
  ending: 'Hvad skal der ske?',
  endingMissing: 'Vælg, hvad der skal ske.',
  endings: {
    close: { label: 'Afslut', hint: undefined },
    delete: { label: 'Slet det hele', hint: 'Også samtalerne. De tæller ikke mere med i jeres tal.' },
    tally: {
      label: 'Slet, men behold samtalerne som tal',
      hint: 'Samtalerne bliver til tal uden navn og uden ord. Resten er væk.',
    },
  },
  button: { public: 'Afslut', private: 'Slet' },
  cannotUndo: 'Det kan ikke fortrydes.',
  closedTitle: 'Afsluttet',
  closed: (day: string) => `Borgeren blev afsluttet ${day}.`,
  kept: (month: string) => `Vi gemmer siden mindst til ${month}. Det siger loven.`,
  nothingNew: 'Her kan ikke skrives noget nyt.',
  toReopen: 'Åbn siden igen',
  refused: 'Borgeren er afsluttet, så her kan ikke skrives noget nyt. Åbn siden igen først.',
  locked: 'Siden er låst. Den kan kun åbnes, hvis borgeren kommer tilbage eller vil se alt om sig selv.',
  reopen: 'Borgeren er kommet tilbage',
  reopenText: 'Så står borgeren igen i jeres lister. Det, borgeren delte før, er stadig slut.',
  reopenButton: 'Åbn siden igen',
  everything: 'Alt om borgeren',
  done: {
    closed: 'Borgeren er afsluttet.',
    deleted: 'Det er slettet.',
    tally: 'Det er slettet. Samtalerne er nu tal uden navn.',
  },
  backups,
}

/** How long a copy may still lie somewhere. */
function backups(days: number): string {
  return days === 0
    ? 'Der er ingen kopier i backup.'
    : `Kopier i backup er væk senest om ${days} ${days === 1 ? 'dag' : 'dage'}.`
}
