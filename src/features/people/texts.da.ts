import type { Effort, Role } from './rules.ts'

export const roleWords: Record<Role, string> = {
  outreach_worker: 'Fremskudt medarbejder',
  centre_staff: 'Medarbejder på et værested',
  centre_manager: 'Leder af et værested',
  volunteer: 'Frivillig',
  coordinator: 'Koordinator',
  project_leader: 'Projektleder',
  leader: 'Leder eller politiker',
  administrator: 'Administrator',
  data_protection_officer: 'Databeskyttelsesrådgiver',
}

/** What each role opens, in a line under its name. */
export const roleHints: Record<Role, string> = {
  outreach_worker: 'Skriver samtaler ned og ser sin egen enheds.',
  centre_staff: 'Ser værestedets egne samtaler.',
  centre_manager: 'Som en medarbejder, og retter værestedets side og tider.',
  volunteer: 'Ser tavlen. Ser ingen borgere.',
  coordinator: 'Ser sin egen enheds samtaler og retter dens træffetider.',
  project_leader: 'Ser tal. Ser ingen borgere.',
  leader: 'Ser tal. Ser ingen borgere.',
  administrator: 'Folk, steder og indlæsning. Ser ingen borgere.',
  data_protection_officer: 'Loggen over, hvem der har kigget. Ser ingen borgere.',
}

export const effortWords: Record<Effort, string> = {
  casework: 'Sagsbehandling',
  substanceUse: 'Rådgivning om alkohol og stoffer',
  contactPerson: 'Støtte- og kontaktperson',
  health: 'Sundhed',
  employment: 'Arbejde',
}

export const adminTabs = {
  label: 'Folk og steder',
  people: 'Folk',
  places: 'Steder',
  settings: 'Kommunen',
  retention: 'Gemmes',
  outbox: 'Udbakke',
}

export const staffTexts = {
  title: 'Folk',
  lead: (working: number) =>
    working === 1 ? '1 person har en rolle i dag.' : `${working} personer har en rolle i dag.`,
  invite: 'Inviter en person',
  resting: 'Har ingen rolle i dag',
  imported: 'Navne fra indlæste filer',
  importedHint: 'De står i gamle samtaler. De kan ikke logge ind og står ikke på tavlen.',
  nobody: 'Her er ingen endnu',
  noRole: 'Ingen rolle',
}

export const accountWords = {
  none: 'Kan ikke logge ind',
  invited: 'Inviteret, har ikke valgt adgangskode',
  active: 'Kan logge ind',
  closed: 'Adgangen er lukket',
}

export const personTexts = {
  access: 'Adgang',
  email: 'E-mail',
  state: 'Status',
  secondFactor: 'App til koder',
  secondFactorSet: 'Sat til',
  secondFactorNot: 'Ikke sat til',
  since: 'Oprettet',
  sendLink: 'Send et nyt link',
  close: 'Luk adgangen',
  reopen: 'Åbn adgangen igen',
  reset: 'Nulstil appen',
  giveAccess: 'Giv adgang',
  yourself: 'Det er dig selv. En anden administrator kan lukke din adgang.',
  roles: 'Tilknytninger',
  rolesHint: 'En tilknytning bliver aldrig skrevet om. Den slutter på en dag, og en ny begynder.',
  addRole: 'Tilføj en tilknytning',
  end: 'Vælg',
  changeEnd: 'Ret',
  noRoles: 'Har ikke haft nogen tilknytning endnu.',
  columns: {
    role: 'Rolle',
    where: 'Hvor',
    decides: 'Kan bestemme noget i en sag',
    when: 'Hvornår',
    last: 'Sidste dag',
  },
  decides: 'Ja',
  decidesNot: 'Nej',
  everywhere: 'Hele kommunen',
  hours: 'Træffetider',
  edit: 'Ret navn, fag og e-mail',
  done: {
    invited: 'Personen er oprettet. Linket til at vælge adgangskode er sendt.',
    existing:
      'Den e-mail har allerede en person her, og det er denne. Tilknytningen er lagt til. Navnet er ikke ændret, og der er ikke sendt noget.',
    added: 'Tilknytningen er lagt til.',
    offered:
      'Stedet svarer selv for sine oplysninger og skal sige ja. Vi har spurgt. Til da ser personen ingenting dér.',
    invitedOffered:
      'Personen er oprettet, og linket til at vælge adgangskode er sendt. Stedet skal selv sige ja til rollen. Til da ser personen ingenting dér.',
    existingOffered:
      'Den e-mail har allerede en person her, og det er denne. Stedet skal selv sige ja til rollen, og vi har spurgt. Navnet er ikke ændret.',
    ended: 'Tilknytningen har fået en sidste dag.',
    endedNow: 'Tilknytningen er sluttet.',
    saved: 'Det er gemt.',
    link: 'Et nyt link er sendt. Det virker i 48 timer og kun én gang.',
    given: 'Adgangen er givet. Linket til at vælge adgangskode er sendt.',
    closed: 'Adgangen er lukket. Personen er logget ud alle steder.',
    reopened: 'Adgangen er åben igen.',
    reset: 'Appen er nulstillet. Personen sætter en ny til, næste gang hun eller han logger ind.',
  },
  from: (day: string) => `Fra ${day}`,
  range: (from: string, until: string) => `${from} – ${until}`,
  taken: 'Taget tilbage, før den gjaldt en hel dag',
}

export const inviteTexts = {
  title: 'Inviter en person',
  lead: 'Vi sender et link, som personen selv vælger adgangskode med. Linket virker én gang.',
  name: 'Navn på tavlen',
  nameHint: 'Et fornavn er nok. Personen kan selv rette det.',
  email: 'E-mail på arbejdet',
  trade: 'Fag',
  tradeHint: 'Det ord, borgerne ser på tavlen, for eksempel sygeplejerske.',
  send: 'Opret og send link',
  nameMissing: 'Skriv det navn, der skal stå på tavlen.',
  emailMissing: 'Skriv personens e-mail.',
  emailWrong: 'Skriv en hel e-mail, for eksempel navn@kommune.dk.',
  emailTaken: 'Den e-mail hører til en anden person her. Skriv en anden.',
  closedExisting: (name: string) =>
    `Den e-mail hører til ${name}, og adgangen er lukket. Åbn den igen fra personens side.`,
}

export const membershipTexts = {
  title: 'Tilføj en tilknytning',
  role: 'Rolle',
  party: 'Hvor',
  partyAside: 'enhed eller værested',
  partyNone: 'Hele kommunen',
  partyHint:
    'Projektleder, leder, administrator og databeskyttelsesrådgiver er for hele kommunen. Et privat værested siger selv ja til, hvem der ser dets samtaler.',
  effort: 'Indsats',
  effortAside: 'hvis rollen hører til en',
  effortNone: 'Ingen bestemt',
  mayDecide: 'Kan bestemme noget i en borgers sag',
  mayDecideHint: 'Så står der ”Myndighed” ved personen på tavlen og plakaten.',
  from: 'Første dag',
  until: 'Sidste dag',
  untilAside: 'hvis den er kendt',
  add: 'Tilføj tilknytningen',
  roleMissing: 'Vælg en rolle.',
  fromMissing: 'Skriv den første dag.',
  fromPast: 'En tilknytning kan tidligst begynde i dag. Det, der var, kan ikke skrives om.',
  untilBefore: 'Den sidste dag ligger før den første. Skriv en senere dag.',
  partyMissing: 'Vælg, hvor rollen er.',
  partyTooMuch: 'Den rolle er for hele kommunen. Vælg ”Hele kommunen”.',
  needsUnit: 'Den rolle hører til i en af kommunens enheder. Vælg en enhed.',
  needsCentre: 'Den rolle hører til på et værested. Vælg et værested.',
  mayNotDecide:
    'Kun fremskudte medarbejdere og koordinatorer fra kommunen kan være myndighed. Fjern hakket, eller vælg en anden rolle.',
  twice: 'Personen har allerede den rolle dér. Slut den først.',
}

export const endTexts = {
  title: 'Slut tilknytningen',
  when: 'Hvornår slutter den?',
  now: 'Nu',
  nowHint: 'Den virker ikke længere, næste gang personen åbner en side.',
  day: 'Efter en dag',
  dayHint: 'Den gælder til og med den dag.',
  last: 'Sidste dag',
  end: 'Slut tilknytningen',
  whenMissing: 'Vælg, hvornår tilknytningen slutter.',
  dayMissing: 'Skriv den sidste dag.',
  dayPast: 'Den dag er gået. Skriv i dag eller en senere dag.',
  dayBefore: 'Den dag ligger før den første dag. Skriv en senere dag.',
  lastAdministrator: 'Det er kommunens eneste administrator. Giv en anden rollen først.',
}

export const confirmTexts = {
  closeTitle: (name: string) => `Luk adgangen for ${name}`,
  closeText:
    'Personen bliver logget ud med det samme og kan ikke logge ind. Tilknytningerne bliver stående, til de slutter.',
  close: 'Luk adgangen',
  resetTitle: (name: string) => `Nulstil appen for ${name}`,
  resetText:
    'Gør det kun, når du er sikker på, hvem du taler med: ring personen op på et nummer, du kender. Personen bliver logget ud og sætter en ny app til. Det står i loggen, at du har gjort det.',
  reset: 'Nulstil appen',
  sure: 'Tryk på knappen igen, hvis du er sikker.',
  accountTitle: (name: string) => `Giv ${name} adgang`,
  accountText: 'Vi sender et link, som personen selv vælger adgangskode med.',
  give: 'Giv adgang og send link',
  editTitle: (name: string) => `Ret ${name}`,
  emailHint: 'Når e-mailen ændres, bliver personen logget ud.',
  save: 'Gem',
  cancel: 'Fortryd',
}

export const meTexts = {
  title: 'Mit kort',
  lead: 'Sådan ser borgerne dig på tavlen. Du bestemmer selv.',
  name: 'Navn på tavlen',
  nameHint: 'Et fornavn er nok.',
  nameMissing: 'Skriv det navn, der skal stå på tavlen.',
  trade: 'Fag',
  tradeHint: 'Det ord, borgerne bruger, for eksempel sygeplejerske eller sagsbehandler.',
  phone: 'Telefon på arbejdet',
  phonePublic: 'Vis mit nummer på tavlen',
  phonePublicHint: 'Så kan borgerne ringe og skrive til dig.',
  phoneNone: 'Skriv et nummer, før det kan vises.',
  comeWith: 'Kom til mig med',
  comeWithHint: 'Få ord, for eksempel: breve fra kommunen, penge og bolig.',
  photoPublic: 'Vis mit foto på tavlen',
  photoNone: 'Læg et foto ind, før det kan vises.',
  save: 'Gem',
  saved: 'Dit kort er gemt.',
  photo: 'Foto',
  photoLead: 'Et foto er frivilligt. Uden foto står dine bogstaver.',
  photoShown: 'Fotoet vises på tavlen.',
  photoHidden: 'Fotoet vises ikke for andre, før du siger ja ovenfor.',
  photoFile: 'Vælg et foto',
  photoHint: 'JPEG, PNG eller WebP, højst 500 KB.',
  upload: 'Gem fotoet',
  remove: 'Slet fotoet',
  uploaded: 'Fotoet er gemt.',
  removed: 'Fotoet er slettet.',
  fileMissing: 'Vælg et foto først.',
  fileTooLarge: 'Fotoet er større end 500 KB. Vælg et mindre.',
  fileWrong: 'Filen er ikke et foto, som vi kan vise. Vælg et foto i JPEG, PNG eller WebP.',
  account: 'Log ind',
  email: 'Din e-mail er',
  password: 'Skift adgangskode',
  passwordChanged: 'Din nye adgangskode er gemt. Andre steder er du logget ud.',
  secondFactor: 'Log ind med en app også',
  publicPage: 'Se dit kort, som borgerne ser det',
}
