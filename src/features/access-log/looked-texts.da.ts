import { formatNumber } from '../../platform/html/numbers.ts'
import { capitalised } from '../../platform/time.ts'
import type { Purpose } from '../../purposes.ts'
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
  /** Why, where a page was opened that something can be done on, and nothing was done. */
  opened: {
    'contacts.record': 'åbnede siden, hvor man skriver en samtale ned',
    'contacts.correct': 'åbnede siden, hvor man retter en samtale',
    'contacts.export': 'åbnede siden, hvor man henter samtaler som regneark',
    'citizens.add': 'åbnede siden, hvor man laver en ny side',
    'citizens.change': 'åbnede siden, hvor man retter dit kort',
    'citizens.close': 'åbnede siden, hvor man afslutter',
    'citizens.reopen': 'åbnede siden, hvor man åbner igen',
    'citizens.everything': 'åbnede siden, hvor man finder alt om dig frem',
    'access-requests.ask': 'åbnede siden, hvor man beder hele kommunen om svar til dig',
    'access-requests.answer': 'åbnede siden, hvor man svarer dig',
    'consents.give': 'åbnede siden, hvor man skriver dit ja ned',
    'consents.withdraw': 'åbnede siden, hvor man tager dit ja tilbage',
    'consents.print': 'åbnede siden, hvor man printer dit ja',
    'links.tie': 'åbnede siden, hvor man binder kort sammen',
    'links.untie': 'åbnede siden, hvor man binder dit kort op',
    'powers.give': 'åbnede siden, hvor man skriver din fuldmagt ned',
    'powers.withdraw': 'åbnede siden, hvor man tager din fuldmagt tilbage',
    'glass.break': 'åbnede siden, hvor man bryder glasset',
    'glass.close': 'åbnede siden, hvor man lukker glasset',
    'helpers.give': 'åbnede siden, hvor man lader din hjælper se noget',
    'helpers.withdraw': 'åbnede siden, hvor man lukker for din hjælper',
    'notes.write': 'åbnede siden, hvor man skriver en note om dig',
    'notes.share': 'åbnede siden, hvor man vælger, hvem der kan se en note om dig',
    'journal.hand-over': 'åbnede siden, hvor man giver noget videre til kommunens journal',
    'plan.change': 'åbnede siden, hvor man skriver i din plan',
    'steps.change': 'åbnede siden, hvor man ændrer et af dine skridt',
    'tasks.change': 'åbnede siden, hvor man ændrer, hvad nogen har lovet dig',
    'appointments.change': 'åbnede siden, hvor man ændrer en af dine aftaler',
    'appointments.print': 'åbnede siden, hvor man henter et kort med dine aftaler',
    'looked.export': 'åbnede siden, hvor man henter listen over, hvem der har kigget',
  } satisfies Partial<Record<Purpose, string>> as Partial<Record<string, string>>,
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
