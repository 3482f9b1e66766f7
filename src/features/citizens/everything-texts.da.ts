export const everythingTexts = {
  title: 'Alt om borgeren',
  /** Said to the citizen, on screen and on paper. */
  heading: (party: string) => `Det har ${party} skrevet om dig`,
  lead: (day: string) => `Sådan stod det ${day}.`,
  answers: (controller: string) => `${controller} har ansvaret for det, der står her.`,
  kept: {
    public: (months: number) =>
      `Når du er færdig her, lukker vi det og gemmer det i ${span(months)}, fordi loven siger det.`,
    private: 'Vi sletter det, når du siger til.',
  },
  others: {
    public: (controller: string) =>
      `Andre steder i ${controller} kan have skrevet noget om dig. Du kan bede dem alle om svar på én gang. Væresteder, der ikke er kommunens, spørger du selv.`,
    private: 'Andre steder kan have skrevet noget om dig. Det kan du få at se hos dem.',
  },
  rights: 'Er noget forkert, så sig det. Vi retter det. Du kan klage til Datatilsynet.',
  looked: 'Se også, hvem der har kigget',
  before: 'Sådan stod der før',
  replaced: (when: string, by: string | null) => (by === null ? `Rettet ${when}` : `Rettet ${when} af ${by}`),
  take: 'Tag det med',
  format: 'Hvordan?',
  formatMissing: 'Vælg, hvordan du vil have det.',
  formats: {
    pdf: { label: 'Papir (PDF)', hint: 'Til at printe og give borgeren i hånden.' },
    csv: { label: 'Regneark', hint: 'Alt på linjer under hinanden.' },
    json: { label: 'Fil til et andet program', hint: 'JSON.' },
  },
  withNumber: 'Tag CPR-nummeret med',
  withNumberHint: 'Ellers står der kun, at I har det.',
  get: 'Hent',
  numberTitle: 'Dit CPR-nummer',
  numberIs: 'Nummeret',
  columns: ['Afsnit', 'Hvornår', 'Hvad', 'Oplysning', 'Sådan står der', 'Sådan stod der før', 'Rettet'],
  fileName: 'alt-om-mig',
}

function span(months: number): string {
  if (months % 12 === 0) return `${months / 12} år`
  return `${months} ${months === 1 ? 'måned' : 'måneder'}`
}
