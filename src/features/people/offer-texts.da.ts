import { roleWords } from './texts.da.ts'
import type { Role } from './rules.ts'

/** The words of two equal parties: who sees the records of a private place is the place's own matter. */
export const offerTexts = {
  title: (party: string) => `Hvem arbejder hos ${party}?`,
  lead: 'De ser jeres samtaler. Ingen kommer til, før I selv siger ja.',
  asked: 'Kommunen spørger',
  askedText: 'Siger du ja, kan personen se alt, hvad stedet har skrevet om borgere. Siger du nej, sker der ingenting.',
  askedBy: (name: string, day: string) => `${name} spurgte ${day}`,
  roleAt: (role: Role, party: string) => `${roleWords[role]}, ${party}`,
  yes: 'Ja, luk ind',
  no: 'Nej',
  about: (name: string) => `: ${name}`,
  working: 'De ser jeres samtaler',
  coming: 'Begynder senere',
  since: (from: string) => `Fra ${from}`,
  until: (from: string, until: string) => `${from} – ${until}`,
  end: 'Slut tilknytningen',
  you: 'Det er dig selv',
  nobody: 'Her er ingen endnu.',
  done: {
    yes: 'Du har sagt ja. Personen kan se stedets samtaler fra den første dag. I har begge fået en mail om det.',
    no: 'Du har sagt nej. Personen ser ingenting.',
    ended: 'Tilknytningen har fået en sidste dag.',
  },
  wrong: {
    choose: 'Vælg ja eller nej.',
    yourself: 'Du kan ikke selv sige ja til en rolle til dig selv. En anden leder af stedet skal gøre det.',
    over: 'Den sidste dag er gået. Sig nej, og bed kommunen om at spørge igen.',
    twice: 'Personen har allerede den rolle hos jer. Sig nej.',
  },
  /** What the administrator is told. */
  already: (party: string) => `${party} er allerede spurgt om det og har ikke svaret endnu.`,
  firstManager: (party: string) =>
    `${party} svarer selv for sine oplysninger og har ingen leder endnu. Giv en anden end dig selv rollen som leder. Lederen siger så ja til de næste.`,
  noManager: (party: string) =>
    `${party} har ingen leder, der kan sige ja. Den, der driver Brobygger hos jer, kan sætte en leder ind.`,
  lengthened: 'Stedet svarer selv for sine oplysninger. Kun dets egen leder kan lade tilknytningen vare længere.',
  questions: 'Spurgt om',
  state: {
    waiting: (party: string) => `${party} har ikke svaret`,
    refused: (party: string) => `${party} har sagt nej`,
  },
  mail: {
    subject: (party: string) => `Nogen har fået adgang hos ${party}`,
    body: (at: { municipality: string; party: string; name: string; role: Role; href: string }) =>
      `I ${at.municipality} har ${at.name} fået en rolle hos ${at.party}: ${roleWords[at.role]}. Rollen kan se, hvad stedet har skrevet om borgere.\n\nMailen går både til kommunen og til stedet. Er det en fejl, kan I begge slutte rollen. Log ind for at se den:\n${at.href}\n`,
  },
} as const
