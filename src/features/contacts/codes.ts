// The closed lists of a contact: what is stored (English), and the Danish word that stands in the spreadsheets.
// The words on screen are others and stand in `texts.da.ts`: a spreadsheet says *udeblevet*, a page says *kom ikke*.

export const efforts = ['casework', 'substanceUse', 'contactPerson', 'health', 'employment'] as const
export const kinds = ['walkIn', 'booked', 'statutory'] as const
export const venues = ['centre', 'townHall', 'home', 'street', 'phone', 'other'] as const
export const outcomes = ['held', 'excused', 'calledOff', 'noShow', 'moved', 'open'] as const
export const incomes = ['labourMarketBenefit', 'pension', 'wage', 'other'] as const
export const genders = ['woman', 'man', 'other'] as const
/** Who asked to move a meeting; who came to whom; who showed the citizen the way. */
export const movers = ['citizen', 'worker', 'centre'] as const
export const comers = ['citizen', 'worker'] as const
export const introducers = ['self', 'centre', 'volunteer', 'citizen', 'colleague'] as const

/** In the order of their bits. `court` is the narrowest, stands alone and is in no file and no figure. */
export const topics = ['work', 'mentalHealth', 'health', 'substanceUse', 'economyAndHousing'] as const
export const helpForms = [1, 2, 3, 4, 5, 6, 7, 8] as const

export type Effort = (typeof efforts)[number]
export type Kind = (typeof kinds)[number]
export type Venue = (typeof venues)[number]
export type Outcome = (typeof outcomes)[number]
export type Income = (typeof incomes)[number]
export type Gender = (typeof genders)[number]
export type Mover = (typeof movers)[number]
export type Comer = (typeof comers)[number]
export type Introducer = (typeof introducers)[number]
export type Topic = (typeof topics)[number]
export type HelpForm = (typeof helpForms)[number]

export const topicBits: Record<Topic, number> = {
  work: 1,
  mentalHealth: 2,
  health: 4,
  substanceUse: 8,
  economyAndHousing: 16,
}
export const courtBit = 32

/** Every topic that a record or a yes can have, in the order in which a citizen always meets them: court comes last. */
export const shownTopics = ['economyAndHousing', 'health', 'mentalHealth', 'substanceUse', 'work', 'court'] as const
export type AnyTopic = (typeof shownTopics)[number]
export const anyTopicBits: Record<AnyTopic, number> = { ...topicBits, court: courtBit }
export const anyTopicMask = (chosen: Iterable<AnyTopic>): number =>
  [...chosen].reduce((mask, one) => mask | anyTopicBits[one], 0)
export const anyTopicsOf = (mask: number): AnyTopic[] => shownTopics.filter(topic => (mask & anyTopicBits[topic]) !== 0)

export const topicMask = (chosen: Iterable<Topic>): number =>
  [...chosen].reduce((mask, one) => mask | topicBits[one], 0)
export const topicsOf = (mask: number): Topic[] => topics.filter(topic => (mask & topicBits[topic]) !== 0)

const helpBit = (form: HelpForm): number => 1 << (form - 1)
export const helpMask = (chosen: Iterable<HelpForm>): number =>
  [...chosen].reduce((mask, one) => mask | helpBit(one), 0)
export const helpFormsOf = (mask: number): HelpForm[] => helpForms.filter(form => (mask & helpBit(form)) !== 0)

export const fileWords = {
  effort: {
    casework: 'sagsbehandling',
    substanceUse: 'misbrug',
    contactPerson: 'skp',
    health: 'sundhed',
    employment: 'job',
  } satisfies Record<Effort, string>,
  kind: { walkIn: 'åbent', booked: 'aftalt', statutory: 'lovpligtigt' } satisfies Record<Kind, string>,
  venue: {
    centre: 'værested',
    townHall: 'kommune',
    home: 'hjem',
    street: 'gade',
    phone: 'telefon',
    other: 'andet',
  } satisfies Record<Venue, string>,
  outcome: {
    held: 'gennemført',
    excused: 'afbud',
    calledOff: 'aflyst',
    noShow: 'udeblevet',
    moved: 'flyttet',
    open: 'åben',
  } satisfies Record<Outcome, string>,
  topic: {
    work: 'job',
    mentalHealth: 'psykisk',
    health: 'helbred',
    substanceUse: 'rusmidler',
    economyAndHousing: 'økonomi',
  } satisfies Record<Topic, string>,
  income: {
    labourMarketBenefit: 'arbejdsmarkedsydelse',
    pension: 'pension',
    wage: 'løn',
    other: 'anden',
  } satisfies Record<Income, string>,
  gender: { woman: 'kvinde', man: 'mand', other: 'andet' } satisfies Record<Gender, string>,
} as const
