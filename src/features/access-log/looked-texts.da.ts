import { formatNumber } from '../../platform/html/numbers.ts'
import { capitalised } from '../../platform/time.ts'
import type { Role } from '../people/rules.ts'
import { roleSays } from '../presence/texts.da.ts'
import type { GlassGround } from '../glass/queries.ts'

/** What the citizen reads about who has looked. */
export const lookedTexts = {
  title: 'Hvem har kigget?',
  lead: (alias: string, from: string) =>
    `${alias}, her kan du se, hver gang nogen har set, søgt eller skrevet i det, som ${roleSays.house(from)} ved om dig.`,
  link: 'Se, hvem der har kigget',
  citizens: 'Borgere',
  since: (month: string) => `Listen begynder i ${month}.`,
  times: (count: number) => (count === 1 ? '1 gang' : `${formatNumber(count)} gange`),
  did: (why: string, more: string | false) => `${capitalised(why)}.${more === false ? '' : ` ${more}`}`,
  severalTimes: (times: string, first: string) => `${times}. Første gang ${first}.`,
  newerMonths: 'Senere måneder',
  olderMonths: 'Tidligere måneder',
  older: 'Se flere i måneden',
  newest: 'Tilbage til det nyeste',
  print: 'Print',
  file: 'Hent som fil',
  none: 'Ingen har kigget endnu',
  noneText: 'Når nogen ser det, der er skrevet om dig, kommer det til at stå her.',
  about: 'Sådan læser du listen',
  aboutLines: ({ names, onPaper }: { names: boolean; onPaper: boolean }) => [
    'Listen viser også, hvad andre fik lov at se, fordi du sagde ja.',
    'Søger nogen efter dig, står det her. De ord, de søgte med, står her ikke.',
    onPaper
      ? 'Det samme fra det samme sted står på én linje for hver måned. Alle dagene er med. Klokkeslæt kan du få, hvis du beder om dem.'
      : 'Gør den samme det samme flere gange på en dag, står det på én linje.',
    'Roller og steder er dem, der gjaldt den dag.',
    names
      ? 'Kommunen har valgt, at medarbejdernes navne står her.'
      : 'Medarbejdernes navne står her ikke. Undrer noget dig, så spørg. Kommunen kan se, hvem det var.',
    'Andre steder, der skriver om dig, har deres egen liste. Den kan du få hos dem.',
  ],
  wrong: (controller: string) =>
    `Undrer noget dig? Spørg den, du taler med. Du kan også spørge ${controller}, der har ansvaret for det, vi skriver om dig.`,
  glassTitle: 'Uden dit ja',
  glassText: (ground: string) => `Medarbejderen åbnede det alligevel. Loven tillader det, når ${ground}.`,
  grounds: {
    danger: 'nogens liv eller helbred er i fare',
    child: 'et barn kan være i fare',
    law: 'en anden lov kræver det',
  } satisfies Record<GlassGround, string>,
  roles: {
    outreach_worker: 'medarbejder',
    centre_staff: 'medarbejder',
    centre_manager: 'leder',
    volunteer: 'frivillig',
    coordinator: 'koordinator',
    project_leader: 'projektleder',
    leader: 'leder',
    administrator: 'administrator',
    data_protection_officer: 'databeskyttelsesrådgiver',
  } satisfies Record<Role, string>,
  a: (role: string) => `En ${role}`,
  from: (parties: readonly string[]) => parties.map(roleSays.whence).join(' og '),
  inMunicipality: 'i kommunen',
  /** Who it was where no person was signed in. */
  unnamed: [
    { purposes: 'operator.', who: 'Den, der passer systemet' },
    { purposes: 'helpers.', who: 'Din hjælper' },
  ],
  noRole: 'En, der ikke havde en rolle den dag',
  nobody: 'En, der ikke var logget ind',
  unknownWhy: (purpose: string) => `gjorde noget, der ikke findes mere (${purpose})`,
  paper: {
    name: 'hvem-har-kigget',
    printed: (day: string) => `Printet ${day}`,
    times: (times: number) => (times === 1 ? '' : ` (${times} gange)`),
    and: ' og ',
    glass: 'Åbnet uden dit ja',
    glassLine: (when: string, what: string, ground: string) => `${when}: ${what} Loven tillader det, når ${ground}.`,
    page: 'Side',
  },
  sheet: {
    name: 'hvem-har-kigget',
    head: ['linje', 'dag', 'klokken', 'hvem', 'hvorfor', 'hvad', 'uden dit ja'],
  },
}
