/**
 * The closed list of why anyone opens the database, which is the vocabulary of the access log too.
 *
 * `about`: whether the purpose shows or changes anything about citizens (then the transaction names
 * them, and a log line is written) or only places, people who work, and counts. `house` is about no citizen and leaves
 * a line all the same: the log itself, whose reader is watched too. What an act changes that decides who sees what
 * (roles, controllers, switches, rules of keeping) the database writes down whatever the purpose
 * (`migrations/0020_who_decided.sql`).
 * `role`: the database role that the transaction takes; it decides which columns and rows exist.
 * `words`: what the log says to a person, in Danish.
 * `toCitizen`: the same, said to the citizen whom it was about ("hvem har kigget"); `words` where that says it already.
 */
export const purposes = {
  'board.show': { about: 'nobody', role: 'web', words: 'så tavlen' },
  'presence.show': { about: 'nobody', role: 'web', words: 'så træffetider' },
  'presence.change': { about: 'nobody', role: 'web', words: 'ændrede træffetider' },
  'places.show': { about: 'nobody', role: 'web', words: 'så steder og folk' },
  'places.change': { about: 'nobody', role: 'web', words: 'ændrede steder og folk' },
  'profile.change': { about: 'nobody', role: 'web', words: 'rettede sit eget kort' },
  'accounts.show': { about: 'nobody', role: 'web', words: 'så brugere' },
  'accounts.change': { about: 'persons', role: 'web', words: 'ændrede en bruger' },
  'sign-in.open': { about: 'nobody', role: 'web', words: 'loggede ind' },
  'sign-in.change': { about: 'persons', role: 'web', words: 'ændrede sin egen adgang' },
  'outbox.show': { about: 'nobody', role: 'web', words: 'så udbakken' },
  'log.show': { about: 'house', role: 'web', words: 'så loggen' },
  'log.export': { about: 'house', role: 'web', words: 'hentede loggen som regneark' },
  'log.check': { about: 'house', role: 'web', words: 'tog stikprøver i loggen' },
  'standing-still.show': { about: 'nobody', role: 'web', words: 'så, om noget står stille' },
  'centre-day.show': { about: 'nobody', role: 'web', words: 'så stedets dag' },
  'imports.show': { about: 'nobody', role: 'web', words: 'så indlæste filer' },
  'today.show': {
    about: 'persons',
    role: 'web',
    words: 'så sin dag',
    toCitizen: 'så sin liste for i dag. Du stod på den',
  },
  'contacts.list': {
    about: 'persons',
    role: 'web',
    words: 'så en liste over samtaler',
    toCitizen: 'så en liste over samtaler. Du stod på den',
  },
  'contacts.show': { about: 'persons', role: 'web', words: 'så en samtale', toCitizen: 'så en samtale med dig' },
  'contacts.record': {
    about: 'persons',
    role: 'web',
    words: 'registrerede en samtale',
    toCitizen: 'skrev en samtale med dig ned',
  },
  'contacts.correct': {
    about: 'persons',
    role: 'web',
    words: 'rettede en samtale',
    toCitizen: 'rettede en samtale med dig',
  },
  'contacts.export': {
    about: 'persons',
    role: 'web',
    words: 'hentede samtaler som regneark',
    toCitizen: 'hentede et regneark med samtaler, hvor du stod',
  },
  'citizens.search': { about: 'persons', role: 'web', words: 'søgte efter en borger', toCitizen: 'søgte og fandt dig' },
  'citizens.list': {
    about: 'persons',
    role: 'web',
    words: 'så en liste over borgere',
    toCitizen: 'så en liste over borgere. Du stod på den',
  },
  'citizens.show': { about: 'persons', role: 'web', words: 'så en borger', toCitizen: 'så din side' },
  'citizens.add': { about: 'persons', role: 'web', words: 'oprettede en borger', toCitizen: 'lavede din side' },
  'sharing.follow': { about: 'nobody', role: 'web', words: 'holdt en side opdateret' },
  'consents.show': {
    about: 'persons',
    role: 'web',
    words: 'så, hvem der må se hvad',
    toCitizen: 'så, hvem der må se hvad om dig',
  },
  'consents.give': { about: 'persons', role: 'web', words: 'skrev et ja ned', toCitizen: 'skrev dit ja ned' },
  'consents.withdraw': { about: 'persons', role: 'web', words: 'tog et ja tilbage', toCitizen: 'tog dit ja tilbage' },
  'links.tie': {
    about: 'persons',
    role: 'web',
    words: 'bandt to kort sammen',
    toCitizen: 'bandt to steders kort om dig sammen',
  },
  'links.untie': {
    about: 'persons',
    role: 'web',
    words: 'bandt et kort op',
    toCitizen: 'bandt dit kort op fra andre steders',
  },
  'powers.show': { about: 'persons', role: 'web', words: 'så fuldmagter', toCitizen: 'så dine fuldmagter' },
  'powers.give': { about: 'persons', role: 'web', words: 'skrev en fuldmagt ned', toCitizen: 'skrev din fuldmagt ned' },
  'powers.withdraw': {
    about: 'persons',
    role: 'web',
    words: 'tog en fuldmagt tilbage',
    toCitizen: 'tog din fuldmagt tilbage',
  },
  'glass.show': {
    about: 'persons',
    role: 'web',
    words: 'så siden om at bryde glasset',
  },
  'glass.close': { about: 'persons', role: 'web', words: 'lukkede glasset igen' },
  'glass.break': {
    about: 'persons',
    role: 'web',
    words: 'brød glasset',
    toCitizen: 'brød glasset og så noget, du ikke har delt',
  },
  'helpers.show': {
    about: 'persons',
    role: 'web',
    words: 'så, hvad en hjælper udefra må se',
    toCitizen: 'så, hvad din hjælper må se',
  },
  'helpers.give': {
    about: 'persons',
    role: 'web',
    words: 'viste en hjælper udefra noget',
    toCitizen: 'lod din hjælper se noget, du valgte',
  },
  'helpers.withdraw': {
    about: 'persons',
    role: 'web',
    words: 'lukkede for en hjælper udefra',
    toCitizen: 'lukkede for din hjælper',
  },
  'helpers.look': {
    about: 'persons',
    role: 'web',
    words: 'kiggede som hjælper udefra',
    toCitizen: 'så det, du har valgt',
  },
  'consents.print': {
    about: 'persons',
    role: 'web',
    words: 'printede et ja til underskrift',
    toCitizen: 'printede dit ja til underskrift',
  },
  'citizens.search-closed': {
    about: 'persons',
    role: 'web',
    words: 'søgte efter en borger, også blandt de afsluttede',
    toCitizen: 'søgte og fandt dig, også blandt dem, der er afsluttet',
  },
  'citizens.change': { about: 'persons', role: 'web', words: 'rettede en borgers kort', toCitizen: 'rettede dit kort' },
  'citizens.number': {
    about: 'persons',
    role: 'web',
    words: 'så en borgers CPR-nummer',
    toCitizen: 'så dit CPR-nummer',
  },
  'citizens.close': {
    about: 'persons',
    role: 'web',
    words: 'afsluttede eller slettede en borger',
    toCitizen: 'afsluttede det, der stod om dig',
  },
  'citizens.reopen': {
    about: 'persons',
    role: 'web',
    words: 'åbnede en afsluttet borger igen',
    toCitizen: 'åbnede din side igen, da du kom tilbage',
  },
  'citizens.everything': {
    about: 'persons',
    role: 'web',
    words: 'fandt alt om en borger frem',
    toCitizen: 'fandt alt om dig frem, fordi du bad om det',
  },
  'access-requests.show': {
    about: 'persons',
    role: 'web',
    words: 'så, at en borger har bedt om indsigt',
    toCitizen: 'så, at du vil se alt, kommunen har skrevet om dig',
  },
  'access-requests.ask': {
    about: 'persons',
    role: 'web',
    words: 'bad hele kommunen om indsigt for en borger',
    toCitizen: 'bad hele kommunen om svar til dig',
  },
  'access-requests.answer': {
    about: 'persons',
    role: 'web',
    words: 'svarede en borger, der har bedt om indsigt',
    toCitizen: 'gav dig alt, der står her, fordi du bad kommunen om det',
  },
  'access-requests.follow': { about: 'nobody', role: 'web', words: 'så, hvem der mangler at give indsigt' },
  'retention.show': { about: 'nobody', role: 'web', words: 'så, hvor længe noget gemmes' },
  'retention.change': { about: 'nobody', role: 'web', words: 'ændrede, hvor længe noget gemmes' },
  'retention.due': {
    about: 'persons',
    role: 'web',
    words: 'så, hvad der skal slettes',
    toCitizen: 'så en liste over det, der snart skal slettes, hvor du stod',
  },
  'looked.show': { about: 'persons', role: 'web', words: 'så, hvem der har kigget' },
  'looked.export': { about: 'persons', role: 'web', words: 'hentede listen over, hvem der har kigget' },
  'timeline.show': { about: 'persons', role: 'web', words: 'så, hvad der er sket' },
  'notes.show': { about: 'persons', role: 'web', words: 'så en note', toCitizen: 'læste en note om dig' },
  'notes.write': { about: 'persons', role: 'web', words: 'skrev en note', toCitizen: 'skrev en note om dig' },
  'notes.share': {
    about: 'persons',
    role: 'web',
    words: 'ændrede, hvem der kan se en note',
    toCitizen: 'ændrede, hvem der kan se en note om dig',
  },
  'journal.hand-over': {
    about: 'persons',
    role: 'web',
    words: 'gav noget videre til journalen',
    toCitizen: 'gav noget videre til kommunens journal om dig',
  },
  'plan.show': { about: 'persons', role: 'web', words: 'så en plan', toCitizen: 'så din plan' },
  'plan.change': { about: 'persons', role: 'web', words: 'skrev i en plan', toCitizen: 'skrev i din plan' },
  'steps.change': { about: 'persons', role: 'web', words: 'ændrede et skridt', toCitizen: 'ændrede et af dine skridt' },
  'tasks.show': {
    about: 'persons',
    role: 'web',
    words: 'så, hvad der er lovet',
    toCitizen: 'så, hvad nogen har lovet dig',
  },
  'tasks.change': {
    about: 'persons',
    role: 'web',
    words: 'ændrede, hvad der er lovet',
    toCitizen: 'ændrede noget, som nogen har lovet dig',
  },
  'appointments.show': { about: 'persons', role: 'web', words: 'så aftaler ude i byen', toCitizen: 'så dine aftaler' },
  'appointments.change': {
    about: 'persons',
    role: 'web',
    words: 'ændrede en aftale',
    toCitizen: 'ændrede en af dine aftaler',
  },
  'appointments.print': {
    about: 'persons',
    role: 'web',
    words: 'hentede et kort med aftaler',
    toCitizen: 'hentede et kort med dine aftaler',
  },
  'figures.show': { about: 'nobody', role: 'figures', words: 'så tal' },
  'import.registrations': {
    about: 'persons',
    role: 'import',
    words: 'indlæste samtaler fra en fil',
    toCitizen: 'indlæste en fil med samtaler, hvor du stod',
  },
  'import.presence': { about: 'nobody', role: 'import', words: 'indlæste træffetider fra en fil' },
  'import.preview': { about: 'nobody', role: 'import', words: 'så en fil igennem før indlæsning' },
  'operator.set-up': { about: 'nobody', role: 'operator', words: 'satte kommunen op' },
  'operator.figures': { about: 'nobody', role: 'operator', words: 'trak tal' },
  'operator.export': {
    about: 'persons',
    role: 'operator',
    words: 'trak samtaler ud som fil',
    toCitizen: 'trak en fil ud med samtaler, hvor du stod',
  },
  'operator.import': {
    about: 'persons',
    role: 'operator',
    words: 'indlæste en fil',
    toCitizen: 'indlæste en fil, hvor du stod',
  },
  'operator.retention': {
    about: 'persons',
    role: 'operator',
    words: 'slettede eller låste det, der var for gammelt',
    toCitizen: 'slettede eller låste noget om dig, fordi det var for gammelt',
  },
  'operator.keys': { about: 'nobody', role: 'operator', words: 'skiftede nøgle' },
  'operator.jobs': { about: 'nobody', role: 'operator', words: 'kørte en opgave af sig selv' },
} as const satisfies Record<string, PurposeRow>

export type Purpose = keyof typeof purposes
export type PlainPurpose = { [P in Purpose]: (typeof purposes)[P]['about'] extends 'nobody' ? P : never }[Purpose]
/** A purpose that writes a line in the log. */
export type LoggedPurpose = Exclude<Purpose, PlainPurpose>

interface PurposeRow {
  about: 'persons' | 'house' | 'nobody'
  role: 'web' | 'figures' | 'import' | 'operator'
  words: string
  toCitizen?: string
}
