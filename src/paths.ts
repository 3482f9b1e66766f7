/** Every address of the house, as a typed function. `at` is a municipality. */
export const paths = {
  home: () => '/',
  alive: () => '/healthz',
  board: (at: At) => `/${at.slug}`,
  boardJson: (at: At) => `/${at.slug}/board.json`,
  live: (at: At) => `/${at.slug}/live`,
  week: (at: At, week?: string) => `/${at.slug}/week${week ? `?week=${week}` : ''}`,
  takeAlong: (at: At) => `/${at.slug}/posters`,
  findCentre: (at: At) => `/${at.slug}/centres`,
  centre: (at: At, centreSlug: string) => `/${at.slug}/centres/${centreSlug}`,
  centreCalendar: (at: At, centreSlug: string) => `/${at.slug}/centres/${centreSlug}/calendar.ics`,
  centrePoster: (at: At, centreSlug: string, size: 'a3' | 'a4') =>
    `/${at.slug}/centres/${centreSlug}/poster.pdf?size=${size}`,
  centreDays: (at: At, centreSlug: string) => `/${at.slug}/centres/${centreSlug}/days`,
  centreDayOn: (at: At, centreSlug: string, day: string) => `/${at.slug}/centres/${centreSlug}/day?day=${day}`,
  centreDay: (at: At, centreSlug: string) => `/${at.slug}/centres/${centreSlug}/day`,
  person: (at: At, personId: string) => `/${at.slug}/people/${personId}`,
  personPhoto: (at: At, personId: string) => `/${at.slug}/people/${personId}/photo`,
  childConcern: (at: At) => `/${at.slug}/child`,
  accessibility: (at: At) => `/${at.slug}/accessibility`,

  signIn: (at: At) => `/${at.slug}/sign-in`,
  secondFactor: (at: At) => `/${at.slug}/sign-in/code`,
  secondFactorSetUp: (at: At) => `/${at.slug}/sign-in/set-up`,
  forgotten: (at: At) => `/${at.slug}/sign-in/forgotten`,
  /** The token of a one-time link stands after the #, so that it reaches no log. */
  choosePassword: (at: At) => `/${at.slug}/sign-in/password`,
  signOut: (at: At) => `/${at.slug}/sign-out`,
  stay: (at: At) => `/${at.slug}/stay`,

  today: (at: At) => `/${at.slug}/today`,
  todayDone: (at: At, contactId: string) => `/${at.slug}/today?done=${contactId}`,
  more: (at: At) => `/${at.slug}/more`,
  arrive: (at: At) => `/${at.slug}/today/arrive`,
  leave: (at: At) => `/${at.slug}/today/leave`,
  contacts: (at: At) => `/${at.slug}/contacts`,
  /** A list that is narrowed; nothing about a citizen may stand in `query`. */
  contactsOf: (at: At, query: Record<string, string>) => `/${at.slug}/contacts?${new URLSearchParams(query)}`,
  recordContact: (at: At) => `/${at.slug}/contacts/new`,
  recordWith: (at: At, citizenId: string) => `/${at.slug}/contacts/new?citizen=${citizenId}`,
  makeAgreement: (at: At) => `/${at.slug}/contacts/new?as=agreement`,
  agreementWith: (at: At, citizenId: string) => `/${at.slug}/contacts/new?as=agreement&citizen=${citizenId}`,
  contact: (at: At, contactId: string) => `/${at.slug}/contacts/${contactId}`,
  contactSaved: (at: At, contactId: string) => `/${at.slug}/contacts/${contactId}/saved`,
  correctContact: (at: At, contactId: string) => `/${at.slug}/contacts/${contactId}/correct`,
  tellMore: (at: At, contactId: string) => `/${at.slug}/contacts/${contactId}/correct?told`,
  tellOutcome: (at: At, contactId: string) => `/${at.slug}/contacts/${contactId}/outcome`,
  nextThingDone: (at: At, contactId: string) => `/${at.slug}/contacts/${contactId}/done`,
  contactsExport: (at: At) => `/${at.slug}/contacts/export`,
  citizens: (at: At) => `/${at.slug}/citizens`,
  newCitizen: (at: At) => `/${at.slug}/citizens/new`,
  citizen: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}`,

  hours: (at: At) => `/${at.slug}/hours`,
  hoursOf: (at: At, personId: string) => `/${at.slug}/hours/${personId}`,
  newHours: (at: At, personId: string) => `/${at.slug}/hours/${personId}/times/new`,
  hoursTime: (at: At, personId: string, presenceTimeId: string) =>
    `/${at.slug}/hours/${personId}/times/${presenceTimeId}`,
  endHours: (at: At, personId: string, presenceTimeId: string) =>
    `/${at.slug}/hours/${personId}/times/${presenceTimeId}/end`,
  hoursDay: (at: At, time: { personId: string; presenceTimeId: string; day: string }) =>
    `/${at.slug}/hours/${time.personId}/times/${time.presenceTimeId}/days/${time.day}`,
  newAbsence: (at: At, personId: string) => `/${at.slug}/hours/${personId}/absences/new`,
  absence: (at: At, personId: string, absenceId: string) => `/${at.slug}/hours/${personId}/absences/${absenceId}`,
  removeAbsence: (at: At, personId: string, absenceId: string) =>
    `/${at.slug}/hours/${personId}/absences/${absenceId}/remove`,
  places: (at: At) => `/${at.slug}/places`,
  newCentre: (at: At) => `/${at.slug}/places/centres/new`,
  placesCentre: (at: At, centreId: string) => `/${at.slug}/places/centres/${centreId}`,
  centreHours: (at: At, centreId: string) => `/${at.slug}/places/centres/${centreId}/hours`,
  centreRooms: (at: At, centreId: string) => `/${at.slug}/places/centres/${centreId}/rooms`,
  centreRoom: (at: At, centreId: string, roomId: string) => `/${at.slug}/places/centres/${centreId}/rooms/${roomId}`,
  centreController: (at: At, centreId: string) => `/${at.slug}/places/centres/${centreId}/controller`,
  newParty: (at: At) => `/${at.slug}/places/parties/new`,
  party: (at: At, partyId: string) => `/${at.slug}/places/parties/${partyId}`,
  newController: (at: At) => `/${at.slug}/places/controllers/new`,
  controller: (at: At, controllerId: string) => `/${at.slug}/places/controllers/${controllerId}`,

  people: (at: At) => `/${at.slug}/staff`,
  invite: (at: At) => `/${at.slug}/staff/new`,
  staffPerson: (at: At, personId: string) => `/${at.slug}/staff/${personId}`,
  staffEdit: (at: At, personId: string) => `/${at.slug}/staff/${personId}/edit`,
  staffAccount: (at: At, personId: string) => `/${at.slug}/staff/${personId}/account`,
  staffLink: (at: At, personId: string) => `/${at.slug}/staff/${personId}/link`,
  staffClose: (at: At, personId: string) => `/${at.slug}/staff/${personId}/close`,
  staffReopen: (at: At, personId: string) => `/${at.slug}/staff/${personId}/reopen`,
  staffSecondFactor: (at: At, personId: string) => `/${at.slug}/staff/${personId}/second-factor`,
  newMembership: (at: At, personId: string) => `/${at.slug}/staff/${personId}/roles/new`,
  endMembership: (at: At, personId: string, membershipId: string) =>
    `/${at.slug}/staff/${personId}/roles/${membershipId}`,

  profile: (at: At) => `/${at.slug}/me`,
  photoUpload: (at: At) => `/${at.slug}/me/photo/upload`,
  photoRemove: (at: At) => `/${at.slug}/me/photo/remove`,
  settings: (at: At) => `/${at.slug}/settings`,
  outbox: (at: At) => `/${at.slug}/outbox`,
  log: (at: At) => `/${at.slug}/log`,
  logCsv: (at: At) => `/${at.slug}/log.csv`,
  logRow: (at: At, logId: number) => `/${at.slug}/log/${logId}`,
  imports: (at: At) => `/${at.slug}/imports`,
  importUpload: (at: At) => `/${at.slug}/imports/upload`,
  waitingImport: (at: At, uploadId: string) => `/${at.slug}/imports/${uploadId}`,
  importColumns: (at: At, uploadId: string) => `/${at.slug}/imports/${uploadId}/columns`,
  importRun: (at: At, uploadId: string) => `/${at.slug}/imports/${uploadId}/run`,
  importDiscard: (at: At, uploadId: string) => `/${at.slug}/imports/${uploadId}/discard`,
  importProblems: (at: At, uploadId: string) => `/${at.slug}/imports/${uploadId}/problems.csv`,
  importBadRows: (at: At, uploadId: string) => `/${at.slug}/imports/${uploadId}/bad-rows.csv`,
  figures: (at: At) => `/${at.slug}/figures`,
  figuresJson: (at: At) => `/${at.slug}/figures.json`,
  figuresCsv: (at: At) => `/${at.slug}/figures.csv`,
}

/** First parts of an address that are no municipality. */
export const reservedSlugs = ['assets', 'healthz', 'readyz', 'card', 'api', 'admin']

interface At {
  slug: string
}
