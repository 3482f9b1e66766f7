import { asClock, asDay, asName, asOneOf, asText, asTopics, onDay } from '../citizens/everything-rules.ts'
import type { Told } from '../citizens/everything-rules.ts'
import { topicWords } from '../consents/texts.da.ts'
import { helpFormsOf } from './codes.ts'
import { contactTexts } from './contact-texts.da.ts'
import { words } from './texts.da.ts'

const yesNo = (value: unknown): string => (value === true ? 'Ja' : 'Nej')
const t = contactTexts.facts

/** What was written about the talks with a citizen, told to the citizen. */
export const contactsTold: readonly Told[] = [
  {
    table: 'contacts',
    title: 'Samtaler',
    versions: 'contact',
    order: 'day',
    called: row => `Samtale: ${asOneOf(words.kind)(row['kind']).toLocaleLowerCase('da')}`,
    when: onDay('day'),
    also: ['day', 'kind'],
    columns: {
      clock: { label: 'Klokken', read: asClock },
      worker_id: { label: t.worker, read: asName },
      outcome: { label: t.outcome, read: asOneOf(words.outcome) },
      moved_by: { label: t.movedBy, read: asOneOf(words.mover) },
      venue: { label: t.where, read: asOneOf(words.venue) },
      centre_id: { label: 'Sted', read: asName },
      minutes: { label: t.minutes, read: value => `${String(value)} minutter` },
      topics: { label: t.topics, read: asTopics(topicWords) },
      help_forms: {
        label: t.help,
        read: value =>
          helpFormsOf(Number(value))
            .map(form => words.help[form])
            .join(', '),
      },
      // A box without a tick is no answer.
      advice_was_enough: { label: t.advice, read: value => (value === true ? yesNo(value) : '') },
      agenda: { label: 'Det ville du selv', read: asText },
      worker_agenda: { label: 'Det ville vi', read: asText },
      next_thing: { label: t.next, read: asText },
      next_day: { label: 'Hvornår', read: asDay },
      next_owner_id: { label: 'Hvem har lovet det', read: asName },
      next_done_at: { label: 'Gjort', read: value => onDay('at')({ at: value }) ?? '' },
      came: { label: t.came, read: asOneOf({ citizen: 'Du kom til os', worker: 'Vi kom til dig' }) },
      introduced_by: { label: t.introducedBy, read: asOneOf(words.introducer) },
      known_before: { label: t.knownBefore, read: yesNo },
      income: { label: t.income, read: asOneOf(words.income) },
      gender: { label: 'Køn', read: asOneOf({ woman: 'Kvinde', man: 'Mand', other: 'Andet' }) },
      birth_year: { label: 'Født', read: asText },
      effort: { label: t.effort, read: asOneOf(words.effort) },
    },
  },
]
