export const texts = {
  front: 'Hvor bor du?',
  noneYet: 'Her er ingen kommuner endnu.',
}
