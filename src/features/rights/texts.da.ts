import { monthsInWords } from '../citizens/everything-texts.da.ts'
import type { RecordKind, RetentionAct } from '../retention/codes.ts'

/** What a citizen is told about what is written down, by the kind of who answers for it. */
export const rightsTexts = {
  title: 'Sådan passer vi på det',
  link: 'Sådan passer vi på det, du fortæller',
  lead: (name: string) => `Her står, hvad ${name} skriver ned om dig, og hvad du selv bestemmer.`,
  noName: 'Du behøver ikke sige, hvem du er. Så skriver vi kun, at nogen har talt med os.',
  who: 'Hvem har ansvaret?',
  answers: {
    public: (name: string, parties: string) => `${name} har ansvaret for det, der bliver skrevet her: ${parties}.`,
    private: (name: string) => `${name} har selv ansvaret. Kommunen ser kun det, du siger ja til.`,
  },
  contact: 'Sådan får du fat i dem',
  officer: 'Databeskyttelsesrådgiveren',
  officerIs: 'Det er den, der holder øje med, at vi passer på det. Du kan altid skrive eller ringe.',
  ask: 'Spørg den, du taler med. Så hjælper vi dig videre.',
  missing: 'Her mangler, hvem man kan få fat i. Det ser kun I, der kan skrive det.',
  fillIn: 'Skriv det',
  change: 'Ret, hvem man kan få fat i',
  what: 'Hvad skriver vi ned, og hvorfor?',
  whatList: {
    both: [
      'Det, du bliver kaldt, og hvordan vi får fat i dig. Så kan vi kende dig igen.',
      'Det, vi taler om og aftaler. Så bliver det ikke glemt.',
      'Det, du gerne vil, og de små skridt på vejen.',
      'Hvem du har sagt ja til, og hvem der har kigget. Så kan du holde øje med os.',
      'Noget kan være meget privat: helbred, psyken, rusmidler, penge, ret og politi. Vi skriver kun det, der er brug for.',
      'Vi tæller også, hvor mange vi taler med. I tallene er der ingen navne.',
    ],
    public: ['Dit CPR-nummer, hvis du selv giver os det. Så kan kommunen finde din sag.'],
    private: ['Aldrig dit CPR-nummer.'],
  },
  law: 'Hvad giver os lov til det?',
  lawText: {
    public: [
      'Kommunen skal hjælpe dig efter loven. Så må den også skrive det ned, der er brug for. Det er ikke noget, du har sagt ja til. Dit ja handler kun om, hvem der må se det.',
      'Reglerne står i EU’s databeskyttelsesforordning: artikel 6, stk. 1, litra e, og artikel 9, stk. 2, litra f. Straf og politi står i databeskyttelsesloven, § 8. CPR-nummer står i § 11.',
    ],
    private: [
      'De må huske det, du selv vil have dem til at huske. Siger du stop, sletter de det.',
      'Om straf og politi må de kun skrive, når du klart har sagt ja til netop det. Det står i databeskyttelsesloven, § 8.',
      'Resten står i EU’s databeskyttelsesforordning, artikel 6 og 9.',
    ],
  },
  see: 'Hvem må se det?',
  seeList: {
    both: [
      'De, der arbejder på det hold, der har skrevet det.',
      'Andre hold, når du siger ja. Du vælger hvem, hvad og hvor længe. Du kan altid tage dit ja tilbage.',
      'En, der hjælper dig udefra, når du beder os vise det.',
    ],
    public: ['Kommunens egen journal, når noget skal med i din sag.'],
    private: [],
  },
  glass:
    'Er nogen i fare, kan en fra kommunen åbne det uden dit ja. Det er i højst en time. Du kan altid se, hvem det var, og hvorfor.',
  from: 'Hvor kommer det fra?',
  fromText: {
    public:
      'Mest fra dig selv. Også fra dem, du taler med, og fra andre hold, når du har sagt ja. Kommunen kan have taget ældre lister med.',
    private: 'Mest fra dig selv. Også fra dem, du taler med, og fra andre hold, når du har sagt ja.',
  },
  machine: 'Ingen maskine bestemmer noget om dig.',
  long: 'Hvor længe gemmer vi det?',
  kind: {
    citizen: 'Alt om dig, når vi er færdige',
    quiet: 'Alt om dig, når ingen har skrevet noget længe',
    contact: 'Det, vi har talt om',
    plan: 'Skridt og aftaler, der er gjort',
    note: 'Noter',
    consent: 'Et ja, der er slut',
    attorney: 'En fuldmagt, der er slut',
    log: 'Listen over, hvem der har kigget',
  } satisfies Record<RecordKind, string>,
  act: {
    delete: (months: number) => `Bliver slettet efter ${monthsInWords(months)}.`,
    lock: (months: number) => `Bliver låst efter ${monthsInWords(months)}. Så er det kun dig, der kan få det åbnet.`,
    list: (months: number) => `Efter ${monthsInWords(months)} ser vi på, om det skal slettes.`,
  } satisfies Record<RetentionAct, (months: number) => string>,
  backups: (days: number) => `Kopier, vi tager for en sikkerheds skyld, bliver smidt ud efter ${days} dage.`,
  rights: 'Det kan du',
  rightsList: {
    see: [
      'Se det',
      'Spørg, så får du alt, der står om dig. På papir eller som en fil. Du kan også se, hvem der har kigget.',
    ],
    correct: ['Få det rettet', 'Er noget forkert, så sig det. Så retter vi det.'],
    close: ['Få det lukket', 'Så er det ude af det daglige. Loven siger, at kommunen skal gemme det lidt endnu.'],
    delete: ['Få det slettet', 'Sig til, så sletter de det.'],
    object: ['Sige nej', 'Du kan sige, at vi ikke må bruge det. Så ser vi på det igen, og du får et svar.'],
    restrict: ['Sætte det på pause', 'Er vi uenige, kan du bede os lade det ligge, til vi har set på det.'],
    take: ['Tage det med', 'Du kan få det som en fil, som andre kan bruge.'],
    complain: [
      'Klage',
      'Du kan altid klage til Datatilsynet, Carl Jacobsens Vej 35, 2500 Valby. Telefon 33\u00a019\u00a032\u00a000. Mail: dt@datatilsynet.dk.',
    ],
  },
  others: 'Andre har selv ansvaret',
  othersText: 'De bestemmer selv over det, de skriver. Se, hvordan de gør.',
  paper: (address: string) => `Sådan passer vi på det: ${address}`,
  and: ' og ',
}

/** Saying how one is reached. */
export const contactTexts = {
  title: 'Hvem kan man få fat i?',
  lead: (name: string) => `Det står på siden om, hvordan ${name} passer på det, borgere fortæller. Alle kan læse den.`,
  contact: 'Hvordan får man fat i jer?',
  contactHint: 'Navn, adresse, telefon eller mail. Højst 300 tegn.',
  officer: 'Hvordan får man fat i jeres databeskyttelsesrådgiver?',
  officerHint: 'Har I ingen, så lad det stå tomt. En kommune skal have en.',
  save: 'Gem',
  saved: 'Det er gemt.',
}
