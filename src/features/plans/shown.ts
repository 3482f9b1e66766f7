// What every page below a citizen's plan is drawn from.

import { paths } from '../../paths.ts'
import { typedIn } from '../../platform/form.ts'
import type { Typed } from '../../platform/form.ts'
import { radioChips } from '../../platform/html/choices.ts'
import type { Choice } from '../../platform/html/choices.ts'
import { html } from '../../platform/html/html.ts'
import { textField } from '../../platform/html/fields.ts'
import { errorOf, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs } from '../../platform/html/lists.ts'
import type { PageOptions } from '../../platform/html/page.ts'
import type { Instant } from '../../platform/time.ts'
import { closedPart } from '../citizens/closed-part.ts'
import type { Closed } from '../citizens/closed-queries.ts'
import { displayName } from '../citizens/rules.ts'
import { glassBanner } from '../glass/parts.ts'
import type { OpenGlass } from '../glass/queries.ts'
import { openPart } from '../consents/open-part.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import { topicWords } from '../consents/texts.da.ts'
import { anyTopicBits, anyTopicsOf, shownTopics } from '../contacts/codes.ts'
import type { AnyTopic } from '../contacts/codes.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { partTexts, planTexts } from './texts.da.ts'

/** A page about one citizen, with the records that it shows. */
export interface CitizenShown {
  municipality: Municipality
  actor: Actor
  now: Instant
  records: readonly CitizenRecord[]
  /** The record that the address names. */
  asked: CitizenRecord
  /** The glass that stands open into these records, for the banner. */
  glass?: OpenGlass | undefined
  /** That the asked record is closed: it is read, and takes nothing new. */
  closed?: Closed | undefined
}

export const nameOf = ({ asked }: Pick<CitizenShown, 'asked'>): string => displayName(asked)

/** Whose a row is, when it is not one's own. */
export function ownerOf(shown: Pick<CitizenShown, 'records'>, partyId: string): CitizenRecord | undefined {
  return shown.records.find(record => record.partyId === partyId && !record.own)
}

/** A page below the citizen's, with the way back. */
export function citizenFramed(
  shown: CitizenShown,
  options: {
    title: string
    heading?: string
    within?: readonly { label: string; href: string }[]
    /** The page shows what another party owns, so it closes with the yes, or with the glass. */
    open?: boolean
  } & Pick<PageOptions, 'main' | 'styles' | 'scripts' | 'errors' | 'dock' | 'lead'>,
): Html {
  const { municipality, asked } = shown
  const { title, heading = title, within = [], open = false, main, scripts = [], ...rest } = options
  const closed = closedPart(municipality, shown.closed)
  return framed(shown, {
    ...rest,
    main: open ? openPart(shown, closed, glassBanner(municipality, shown.glass), main) : html`${closed} ${main}`,
    scripts: open ? [...scripts, 'live'] : scripts,
    title,
    heading,
    crumbs: breadcrumbs([
      { label: planTexts.citizens, href: paths.citizens(municipality) },
      { label: nameOf(shown), href: paths.citizen(municipality, asked.id) },
      ...within,
      { label: title },
    ]),
    menu: 'citizens',
  })
}

/** How the form of a step and of a promise begins: which row it is, what stands meanwhile, and its words. */
export function wordsHead(
  { typed, errors, before }: { typed: Typed; errors: readonly FieldError[]; before?: Html | undefined },
  words: { label: string; hint: string; maxlength: number },
): Content[] {
  const value = typedIn({ typed }, 'words') ?? ''
  return [
    hiddenField('id', typedIn({ typed }, 'id') ?? ''),
    hiddenField('version', typedIn({ typed }, 'version') ?? ''),
    before,
    textField({ ...words, name: 'words', value, error: errorOf(errors, 'words') }),
  ]
}

/** Chips for the one topic that a row may have; without one it stays where it is. */
export function topicChips(options: {
  value: string | undefined
  error: string | undefined
  label?: string
  hint?: string
  /** What "without a topic" is called. */
  none?: string
}): Html {
  const { value, error, label = partTexts.topic, hint = partTexts.topicHint, none = partTexts.noTopic } = options
  const choices = shownTopics.map((topic): Choice => ({ value: topic, label: topicWords[topic] }))
  return radioChips({
    name: 'topic',
    label,
    hint,
    choices: [{ value: 'none', label: none }, ...choices],
    value: value === undefined || value === '' ? 'none' : value,
    error,
  })
}

export const topicBit = (topic: AnyTopic | undefined): number | null =>
  topic === undefined ? null : anyTopicBits[topic]
export const topicOfBit = (bit: number | null): AnyTopic | undefined => (bit === null ? undefined : anyTopicsOf(bit)[0])

/** "penge og bolig", in the middle of a sentence. */
export function topicName(bit: number | null): string {
  const topic = topicOfBit(bit)
  return topic === undefined ? '' : topicWords[topic].toLocaleLowerCase('da')
}

/** A quiet line on whose it is and what it is about. */
export function originLine(
  shown: Pick<CitizenShown, 'records'>,
  row: { partyId: string; topic: number | null },
): Html | undefined {
  const owner = ownerOf(shown, row.partyId)
  return owner && html`<p class="quiet">${planTexts.belongsTo(owner.partyName)}</p>`
}
