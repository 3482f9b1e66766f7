import { formatNumber } from '../../platform/html/numbers.ts'

// What an act changed that decides who sees what, said to the officer.

export const changeTexts = {
  roleGiven: (person: string, role: string, days: string) => `Gav ${person} rollen ${role} ${days}`,
  roleEnds: (person: string, role: string, last: string) => `${person} har rollen ${role} til og med ${last}`,
  roleForever: (person: string, role: string) => `${person} har rollen ${role} uden sidste dag`,
  roleEnded: (person: string, role: string) => `Tog rollen ${role} fra ${person} med det samme`,
  roleDeleted: (person: string, role: string) => `Slettede rollen ${role} for ${person}`,
  at: (role: string, party: string) => `${role} (${party})`,
  from: (from: string) => `fra ${from}`,
  until: (from: string, until: string) => `fra ${from} til og med ${until}`,
  controller: (party: string, from: string, to: string) =>
    `${party}: ansvaret for oplysningerne gik fra ${from} til ${to}`,
  breaks_glass: (on: boolean) => (on ? 'Lukkede op for at bryde glasset' : 'Lukkede for at bryde glasset'),
  names_staff_in_log: (on: boolean) =>
    on ? 'Borgere får navne på dem, der har kigget' : 'Borgere får ikke navne på dem, der har kigget',
  backup_days: (from: number, to: number) => `Kopier i backup: ${to} dage. Før: ${from}`,
  retention: (kind: string, controller: string, rules: { from: string; to: string }) =>
    `${kind}, ${controller}: ${rules.to}. Før: ${rules.from}`,
  log: (month: string, lines: number) =>
    `Loggen for ${month} er slettet: ${formatNumber(lines)} ${lines === 1 ? 'linje' : 'linjer'}`,
  glass: (party: string) => `Grunden er gemt af ${party}`,
}
