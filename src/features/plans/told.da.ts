import { asClock, asDay, asDayOf, asName, asOneOf, asText, asTopics, onDay } from '../citizens/everything-rules.ts'
import type { Told } from '../citizens/everything-rules.ts'
import { topicWords } from '../consents/texts.da.ts'
import { areasOf } from './codes.ts'
import { appointmentTexts, partTexts, planTexts, stepTexts } from './texts.da.ts'

const topic = { label: 'Handler om', read: asTopics(topicWords) }
const putAway = { label: 'Lagt væk', read: asDayOf }
const writtenBy = { label: 'Skrevet af', read: asName }

/** A citizen's plan, small steps and appointments. */
export const plansTold: readonly Told[] = [
  {
    table: 'plans',
    title: 'Hvem følger med i din plan',
    versions: 'plan',
    order: 'opened_at',
    called: (row, names) => asName(row['kept_by'], names),
    when: onDay('opened_at'),
    also: ['opened_at'],
    columns: {
      kept_by: { label: 'Får besked', read: asName, titled: true },
      weeks: { label: 'Efter så mange uger uden et møde', read: asText },
      closed_at: { label: 'Lagt væk', read: asDayOf },
    },
  },
  {
    table: 'plan_parts',
    title: 'Det vil du',
    versions: 'plan_part',
    order: 'created_at',
    called: row => asOneOf(partTexts.title)(row['kind']),
    when: onDay('created_at'),
    also: ['kind', 'created_at'],
    columns: {
      words: { label: 'Ordene', read: asText },
      areas: {
        label: 'Område',
        read: value =>
          areasOf(Number(value))
            .map(area => planTexts.areas[area])
            .join(', '),
      },
      topic,
      put_away_at: putAway,
      created_by: writtenBy,
    },
  },
  {
    table: 'plan_people',
    title: 'Mennesker omkring dig',
    versions: 'plan_person',
    order: 'created_at',
    called: (row, names) => asName(row['person_id'], names),
    when: onDay('created_at'),
    also: ['person_id', 'created_at'],
    columns: { words: { label: 'Hvad de gør', read: asText }, topic, put_away_at: putAway },
  },
  {
    table: 'steps',
    title: 'Dine skridt',
    versions: 'step',
    order: 'created_at',
    called: row => String(row['words']),
    when: onDay('created_at'),
    also: ['created_at'],
    columns: {
      words: { label: 'Skridtet', read: asText, titled: true },
      state: { label: 'Hvordan går det', read: asOneOf(stepTexts.state) },
      whose: {
        label: 'Hvis er det',
        read: asOneOf({ citizen: 'Dit eget', together: 'Jeres sammen', worker: 'En, der arbejder her' }),
      },
      person_id: { label: 'Hvem', read: asName },
      day: { label: 'Hvornår', read: asDay },
      rest_words: { label: 'Det sagde du, da det hvilede', read: asText },
      done_on: { label: 'Gjort', read: asDay },
      done_words: { label: 'Det sagde du, da det var gjort', read: asText },
      topic,
      put_away_at: putAway,
      created_by: writtenBy,
    },
  },
  {
    table: 'appointments',
    title: 'Dine aftaler andre steder',
    versions: 'appointment',
    order: 'day',
    called: row => String(row['words']),
    when: onDay('day'),
    also: ['day'],
    columns: {
      words: { label: 'Aftalen', read: asText, titled: true },
      at_place: { label: 'Hvor', read: asOneOf(appointmentTexts.places) },
      address: { label: 'Adresse', read: asText },
      clock: { label: 'Klokken', read: asClock },
      bring: { label: 'Tag med', read: asText },
      companion_id: { label: 'Går med', read: asName },
      companion_words: { label: 'Går med', read: asText },
      meet_place: { label: 'I mødes', read: asText },
      meet_clock: { label: 'I mødes klokken', read: asClock },
      state: { label: 'Hvad blev det til', read: asOneOf(appointmentTexts.state) },
      state_words: { label: 'Hvad skete der', read: asText },
      topic,
      created_by: writtenBy,
    },
  },
]
