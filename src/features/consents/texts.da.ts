import type { AnyTopic } from '../contacts/codes.ts'
import type { GivenHow, Ground } from './queries.ts'

/** The topics as a citizen reads them. */
export const topicWords = {
  economyAndHousing: 'Penge og bolig',
  health: 'Helbred',
  mentalHealth: 'Psyken',
  substanceUse: 'Rusmidler',
  work: 'Arbejde',
  court: 'Ret og politi',
} satisfies Record<AnyTopic, string>

/** The page that is read together: the words are the citizen's own. */
export const texts = {
  title: 'Hvem må se hvad om mig?',
  lead: (alias: string) => `Det bestemmer du, ${alias}.`,
  open: 'Åben dør: ',
  openMeans: 'må se',
  closed: 'Lukket dør: ',
  closedMeans: 'må ikke se',
  sayNo: 'Du må gerne sige nej.',
  sameHelp: 'Du får den samme hjælp. Du kan altid tage et ja tilbage. Det virker med det samme.',
  caption: 'Hvem der må se hvad om mig',
  who: 'Hvem',
  until: 'Gælder til',
  maySee: 'Må se',
  no: 'Nej',
  andTheOthers: 'og de andre',
  andTheOthersIn: (party: string) => `og de andre i ${party}`,
  everybody: 'Alle, der arbejder der',
  authority: 'Myndighed',
  noAuthority: 'Ikke myndighed',
  untilDay: (day: string) => `Gælder til ${day}`,
  topicUntil: (topics: string, day: string) => `${topics}: til ${day}`,
  fromDay: (day: string) => `Begynder ${day}`,
  about: (names: string) => `Det gælder det, ${names} har skrevet.`,
  takeBack: 'Tag mit ja tilbage',
  change: 'Lav det om',
  changeFor: (who: string) => `Lav mit ja til ${who} om`,
  forWhom: (who: string) => `til ${who}`,
  give: 'Giv et nyt ja',
  print: 'Print til underskrift',
  ownAlways: 'Hvert sted kan altid se det, de selv har skrevet. Ikke mere.',
  elsewhere: 'Andre steder kan også have et ja fra dig. Det kan de vise dig dér.',
  looked: 'Se, hvem der har kigget',
  powers: 'Se fuldmagter',
  helpers: 'Vis noget til en, der hjælper mig',
  noneTitle: 'Alle døre er lukket',
  noneText: 'Det er helt i orden. Du får den samme hjælp.',
  otherYes: 'Andet, du kan sige ja til',
  smsTitle: 'SMS',
  smsText: (party: string) => `${party} må sende dig en SMS. Der står ikke noget privat i den.`,
  storyTitle: 'Din historie',
  storyText: (party: string) => `${party} må fortælle din historie til andre. Dit navn er ikke med.`,
  giveSms: 'Sig ja til SMS',
  giveStory: 'Sig ja til at fortælle min historie',
  formerTitle: 'Det har du sagt ja til før',
  former: {
    withdrawn: (day: string) => `Taget tilbage ${day}`,
    over: (day: string) => `Gjaldt til ${day}`,
  },
  sharedOnly: 'Her kan du se det ja, der er givet til os. Det er skrevet ned et andet sted.',
  sameAsOurs: 'Er det samme menneske, som I selv kender?',
  basisTitle: 'Derfor må de skrive noget ned',
  basisHint: 'Det her er ikke et ja, du giver. Det er reglerne. Du kan altid få at se, hvad der står.',
  basis: {
    public: {
      title: (name: string) => `${name} og kommunens steder`,
      text: 'Kommunen skal skrive det ned, der er brug for, når den hjælper dig. Det står i loven (serviceloven, beskæftigelsesloven og databeskyttelsesreglerne, artikel 6 og 9). Derfor kan kommunen ikke slette alt, når du beder om det. Den lukker det i stedet og gemmer det, så længe loven siger.',
    },
    private: {
      title: (name: string) => name,
      text: 'Her må de kun skrive det ned, du selv vil have dem til at huske. De har aldrig dit CPR-nummer. Siger du stop, sletter de det.',
    },
  },
  handOn: (name: string) => `Giv opgaven til ${name}`,
  said: {
    given: 'Dit ja er skrevet ned. Døren er åben nu.',
    changed: 'Dit ja er lavet om. Det gælder fra nu af.',
    withdrawn: 'Dit ja er taget tilbage. Døren er lukket nu.',
    untied: 'Dit kort her er ikke bundet sammen med andres.',
    tied: 'Nu er de to kort bundet sammen. Du kan altid få dem bundet op igen.',
  },
  untie: 'Bind ikke vores kort sammen med andres',
} as const

/** Taking a yes back: the second of two taps. */
export const withdrawTexts = {
  title: 'Tag dit ja tilbage?',
  lead: (who: string) => `${who} kan ikke se noget om dig, fra du trykker.`,
  leadOther: 'Det gælder, fra du trykker.',
  topics: 'De kan ikke mere se det om',
  goesBack: (holder: string, giver: string) => `${holder} har lovet noget. Det går tilbage til ${giver}.`,
  stays: 'Det, de selv har skrevet, bliver hos dem. Du får den samme hjælp som før.',
  confirm: 'Ja, tag det tilbage',
  keep: 'Nej, lad det stå',
} as const

/** Giving a yes, and making one over. */
export const giveTexts = {
  title: 'Giv et nyt ja',
  smsTitle: 'Må vi sende dig en SMS?',
  storyTitle: 'Må vi fortælle din historie?',
  changeTitle: 'Lav dit ja om',
  changeLead: (who: string) => `Dit ja til ${who}`,
  changeHint: 'Det gamle ja bliver taget tilbage, og det her gælder i stedet.',
  smsLead: 'Vi skriver kun dag, tid og sted. Der står aldrig noget privat.',
  storyLead: 'Vi fortæller om det, der lykkedes for dig. Dit navn er ikke med, og ingen kan se, at det er dig.',
  from: 'Hvem har skrevet det, de må se?',
  receiver: 'Hvem må se noget om dig?',
  people: (names: string) => names,
  known: 'Hvem kender du der?',
  knownAside: 'hvis der er en',
  knownNobody: 'Ingen bestemt',
  topics: 'Hvad må de se noget om?',
  topicsAside: 'vælg det, du vil',
  topicsHint: 'Alt andet er lukket. Ret og politi for sig selv.',
  ground: 'Hvem må begynde?',
  grounds: {
    disclose: 'Vi må selv fortælle dem det',
    obtain: 'Vi må svare, når de spørger',
    sms: 'SMS',
    story: 'Min historie',
  } satisfies Record<Ground, string>,
  fromDay: 'Fra hvilken dag?',
  untilDay: 'Til og med hvilken dag?',
  untilHint: 'Et år, hvis du ikke vil noget andet.',
  when: (day: string) => `Det gælder til ${day}.`,
  whenChange: 'Lav dagene om',
  how: 'Hvordan siger du ja?',
  hows: { oral: 'Jeg siger det', writing: 'Jeg skriver under' } satisfies Record<GivenHow, string>,
  gaveHow: { oral: 'Du sagde det', writing: 'Du skrev under' } satisfies Record<GivenHow, string>,
  maySee: (party: string) => `${party} må se noget om dig`,
  witness: 'Hvem er med, når du siger ja?',
  witnessAside: 'hvis der er nogen',
  save: 'Ja, det vil jeg',
  saveChange: 'Ja, lav det om',
  no: 'Nej tak',
  noTitle: 'Det er helt i orden',
  noText: 'Alt er, som det var. Du får den samme hjælp, og vi skriver ikke ned, at vi har spurgt.',
  back: 'Tilbage',
  wrong: {
    receiver: 'Vælg, hvem der må se noget.',
    ownParty: 'De er dem, der har skrevet det. Vælg nogle andre.',
    known: 'Hun eller han arbejder ikke der. Vælg en anden, eller ingen bestemt.',
    topics: 'Vælg mindst én ting, de må se noget om.',
    ground: 'Vælg, hvem der må begynde.',
    how: 'Vælg, om du siger det eller skriver under.',
    fromMissing: 'Skriv, hvornår det begynder.',
    untilMissing: 'Skriv, hvornår det slutter.',
    past: 'Et ja kan ikke begynde før i dag.',
    backwards: 'Den sidste dag ligger før den første. Skriv en senere dag.',
    long: 'Et ja kan højst gælde i 3 år. Skriv en tidligere dag.',
    giver: 'Vælg, hvis kort det handler om.',
    noId: 'Åbn siden igen, og prøv en gang til.',
    taken: 'Det gamle ja er taget tilbage i mellemtiden. Der er ikke givet noget nyt. Vil du stadig, så giv et nyt ja.',
    cpr: 'Her står et CPR-nummer. Det hører ikke til her.',
  },
} as const

/** What takes the place of a page that is shared no more. */
export const closedTexts = {
  title: 'Siden er lukket nu',
  text: 'Det, der stod her, er ikke delt med jer mere. Det er borgeren, der bestemmer. Du har ikke gjort noget galt.',
  label: 'Til I dag',
} as const

/** Said in the place where hidden things would stand. */
export const hiddenTexts = {
  things: (notes: number, talks: number): string =>
    [counted(notes, 'note', 'noter'), counted(talks, 'samtale', 'samtaler')].filter(words => words !== '').join(' og '),
  belong: (things: string, party: string) => `${things} hører til ${party}.`,
  decided: (name: string) => `${name} har ikke sagt ja til, at du ser det.`,
}

const counted = (count: number, one: string, several: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : several}`
