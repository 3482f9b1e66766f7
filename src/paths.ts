/** Every address of the house, as a typed function. `at` is a municipality. */
export const paths = {
  home: () => '/',
  board: (at: At) => `/${at.slug}`,
  boardJson: (at: At) => `/${at.slug}/board.json`,
  live: (at: At) => `/${at.slug}/live`,
  centre: (at: At, centreSlug: string) => `/${at.slug}/centres/${centreSlug}`,
  centreCalendar: (at: At, centreSlug: string) => `/${at.slug}/centres/${centreSlug}/calendar.ics`,
  centrePoster: (at: At, centreSlug: string, size: 'a3' | 'a4') => `/${at.slug}/centres/${centreSlug}/poster.pdf?size=${size}`,
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
  resume: (at: At) => `/${at.slug}/sign-in/resume`,
  signOut: (at: At) => `/${at.slug}/sign-out`,
  stay: (at: At) => `/${at.slug}/stay`,

  today: (at: At) => `/${at.slug}/today`,
  more: (at: At) => `/${at.slug}/more`,
  arrive: (at: At) => `/${at.slug}/today/arrive`,
  leave: (at: At) => `/${at.slug}/today/leave`,
  contacts: (at: At) => `/${at.slug}/contacts`,
  recordContact: (at: At) => `/${at.slug}/contacts/new`,
  contact: (at: At, contactId: string) => `/${at.slug}/contacts/${contactId}`,
  contactSaved: (at: At, contactId: string) => `/${at.slug}/contacts/${contactId}/saved`,
  correctContact: (at: At, contactId: string) => `/${at.slug}/contacts/${contactId}/correct`,
  tellOutcome: (at: At, contactId: string) => `/${at.slug}/contacts/${contactId}/outcome`,
  nextThingDone: (at: At, contactId: string) => `/${at.slug}/contacts/${contactId}/done`,
  contactsExport: (at: At) => `/${at.slug}/contacts/export`,
  citizens: (at: At) => `/${at.slug}/citizens`,

  hours: (at: At) => `/${at.slug}/hours`,
  hoursOf: (at: At, personId: string) => `/${at.slug}/hours/${personId}`,
  places: (at: At) => `/${at.slug}/places`,
  people: (at: At) => `/${at.slug}/staff`,
  profile: (at: At) => `/${at.slug}/me`,
  settings: (at: At) => `/${at.slug}/settings`,
  outbox: (at: At) => `/${at.slug}/outbox`,
  log: (at: At) => `/${at.slug}/log`,
  imports: (at: At) => `/${at.slug}/imports`,
  figures: (at: At) => `/${at.slug}/figures`,
  figuresJson: (at: At) => `/${at.slug}/figures.json`,
  figuresCsv: (at: At) => `/${at.slug}/figures.csv`,
}

/** First parts of an address that are no municipality. */
export const reservedSlugs = ['assets', 'healthz', 'readyz', 'card', 'api', 'admin']

interface At {
  slug: string
}
