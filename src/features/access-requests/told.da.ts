import { asDay, asDayOf, asName, asOneOf, asText, onDay } from '../citizens/everything-rules.ts'
import type { Told } from '../citizens/everything-rules.ts'
import { formatPhone } from '../../platform/phone.ts'

/** What a citizen asked of the whole controller, and what was answered from this record. */
export const accessTold: readonly Told[] = [
  {
    table: 'access_requests',
    title: 'Du har bedt hele kommunen om svar',
    order: 'asked_on',
    called: () => 'Du vil se alt, kommunen har skrevet om dig',
    when: onDay('asked_on'),
    also: ['asked_on'],
    columns: {
      due_on: { label: 'Svar senest', read: asDay },
      asked_party_ids: {
        label: 'De skal svare dig',
        read: (value, names) =>
          [value]
            .flat()
            .map(id => asName(id, names))
            .toSorted((one, other) => one.localeCompare(other, 'da'))
            .join(', '),
      },
      name: { label: 'Det navn, de skal lede efter', read: asText },
      birth_date: { label: 'Fødselsdag', read: asDay },
      phone: { label: 'Telefon', read: value => formatPhone(String(value)) },
      centre_id: { label: 'Her henter du svaret', read: asName },
      address: { label: 'Svaret kommer med brev til', read: asText },
      how: { label: 'Hvordan', read: asOneOf({ oral: 'Du sagde det', writing: 'Du skrev det' }) },
      recorded_by: { label: 'Skrevet ned af', read: asName },
    },
  },
  {
    table: 'access_answers',
    title: 'Du har fået svar',
    order: 'answered_at',
    called: () => 'Vi gav dig alt, vi havde skrevet, fordi du bad kommunen om det',
    when: onDay('answered_at'),
    also: ['answered_at'],
    columns: {
      answered_at: { label: 'Hvornår', read: asDayOf },
      answered_by: { label: 'Skrevet ned af', read: asName },
    },
  },
]
