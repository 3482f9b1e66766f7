/** Whom to ring about a child. The words themselves are the municipality's own. */
export const childTexts = {
  title: 'Bekymret for et barn?',
  nothingKept: 'Vi skriver ikke ned, at du har set denne side.',
  danger: 'Er et barn i fare lige nu, så ring 112.',
  back: 'Tilbage',
}
