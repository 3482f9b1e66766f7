/** Everything that sign-in says, on pages and in mail. */
export const texts = {
  email: 'E-mail',
  password: 'Adgangskode',
  title: 'Log ind',
  signIn: 'Log ind',
  forgotten: 'Jeg har glemt min kode',
  citizen: 'Er du borger?',
  citizenNeeds: ' Du behøver ikke logge ind. ',
  citizenBoard: 'Se, hvem du kan møde',
  insecure:
    'Forbindelsen hertil er ikke krypteret. Andre på nettet kan læse, hvad du skriver. Brug kun siden til at prøve af.',
  emailMissing: 'Skriv din e-mail.',
  passwordMissing: 'Skriv din adgangskode.',
  tooLong: 'Det er for langt. Skriv det igen.',
  wrong: 'E-mail og adgangskode passer ikke sammen. Skriv dem igen.',
  wait: (seconds: number) => `Her er prøvet for mange gange. Vent ${duration(seconds)}, og prøv så igen.`,
  said: {
    out: 'Du er logget ud.',
    chosen: 'Din nye adgangskode er gemt. Log ind med den.',
  },
  waiting: 'Du var logget ud. Log ind igen, så er det, du skrev, her stadig.',
  notWaiting: 'Du var logget ud, så det, du sendte, er ikke gemt. Log ind, og gør det igen.',
  otherSignedIn: (name: string) => ({
    waiting: `${name} er logget ind her nu. Derfor er det, du sendte, ikke gemt. Log ind som dig selv, så er det, du skrev, her stadig.`,
    notWaiting: `${name} er logget ind her nu. Derfor er det, du sendte, ikke gemt. Log ind som dig selv, og gør det igen.`,
  }),
  resume: {
    title: 'Du er logget ind igen',
    text: 'Det, du skrev, er her stadig. Der er ikke gemt noget endnu.',
    send: 'Send det nu',
    leave: 'Lad det ligge, og gå til forsiden',
  },
  demo: {
    title: 'Prøv som en af dem her',
    password: 'Alle har adgangskoden ',
    as: (name: string) => ` som ${name}`,
  },
  code: {
    title: 'Skriv koden fra din app',
    lead: 'Åbn appen på din telefon. Den viser 6 tal, som skifter hvert halve minut.',
    label: 'Kode',
    send: 'Fortsæt',
    missing: 'Skriv de 6 tal, som appen viser.',
    wrong: 'Koden passer ikke. Vent, til appen viser en ny, og skriv den.',
    lost: 'Har du mistet din telefon?',
    lostText: 'Din administrator kan nulstille appen, så du kan sætte en ny til.',
    other: 'Log ind som en anden',
  },
  setUp: {
    title: 'Sæt en app til',
    must: 'Du kan se oplysninger om borgere. Derfor logger du ind med både adgangskode og en kode fra din telefon.',
    may: 'Med en kode fra din telefon kan ingen andre logge ind som dig, selv om de kender din adgangskode.',
    app: '1. Hent en app til koder',
    appText: 'For eksempel Microsoft Authenticator. Har du allerede en, så brug den.',
    scan: '2. Vis den billedet',
    scanText: 'Vælg i appen, at du vil tilføje en konto. Hold så telefonen op foran billedet.',
    picture: 'Billede, som appen kan læse. Den samme nøgle står som tekst nedenfor.',
    here: 'Er du på telefonen nu? Åbn appen herfra',
    byHand: 'Kan appen ikke læse billedet?',
    byHandText: 'Skriv så denne nøgle i appen. Vælg, at koden skifter med tiden.',
    type: '3. Skriv de 6 tal, som appen viser nu',
    code: 'Kode',
    send: 'Sæt appen til',
    issuer: (municipality: string) => `Brobygger ${municipality}`,
    doneTitle: 'Din app er sat til',
    doneText: 'Næste gang du logger ind, spørger vi om en kode fra den.',
    already: 'Din app er sat til. Skal du have en ny telefon, så bed din administrator om at nulstille den.',
    goOn: 'Fortsæt',
  },
  forgot: {
    title: 'Har du glemt din kode?',
    lead: 'Skriv din e-mail. Så sender vi dig et link, som du kan vælge en ny adgangskode med.',
    send: 'Send mig et link',
    sentTitle: 'Se i din indbakke',
    sent: 'Hvis der er en bruger med den e-mail, har vi sendt et link. Det virker i 1 time.',
    back: 'Tilbage til log ind',
  },
  choose: {
    title: 'Vælg en adgangskode',
    lead: 'Mindst 12 tegn. Tag gerne nogle ord, som kun du ville sætte sammen.',
    token: 'Koden fra mailen',
    tokenHint: 'Den står nederst i mailen. Kopiér den, og sæt den ind her.',
    password: 'Ny adgangskode',
    again: 'Den samme igen',
    send: 'Gem adgangskoden',
    tokenMissing: 'Åbn linket i mailen igen, eller sæt koden fra mailen ind.',
    used: 'Linket er brugt eller blevet for gammelt. Få et nyt: vælg “Jeg har glemt min kode”.',
    tooShort: (signs: number) => `Skriv mindst ${signs} tegn. Nogle ord med mellemrum er fint.`,
    isEmail: 'Adgangskoden må ikke ligne din e-mail. Vælg noget andet.',
    common: 'Den adgangskode er for let at gætte. Vælg nogle ord, som kun du ville sætte sammen.',
    differ: 'De to er ikke ens. Skriv den samme begge gange.',
    missing: 'Skriv en ny adgangskode.',
    againMissing: 'Skriv den nye adgangskode en gang til.',
  },
  change: {
    title: 'Skift adgangskode',
    lead: 'Mindst 12 tegn. Tag gerne nogle ord, som kun du ville sætte sammen.',
    former: 'Din adgangskode nu',
    wrong: 'Det er ikke din adgangskode. Skriv den, du logger ind med nu.',
    same: 'Det er den, du har nu. Vælg en anden.',
    others: 'Er du logget ind andre steder, bliver du logget ud der.',
    account: 'Dit kort',
  },
  invitation: {
    subject: 'Du kan nu logge ind på Brobygger',
    body: (at: LinkMail) => `Hej

Du er oprettet som bruger i Brobygger i ${at.municipality}.
Åbn linket, og vælg en adgangskode:

${at.link}

Linket virker i 48 timer og kun én gang. Er det for gammelt, så tryk
“Jeg har glemt min kode” på siden, hvor man logger ind.

Beder siden om en kode, så er den:
${at.token}
`,
  },
  reminder: {
    subject: 'Vælg en ny adgangskode til Brobygger',
    body: (at: LinkMail) => `Hej

Nogen har bedt om en ny adgangskode til Brobygger i ${at.municipality}.
Er det dig, så åbn linket, og vælg en:

${at.link}

Linket virker i 1 time og kun én gang. Er det ikke dig, så gør ingenting.
Din gamle adgangskode virker stadig.

Beder siden om en kode, så er den:
${at.token}
`,
  },
}

function duration(seconds: number): string {
  if (seconds > 90) return `${Math.ceil(seconds / 60)} minutter`
  return seconds === 1 ? '1 sekund' : `${seconds} sekunder`
}

interface LinkMail {
  municipality: string
  link: string
  token: string
}
