import { paths } from '../../paths.ts'
import { conflictNote, note } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { radioChips, radioRows } from '../../platform/html/choices.ts'
import { textArea } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { breadcrumbs } from '../../platform/html/lists.ts'
import type { Typed } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import { displayName } from '../citizens/rules.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import { topicWords } from '../consents/texts.da.ts'
import { shownTopics } from '../contacts/codes.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { citizenTexts } from './citizen-texts.da.ts'
import { noteKinds } from './codes.ts'
import { topicName } from './note-rules.ts'
import type { Note, Receiver } from './queries.ts'
import { noteTexts as t } from './texts.da.ts'

/** The page on which a note is written, or changed. */
export function noteFormPage(shown: NoteFormShown): Html {
  const { municipality, record, stands, errors } = shown
  const title = stands ? t.editTitle : t.newTitle
  const back = stands ? paths.note(municipality, record.id, stands.id) : paths.citizen(municipality, record.id)
  return framed(shown, {
    title,
    heading: title,
    lead: displayName(record),
    crumbs: breadcrumbs([
      { label: citizenTexts.citizens, href: paths.citizens(municipality) },
      { label: displayName(record), href: paths.citizen(municipality, record.id) },
      ...(stands ? [{ label: t.title, href: back }] : []),
      { label: title },
    ]),
    main: noteFields(shown),
    errors,
    menu: 'citizens',
    styles: ['forms', 'lists', 'record'],
    scripts: ['form-once'],
  })
}

function noteFields(shown: NoteFormShown): Html {
  const { municipality, record, stands, typed, errors } = shown
  return form(
    {
      href: stands ? paths.editNote(municipality, record.id, stands.id) : paths.notes(municipality, record.id),
      ping: paths.alive(),
    },
    [
      hiddenField('id', typedIn({ typed }, 'id') ?? ''),
      hiddenField('version', typedIn({ typed }, 'version') ?? ''),
      shown.before,
      textArea({
        name: 'words',
        label: t.words,
        hint: t.wordsHint,
        value: typedIn({ typed }, 'words') ?? '',
        rows: 7,
        maxlength: 10_000,
        error: errorOf(errors, 'words'),
      }),
      kinds(shown),
      topics(shown),
      saidYes(shown),
      html`<p class="button-row">${button({ label: t.save })}</p>`,
    ],
  )
}

/** What stands in the note now, beside what one has typed. */
export function noteConflict(
  at: Pick<NoteFormShown, 'municipality' | 'record'>,
  stands: Note,
  why: 'taken' | 'changed',
): Html {
  return conflictNote({
    title: why === 'taken' ? t.takenTitle : t.changedTitle,
    lead: t.standsNow,
    stands: html`${noteWords(stands, at.record)}`,
    yours: t.yours,
    letItStand: { href: paths.note(at.municipality, at.record.id, stands.id), label: t.letItStand },
  })
}

/** The words of a version, with who it was for and what it was about. */
export function noteWords(version: Pick<Note, 'kind' | 'topic' | 'words'>, record: CitizenRecord): Html {
  const kind = t.kinds(displayName(record), record.partyName)[version.kind].label
  const about = version.topic === null ? '' : `. ${t.about(topicName(version.topic))}`
  return html`<p class="own-words">${version.words}</p>
    <p class="quiet">${kind}${about}.</p>`
}

function kinds({ record, typed, errors }: NoteFormShown): Html {
  const words = t.kinds(displayName(record), record.partyName)
  return radioRows({
    name: 'kind',
    label: t.kind,
    choices: noteKinds.map(value => ({ value, ...words[value] })),
    value: typedIn({ typed }, 'kind'),
    error: errorOf(errors, 'kind'),
  })
}

function topics({ typed, errors }: NoteFormShown): Html {
  const choices = shownTopics.map(value => ({ value, label: topicWords[value] }))
  return radioChips({
    name: 'topic',
    label: t.topic,
    choices: [...choices, { value: '', label: t.noTopic }],
    value: typedIn({ typed }, 'topic') ?? '',
    error: errorOf(errors, 'topic'),
  })
}

function saidYes({ record, receivers }: NoteFormShown): Html {
  if (receivers.length === 0) return note(html`<p>${t.noYes(displayName(record))}</p>`)
  const lines = receivers.map(({ partyName, topics: mask }) => html`<li>${t.mayKnow(partyName, topicName(mask))}</li>`)
  return note(
    html`<p><b>${t.saidYes(displayName(record))}</b></p>
      <ul>
        ${lines}
      </ul>`,
  )
}

export interface NoteFormShown {
  municipality: Municipality
  actor: Actor
  /** The own record that the note belongs to. */
  record: CitizenRecord
  /** The note that is changed; undefined while a new one is written. */
  stands: Note | undefined
  receivers: readonly Receiver[]
  typed: Typed
  errors: readonly FieldError[]
  /** What stands above the form, such as what somebody else changed meanwhile. */
  before?: Html | undefined
}
