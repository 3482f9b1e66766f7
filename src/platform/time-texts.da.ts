export const months = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
] as const

export const weekdays = [
  { long: 'mandag', short: 'Man.' },
  { long: 'tirsdag', short: 'Tirs.' },
  { long: 'onsdag', short: 'Ons.' },
  { long: 'torsdag', short: 'Tors.' },
  { long: 'fredag', short: 'Fre.' },
  { long: 'lørdag', short: 'Lør.' },
  { long: 'søndag', short: 'Søn.' },
] as const

export const timeSays = {
  dayMissing: 'Skriv en dag, for eksempel 24-11-2026.',
  dayUnreadable: 'Skriv dagen som dag, måned og år, for eksempel 24-11-2026.',
  yearMissing: 'Skriv også året, for eksempel 24-11-2026.',
  noSuchMonth: (month: number) => `Der er ingen måned ${month}. Skriv en måned fra 1 til 12.`,
  noSuchDayOfMonth: (day: number) => `Der er ingen dag ${day} i en måned. Skriv en anden dag.`,
  noSuchDay: (day: number, month: string, year: number) =>
    month === 'februar' && day === 29
      ? `29. februar ${year} findes ikke. Skriv en anden dag.`
      : `${day}. ${month} findes ikke. Skriv en anden dag.`,
  yearTooFar: 'Skriv et år mellem 1900 og 2200.',
  clockMissing: 'Skriv et klokkeslæt, for eksempel 9.30.',
  clockUnreadable: 'Skriv klokkeslættet som timer og minutter, for eksempel 9.30.',
  noSuchClock: 'Klokken går fra 0.00 til 23.59. Skriv et andet klokkeslæt.',
  clockSkipped: 'Det klokkeslæt findes ikke den nat, hvor uret stilles frem. Skriv et andet.',
} as const
