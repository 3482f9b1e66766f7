import { formatPhone } from '../../platform/phone.ts'
import { words } from '../contacts/texts.da.ts'
import { everythingTexts } from './everything-texts.da.ts'
import { needsOf } from './codes.ts'
import type { Act, How } from './codes.ts'
import type { Told } from './everything-rules.ts'
import { asDayOf, asName, asOneOf, asText, onDay } from './everything-rules.ts'
import { wishTexts } from './texts.da.ts'

const acts = {
  alias: 'Vi bruger dit kaldenavn',
  name: 'Du sagde dit navn',
  name_back: 'Du tog dit navn tilbage',
  number: 'Du gav dit CPR-nummer',
  number_back: 'Du tog dit CPR-nummer tilbage',
  closed: 'Du sluttede hos os',
  reopened: 'Du kom igen',
} satisfies Record<Act, string>
const hows = { oral: 'Du sagde det', writing: 'Du skrev det' } satisfies Record<How, string>

/** What a citizen's own card says. */
export const citizensTold: readonly Told[] = [
  {
    table: 'citizens',
    title: 'Dit kort',
    versions: 'citizen',
    order: 'created_at',
    called: () => 'Sådan kender vi dig',
    when: onDay('created_at'),
    also: ['created_at'],
    columns: {
      alias: { label: 'Kaldenavn', read: asText },
      name: { label: 'Navn', read: asText },
      phone: { label: 'Telefon', read: value => formatPhone(String(value)) },
      safe_times: { label: 'Hvornår vi må ringe', read: asText },
      needs: {
        label: 'Hvad der gør det lettere',
        read: value =>
          needsOf(Number(value))
            .map(need => wishTexts.need[need])
            .join(', '),
      },
      introduced_by: { label: 'Hvem viste vej til os', read: asOneOf(words.introducer) },
      closed_at: { label: 'Afsluttet', read: asDayOf },
      locked_at: { label: 'Låst', read: asDayOf },
    },
  },
  {
    table: 'citizen_numbers',
    title: everythingTexts.numberTitle,
    order: 'key_version',
    called: () => 'Dit CPR-nummer er skrevet ned hos os og låst',
    when: () => null,
    also: ['key_version'],
    columns: {},
  },
  {
    table: 'citizen_acts',
    title: 'Det har du selv valgt',
    order: 'acted_at',
    called: row => asOneOf(acts)(row['act']),
    when: onDay('acted_at'),
    also: ['act', 'acted_at'],
    columns: {
      how: { label: 'Hvordan', read: asOneOf(hows), where: row => row['act'] !== 'alias' },
      recorded_by: { label: 'Skrevet ned af', read: asName },
    },
  },
]
