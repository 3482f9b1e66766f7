import { paths } from '../../paths.ts'
import { details, lampNote, quote } from '../../platform/html/blocks.ts'
import { buttonRow, linkButton, postButton } from '../../platform/html/buttons.ts'
import { fieldId } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs, formerVersions } from '../../platform/html/lists.ts'
import { capitalised, instantOf } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { closedPart } from '../citizens/closed-part.ts'
import type { Closed } from '../citizens/closed-queries.ts'
import { displayName } from '../citizens/rules.ts'
import { glassBanner } from '../glass/parts.ts'
import type { OpenGlass } from '../glass/queries.ts'
import { openPart } from '../consents/open-part.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import { momentWords } from '../contacts/sentence-rules.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { citizenTexts } from './citizen-texts.da.ts'
import type { Handover } from './journal-queries.ts'
import { journalTexts } from './journal-texts.da.ts'
import { noteWords } from './note-form-pages.ts'
import { inSentence, isShared, namesOf, seenBy, topicName, waysToShare } from './note-rules.ts'
import type { FormerNote, Note, Receiver } from './queries.ts'
import { noteTexts as t } from './texts.da.ts'

/** One note: its words, who sees it, and what can be done about it; of another party's, its words alone. */
export function notePage(shown: NoteShown): Html {
  const { municipality, note, record, now } = shown
  const written = t.by(momentWords(instantOf(note.writtenAt), now), note.writtenBy)
  return framed(shown, {
    title: t.title,
    heading: t.title,
    lead: capitalised(written),
    crumbs: breadcrumbs([
      { label: citizenTexts.citizens, href: paths.citizens(municipality) },
      { label: displayName(record), href: paths.citizen(municipality, record.id) },
      { label: t.title },
    ]),
    errors: shown.errors ?? [],
    main: html`${closedPart(municipality, shown.closed)} ${shown.outdated === true && lampNote(html`<p>${t.readAgain}</p>`)}
      ${record.own ? words(shown) : openPart(shown, othersWords(shown))}
      ${record.own && ownParts(shown)}`,
    menu: 'citizens',
    styles: ['lists', 'record'],
    scripts: record.own ? [] : ['live'],
  })
}

function words(shown: NoteShown): Html {
  const { note } = shown
  return html`<section>
    ${said(shown)} ${note.topic !== null && html`<p class="quiet">${t.about(topicName(note.topic))}.</p>`}
  </section>`
}

// Another party's, by the citizen's yes or behind broken glass; the page closes with either.
function othersWords(shown: NoteShown): Html {
  const { municipality, record, glass } = shown
  const why = glass ? '' : t.youSee(displayName(record))
  return html`${glassBanner(municipality, glass)} ${words(shown)}
    <p>${t.belongsTo(record.partyName)}. ${why}</p>`
}

function said({ note, record }: NoteShown): Html {
  if (note.kind === 'citizens')
    return quote(html`<span class="own-words">${note.words}</span>`, t.quoteWhose(displayName(record)))
  return html`<p class="own-words">${note.words}</p>`
}

function ownParts(shown: NoteShown): Html {
  const { municipality, note, record } = shown
  return html`<section id="${fieldId('topic')}">
      <h2>${t.whoSees}</h2>
      <p>${whoSees(shown)}</p>
      ${sharing(shown)}
    </section>
    ${buttonRow(
      linkButton({
        href: paths.editNote(municipality, record.id, note.id),
        label: t.edit,
        icon: 'edit',
        variant: 'secondary',
      }),
      shown.hasJournal &&
        linkButton({
          href: paths.handOverNote(municipality, record.id, note.id),
          label: journalTexts.handOver,
          icon: 'send',
          variant: 'secondary',
        }),
    )}
    ${handed(shown)} ${former(shown)}`
}

function whoSees({ note, record, receivers }: NoteShown): string {
  if (!isShared(note)) return note.kind === 'citizens' ? t.withoutTopic(record.partyName) : t.onlyUs(record.partyName)
  const seeing = seenBy(note.topic, receivers)
  const topic = topicName(note.topic)
  if (seeing.length === 0) return t.nobodyYet(record.partyName, displayName(record), topic)
  return t.theySee(namesOf(seeing), displayName(record), topic)
}

function sharing({ municipality, note, record, receivers, closed }: NoteShown): Content {
  if (closed) return undefined
  const version = String(note.version)
  if (isShared(note)) {
    const href = paths.unshareNote(municipality, record.id, note.id)
    return buttonRow(postButton({ href, label: t.unshare, variant: 'secondary', values: { version } }))
  }
  const ways = waysToShare(note, receivers)
  if (ways.length === 0) return html`<p class="quiet">${t.askFirst(displayName(record))}</p>`
  const href = paths.shareNote(municipality, record.id, note.id)
  const buttons = ways.map(({ topic, with: receiving }) => {
    const names = namesOf(receiving)
    const label = note.topic === null ? t.shareAs(names, inSentence(topic)) : t.share(names)
    return buttonRow(postButton({ href, label, variant: 'secondary', values: { version, topic } }))
  })
  const [only, ...more] = ways
  const name = displayName(record)
  if (only && more.length === 0)
    return html`${buttons}
    <p class="quiet">${t.shareText(namesOf(only.with), name)}</p>`
  // The topic is the citizen's to choose, so each way is a tap of its own; all at once they crowd the page.
  return details({ summary: t.shareWith }, html`<p class="quiet">${t.shareWithText(name)}</p>${buttons}`)
}

function handed({ handovers, now }: NoteShown): Content {
  if (handovers.length === 0) return undefined
  return html`<p class="quiet">${handovers.map(each => html`${handedWords(each, now)} `)}</p>`
}

/** "Givet videre til journalen i dag kl. 10.15 af Omar Yildiz." */
export function handedWords(handover: Pick<Handover, 'at' | 'by'>, now: Instant): string {
  return journalTexts.handed(momentWords(instantOf(handover.at), now), handover.by)
}

function former({ former: versions, record, now }: NoteShown): Content {
  const drawn = versions.map(version => ({
    summary: t.replaced(momentWords(instantOf(version.replacedAt), now), version.replacedBy ?? t.someone),
    stood: noteWords(version, record),
  }))
  return formerVersions(t.former, drawn)
}

export interface NoteShown {
  municipality: Municipality
  actor: Actor
  now: Instant
  /** The record that the note belongs to. */
  record: CitizenRecord
  note: Note
  closed: Closed | undefined
  receivers: readonly Receiver[]
  former: readonly FormerNote[]
  handovers: readonly Handover[]
  /** Whether the party has a journal to give things over to. */
  hasJournal: boolean
  glass: OpenGlass | undefined
  /** Why what was asked for was not done. */
  errors?: readonly FieldError[]
  /** Somebody changed the note before what was asked for. */
  outdated?: boolean
}
