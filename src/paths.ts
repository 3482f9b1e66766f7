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
  changePassword: (at: At) => `/${at.slug}/me/password`,
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
  plan: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/plan`,
  planKeeping: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/plan/keeping`,
  newPlanPart: (at: At, citizenId: string, kind?: string) =>
    `/${at.slug}/citizens/${citizenId}/plan/parts/new${kind === undefined ? '' : `?kind=${kind}`}`,
  planPart: (at: At, citizenId: string, planPartId: string) =>
    `/${at.slug}/citizens/${citizenId}/plan/parts/${planPartId}`,
  newPlanPerson: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/plan/people/new`,
  planPerson: (at: At, citizenId: string, planPersonId: string) =>
    `/${at.slug}/citizens/${citizenId}/plan/people/${planPersonId}`,
  newStep: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/steps/new`,
  step: (at: At, citizenId: string, stepId: string) => `/${at.slug}/citizens/${citizenId}/steps/${stepId}`,
  stepState: (at: At, citizenId: string, stepId: string) => `/${at.slug}/citizens/${citizenId}/steps/${stepId}/state`,
  editStep: (at: At, citizenId: string, stepId: string) => `/${at.slug}/citizens/${citizenId}/steps/${stepId}/edit`,
  citizenTasks: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/tasks`,
  citizenTasksDone: (at: At, citizenId: string, taskId: string) =>
    `/${at.slug}/citizens/${citizenId}/tasks?done=${taskId}`,
  newCitizenTask: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/tasks/new`,
  newTask: (at: At) => `/${at.slug}/tasks/new`,
  task: (at: At, taskId: string) => `/${at.slug}/tasks/${taskId}`,
  editTask: (at: At, taskId: string) => `/${at.slug}/tasks/${taskId}/edit`,
  taskDone: (at: At, taskId: string) => `/${at.slug}/tasks/${taskId}/done`,
  taskList: (at: At, taskId: string) => `/${at.slug}/tasks/${taskId}/list`,
  answerTask: (at: At, taskId: string) => `/${at.slug}/tasks/${taskId}/answer`,
  handTask: (at: At, taskId: string) => `/${at.slug}/tasks/${taskId}/hand`,
  appointments: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/appointments`,
  newAppointment: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/appointments/new`,
  appointment: (at: At, citizenId: string, appointmentId: string) =>
    `/${at.slug}/citizens/${citizenId}/appointments/${appointmentId}`,
  editAppointment: (at: At, citizenId: string, appointmentId: string) =>
    `/${at.slug}/citizens/${citizenId}/appointments/${appointmentId}/edit`,
  appointmentState: (at: At, citizenId: string, appointmentId: string) =>
    `/${at.slug}/citizens/${citizenId}/appointments/${appointmentId}/state`,
  callOffAppointment: (at: At, citizenId: string, appointmentId: string) =>
    `/${at.slug}/citizens/${citizenId}/appointments/${appointmentId}/call-off`,
  moveAppointment: (at: At, citizenId: string, appointmentId: string) =>
    `/${at.slug}/citizens/${citizenId}/appointments/${appointmentId}/move`,
  chooseCard: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/appointments/card`,
  appointmentCard: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/appointments/kort.pdf`,
  timeline: (at: At, citizenId: string, since?: string) =>
    `/${at.slug}/citizens/${citizenId}/timeline${since === undefined ? '' : `?since=${since}`}`,
  notes: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/notes`,
  newNote: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/notes/new`,
  note: (at: At, citizenId: string, noteId: string) => `/${at.slug}/citizens/${citizenId}/notes/${noteId}`,
  editNote: (at: At, citizenId: string, noteId: string) => `/${at.slug}/citizens/${citizenId}/notes/${noteId}/edit`,
  shareNote: (at: At, citizenId: string, noteId: string) => `/${at.slug}/citizens/${citizenId}/notes/${noteId}/share`,
  unshareNote: (at: At, citizenId: string, noteId: string) =>
    `/${at.slug}/citizens/${citizenId}/notes/${noteId}/unshare`,
  handOverNote: (at: At, citizenId: string, noteId: string) =>
    `/${at.slug}/citizens/${citizenId}/notes/${noteId}/journal`,
  handOverContact: (at: At, citizenId: string, contactId: string) =>
    `/${at.slug}/citizens/${citizenId}/contacts/${contactId}/journal`,
  handedOver: (at: At, citizenId: string, handoverId: string) =>
    `/${at.slug}/citizens/${citizenId}/journal/${handoverId}`,
  handedOverText: (at: At, citizenId: string, handoverId: string) =>
    `/${at.slug}/citizens/${citizenId}/journal/${handoverId}/text`,
  handedOverPdf: (at: At, citizenId: string, handoverId: string) =>
    `/${at.slug}/citizens/${citizenId}/journal/${handoverId}/pdf`,
  /** "Hvem må se hvad om mig?", and what a citizen says yes to there. */
  consents: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/consents`,
  consentsSaid: (at: At, citizenId: string, said: string) => `/${at.slug}/citizens/${citizenId}/consents?said=${said}`,
  /** A yes that is asked for because of something: to whom, about what, and for which promise, in ids and codes alone. */
  askConsent: (at: At, citizenId: string, asks: { receiver: string; [more: string]: string | undefined }) =>
    `/${at.slug}/citizens/${citizenId}/consents/new?${queryOf(asks)}`,
  consentsGivenFor: (at: At, citizenId: string, why: { task: string; person: string }) =>
    `/${at.slug}/citizens/${citizenId}/consents?${queryOf({ said: 'given', ...why })}`,
  newConsent: (at: At, citizenId: string, to?: 'sms' | 'story') =>
    `/${at.slug}/citizens/${citizenId}/consents/new${to === undefined ? '' : `?to=${to}`}`,
  sharedWithUs: (at: At, page?: number) => `/${at.slug}/shared${page === undefined || page < 2 ? '' : `?page=${page}`}`,
  linkCitizen: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/link`,
  linkSearch: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/link/search`,
  powers: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/powers`,
  powersSaid: (at: At, citizenId: string, said: string) => `/${at.slug}/citizens/${citizenId}/powers?said=${said}`,
  newPower: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/powers/new`,
  powerPdf: (at: At, citizenId: string, powerId: string) =>
    `/${at.slug}/citizens/${citizenId}/powers/${powerId}/fuldmagt.pdf`,
  withdrawPower: (at: At, citizenId: string, powerId: string) =>
    `/${at.slug}/citizens/${citizenId}/powers/${powerId}/withdraw`,
  breakGlass: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/glass`,
  closeGlass: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/glass/close`,
  helpers: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/helpers`,
  helpersSaid: (at: At, citizenId: string, said: string) => `/${at.slug}/citizens/${citizenId}/helpers?said=${said}`,
  newHelper: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/helpers/new`,
  withdrawHelper: (at: At, citizenId: string, helperShareId: string) =>
    `/${at.slug}/citizens/${citizenId}/helpers/${helperShareId}/withdraw`,
  againHelper: (at: At, citizenId: string, helperShareId: string) =>
    `/${at.slug}/citizens/${citizenId}/helpers/${helperShareId}/again`,
  /** What a helper from outside sees. The token of their link stands after the #, so that it reaches no log. */
  helper: (at: At) => `/${at.slug}/helper`,
  helperLive: (at: At) => `/${at.slug}/helper/live`,
  untieCitizen: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/untie`,
  saidNo: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/consents/no`,
  consentsPdf: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/consents/mit-ja.pdf`,
  changeConsent: (at: At, citizenId: string, consentId: string) =>
    `/${at.slug}/citizens/${citizenId}/consents/${consentId}/change`,
  withdrawConsent: (at: At, citizenId: string, consentId: string) =>
    `/${at.slug}/citizens/${citizenId}/consents/${consentId}/withdraw`,
  /** Says that something was shared or is shared no more; never what. */
  sharingLive: (at: At) => `/${at.slug}/sharing/live`,
  /** "Se, hvem der har kigget": there only for a record of one's own party. */
  looked: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/looked`,
  lookedPdf: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/looked.pdf`,
  lookedCsv: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/looked.csv`,

  citizensByNumber: (at: At) => `/${at.slug}/citizens/by-number`,
  citizensDue: (at: At) => `/${at.slug}/citizens/due`,
  citizenCard: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/card`,
  citizenName: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/name`,
  citizenNameBack: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/name/back`,
  citizenNumber: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/number`,
  citizenNumberShown: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/number/show`,
  citizenNumberBack: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/number/back`,
  citizenClose: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/close`,
  citizenReopen: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/reopen`,
  citizenEverything: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/everything`,
  citizenEverythingFile: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/everything/file`,
  /** Everything about a citizen, to be given to them because they asked the whole controller. */
  everythingFor: (at: At, citizenId: string, accessAnswerId: string) =>
    `/${at.slug}/citizens/${citizenId}/everything?for=${accessAnswerId}`,
  accessRequests: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/access-requests`,
  newAccessRequest: (at: At, citizenId: string) => `/${at.slug}/citizens/${citizenId}/access-requests/new`,
  accessRequest: (at: At, citizenId: string, accessRequestId: string) =>
    `/${at.slug}/citizens/${citizenId}/access-requests/${accessRequestId}`,
  /** What one's own parties are asked. */
  askedForAccess: (at: At) => `/${at.slug}/access-requests`,
  asked: (at: At, accessAnswerId: string) => `/${at.slug}/access-requests/${accessAnswerId}`,
  askedSaved: (at: At, accessAnswerId: string) => `/${at.slug}/access-requests/${accessAnswerId}?done=saved`,
  searchForAsked: (at: At, accessAnswerId: string) => `/${at.slug}/access-requests/${accessAnswerId}/search`,
  retention: (at: At) => `/${at.slug}/retention`,
  retentionBackups: (at: At) => `/${at.slug}/retention/backups`,
  retentionRule: (at: At, controllerId: string, recordKind: string) =>
    `/${at.slug}/retention/${controllerId}/${recordKind}`,

  /** "Sådan passer vi på det": the municipality's own, and each who answers for themselves. */
  rights: (at: At) => `/${at.slug}/rights`,
  rightsOf: (at: At, controllerId: string) => `/${at.slug}/rights/${controllerId}`,
  rightsContact: (at: At, controllerId: string) => `/${at.slug}/rights/${controllerId}/contact`,

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
  /** Who sees a private party's records, by its own manager's yes. */
  partyPeople: (at: At, partyId: string) => `/${at.slug}/places/parties/${partyId}/people`,
  roleOffer: (at: At, partyId: string, offerId: string) =>
    `/${at.slug}/places/parties/${partyId}/people/offers/${offerId}`,
  partyRole: (at: At, partyId: string, membershipId: string) =>
    `/${at.slug}/places/parties/${partyId}/people/${membershipId}`,
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
  logGlass: (at: At) => `/${at.slug}/log/glass`,
  logGlassCsv: (at: At) => `/${at.slug}/log/glass.csv`,
  logRefused: (at: At) => `/${at.slug}/log/refused`,
  logRefusedCsv: (at: At) => `/${at.slug}/log/refused.csv`,
  logUnusual: (at: At) => `/${at.slug}/log/unusual`,
  logUnusualCsv: (at: At) => `/${at.slug}/log/unusual.csv`,
  logChecks: (at: At) => `/${at.slug}/log/checks`,
  logChecksCsv: (at: At) => `/${at.slug}/log/checks.csv`,
  logCheck: (at: At, drawId: string, logId: number) => `/${at.slug}/log/checks/${drawId}/${logId}`,
  logAccess: (at: At) => `/${at.slug}/log/access-requests`,
  logSealing: (at: At) => `/${at.slug}/log/sealing`,
  logSealingCsv: (at: At) => `/${at.slug}/log/sealing.csv`,
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

function queryOf(asks: Record<string, string | undefined>): string {
  return Object.entries(asks)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&')
}
