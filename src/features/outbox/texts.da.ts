export const texts = {
  title: 'Udbakke',
  lead: 'Ingen mailserver er sat til. Det, der ville være sendt, ligger her i 30 dage.',
  leadSent: 'Mails bliver sendt af sig selv. Her står kun, hvor mange der venter.',
  warning: 'Et link herfra åbner en persons adgang. Giv det kun til personen selv.',
  none: 'Udbakken er tom',
  noneText: 'Når du inviterer en person, ligger linket her.',
  to: (recipient: string) => `Til ${recipient}`,
  columns: { recipient: 'Modtager', waiting: 'Venter', sent: 'Sendt' },
  notHere: 'Mails til en, der hjælper en borger udefra, står ikke her.',
  caption: 'Mails de sidste 30 dage',
}
