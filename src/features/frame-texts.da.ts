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
