/** What every form may have to say. */
export const formTexts = {
  unreadable: 'Her er et tegn, som vi ikke kan gemme. Skriv det igen.',
  tooLong: (max: number) => `Skriv højst ${max} tegn.`,
  notInList: 'Vælg en af mulighederne.',
  phone: 'Skriv et telefonnummer med 8 tal. Fra udlandet: + og landets tal foran.',
  number: (min: number, max: number) => `Skriv et helt tal fra ${min} til ${max}.`,
}
