export const settingsTexts = {
  title: 'Kommunen',
  name: 'Kommunens navn',
  nameMissing: 'Skriv kommunens navn.',
  address: (url: string) => `Adressen er ${url}. Den kan ikke ændres: den står på plakaterne.`,
  days: 'Hvilke dage holder I lukket?',
  daysHint: 'Helligdagene er med af sig selv. Et værested kan vælge noget andet for en dag.',
  dayWords: { '1_may': '1. maj', '5_june': '5. juni', '24_december': '24. december', '31_december': '31. december' },
  child: 'Hvem ringer man til om et barn?',
  childHint:
    'Teksten står bag linket ”Bekymret for et barn?”. Skriv nummer og åbningstid, også om aftenen. Uden tekst er der intet link.',
  contact: 'Hvem siger man til, når noget ikke virker?',
  contactHint: 'En e-mail eller et telefonnummer. Det står på siden om tilgængelighed.',
  listed: 'Vis kommunen på forsiden',
  listedHint: 'Uden hak kan siden kun findes af dem, der kender adressen.',
  breaksGlass: 'Medarbejdere må bryde glasset',
  breaksGlassHint:
    'Så kan en medarbejder i nød, i højst 60 minutter og kun mellem kommunens egne steder, se det, en borger ikke har delt. Aldrig ret og politi, og aldrig et privat værested. Databeskyttelsesrådgiveren og stedet får besked med det samme, og borgeren kan se det.',
  namesStaff: 'Borgeren ser medarbejdernes navne',
  namesStaffHint:
    'En borger kan altid se, hvem der har kigget: rolle og sted. Med hak står navnet der også. Spørg jeres databeskyttelsesrådgiver først.',
  save: 'Gem',
  saved: 'Det er gemt.',
}

export const accessibilityTexts = {
  title: 'Om tilgængelighed',
  lead: 'Alle skal kunne bruge siden, også uden mus, uden syn og på en gammel telefon.',
  how: 'Sådan er siden lavet',
  howList: [
    'Den kan bruges med tastatur alene.',
    'Den kan læses op. Rækkefølgen er den samme, som du ser.',
    'Den kan forstørres til 200 %, og den passer på en smal telefon.',
    'Farver siger aldrig noget alene. Der står altid ord.',
    'Tavlen virker uden scripts.',
    'Plakaten og ugeplanen findes også som PDF, der kan læses op.',
  ],
  tested: 'Det har vi prøvet',
  testedList: [
    'Et program har gået siderne igennem efter reglerne i WCAG 2.2, niveau AA, hver gang noget blev ændret.',
    'Vi har selv set siderne ved 320 punkters bredde og ved 200 %.',
    'Farver og tekst er målt: teksten til borgere har mindst kontrasten 7 til 1.',
  ],
  not: 'Det ved vi ikke endnu, eller det virker ikke',
  notList: [
    'Ingen, der bruger skærmlæser til daglig, har prøvet siden endnu.',
    'Siden er på dansk. Den findes ikke på let dansk, andre sprog eller tegnsprog.',
    'Fotos af medarbejdere har ingen beskrivelse. Navn og fag står ved siden af.',
    'Regneark, som medarbejdere henter, har ingen særlig opsætning til oplæsning.',
  ],
  tell: 'Virker noget ikke for dig?',
  tellUs: 'Sig det til kommunen. Så retter vi det, eller hjælper dig på en anden måde.',
  tellNobody: 'Sig det til en medarbejder på et værested. Kommunen har ikke skrevet et nummer her endnu.',
  complain: 'Får du ikke et svar, du kan bruge, kan du klage til Digitaliseringsstyrelsen.',
}
