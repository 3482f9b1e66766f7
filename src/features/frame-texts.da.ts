export const frameTexts = {
  demo: 'Det her er en prøve med opdigtede mennesker.',
  menu: {
    today: 'I dag',
    citizens: 'Borgere',
    board: 'Tavlen',
    figures: 'Tal',
    imports: 'Indlæs',
    staff: 'Folk og steder',
    log: 'Loggen',
    more: 'Mere',
  },
}

/** Said wherever a list may not be all there is; always in these words. */
export const standing = {
  title: 'Der kan være mere, end du kan se her.',
  text: 'Det er borgeren, der bestemmer, hvem der må se hvad.',
}
