export const glassTexts = {
  title: 'Bryd glasset',
  lead: (alias: string) => `Du er ved at se noget, ${alias} ikke har delt med jer.`,
  what: [
    'Gør det kun, når nogen er i fare, eller loven kræver det. Spørg ellers borgeren.',
    'Du kan se det, kommunens andre steder har skrevet, i højst 60 minutter. Aldrig ret og politi.',
    'Stedet og databeskyttelsesrådgiveren får besked med det samme. Borgeren kan se, at du har gjort det, og hvorfor.',
  ],
  ground: 'Hvad giver dig ret til det?',
  grounds: {
    danger: 'Nogens liv eller helbred er i fare',
    child: 'Det handler om et barn, der skal beskyttes',
    law: 'En lov siger, at jeg skal se det',
  },
  reason: 'Hvorfor er det nødvendigt nu?',
  reasonHint: 'Skriv det med dine egne ord. Borgeren kan læse det.',
  break: 'Bryd glasset i 60 minutter',
  no: 'Nej, lad være',
  openTitle: 'Glasset er brudt',
  openUntil: (clock: string) => `Glasset er brudt til ${clock}.`,
  openText: 'Alt, du ser, bliver skrevet ned. Borgeren kan se det.',
  opened: 'Det kan du se nu',
  nothing:
    'Der er ikke noget at se. Borgeren har ikke bundet jeres kort sammen med et af kommunens andre steder. Et kort, I først oprettede, da det blev bundet, tæller ikke med.',
  fromParty: (party: string) => `Fra ${party}`,
  close: 'Luk med det samme',
  told: (who: string, party: string, when: string) => `${who} fra ${party} brød glasset til et kort hos jer ${when}.`,
  timesToUs: (times: number) => (times < 2 ? [] : [`Det er ${times}. gang på 30 dage.`]),
  card: (name: string) => `Se hvorfor hos ${name}.`,
  mail: {
    subject: 'Glasset er brudt',
    body: (at: { municipality: string; when: string; href: string; times: number }) =>
      `I ${at.municipality} er der åbnet for noget, en borger ikke har delt. Det skete ${at.when}. Den samme medarbejder har gjort det ${at.times === 1 ? '1 gang' : `${at.times} gange`} på 30 dage.\n\nDer står ingen navne i denne mail. Log ind for at se, hvem der gjorde det, og hvorfor:\n${at.href}\n`,
  },
  wrong: {
    ground: 'Vælg, hvad der giver dig ret til det.',
    reason: 'Skriv hvorfor, med mindst 10 tegn.',
    cpr: 'Her står et CPR-nummer. Det hører ikke til her.',
  },
} as const
