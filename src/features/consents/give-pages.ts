import { paths } from '../../paths.ts'
import { typedAll, typedIn } from '../../platform/form.ts'
import type { Typed } from '../../platform/form.ts'
import { details, lampNote } from '../../platform/html/blocks.ts'
import { button, linkButton } from '../../platform/html/buttons.ts'
import { checkChips, radioChips, radioRows, selectField } from '../../platform/html/choices.ts'
import { dateField, textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { formatDateYear, parseDay } from '../../platform/time.ts'
import { shownTopics } from '../contacts/codes.ts'
import { displayName } from '../citizens/rules.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import type { OwnRecords } from './asking.ts'
import { isShared } from './consent-rules.ts'
import type { Ground, Receiver } from './queries.ts'
import { giveTexts as t, texts, topicWords } from './texts.da.ts'

/** Giving a yes, or making one over; "nej tak" stands beside it as an equal choice. */
export function givePage(shown: GiveShown): Html {
  const { municipality, asked, ground, changing } = shown
  const [title, lead] = headOf(shown)
  const href = changing
    ? paths.changeConsent(municipality, asked.id, changing.id)
    : paths.newConsent(municipality, asked.id)
  const main = html`<div class="page-title">
      <h1>${title}</h1>
      ${lead && html`<p class="lead">${lead}</p>`}
    </div>
    ${lampNote(html`<b>${texts.sayNo}</b> ${texts.sameHelp}`)}
    ${form({ href, ping: paths.alive() }, [
      ...['id', 'task', 'person'].map(name => hiddenField(name, typedIn(shown, name) ?? '')),
      ...(isShared(ground) ? sharedFields(shown) : [hiddenField('ground', ground)]),
      ...commonFields(shown),
      html`<div class="equal-choice">
        ${button({ label: changing ? t.saveChange : t.save })}
        ${linkButton({ href: paths.saidNo(municipality, asked.id), label: t.no, variant: 'secondary' })}
      </div>`,
    ])}`
  return framed(shown, {
    title,
    main,
    errors: shown.errors,
    beside: { name: displayName(asked), href: paths.citizen(municipality, asked.id) },
    styles: ['forms', 'doors'],
    scripts: ['form-once'],
  })
}

/** A no leads here: nothing is stored, and nobody asks again. */
export function noPage(shown: OwnRecords & { municipality: Municipality; actor: Actor }): Html {
  const { municipality, asked } = shown
  const back = linkButton({ href: paths.citizen(municipality, asked.id), label: t.back, variant: 'secondary' })
  return framed(shown, {
    title: t.noTitle,
    main: emptyState({ title: t.noTitle, text: t.noText, level: 1, actions: back }),
    beside: { name: displayName(asked), href: paths.citizen(municipality, asked.id) },
    styles: ['drawings'],
  })
}

function headOf({ changing, ground }: GiveShown): [title: string, lead: string | undefined] {
  if (changing)
    return [
      t.changeTitle,
      `${changing.receiver === undefined ? '' : `${t.changeLead(changing.receiver)}. `}${t.changeHint}`,
    ]
  if (ground === 'sms') return [t.smsTitle, t.smsLead]
  if (ground === 'story') return [t.storyTitle, t.storyLead]
  return [t.title, undefined]
}

function sharedFields(shown: GiveShown): Content[] {
  const { changing, receivers } = shown
  const field = fieldsOf(shown)
  const known = receivers.flatMap(({ name, people }) =>
    people.map(person => ({ value: person.id, label: `${person.name}, ${name}` })),
  )
  return [
    giverField(shown),
    changing
      ? hiddenField('receiver', typedIn(shown, 'receiver') ?? '')
      : radioRows({
          ...field('receiver'),
          label: t.receiver,
          ruled: true,
          choices: receivers.map(({ id, name, people, authority }) => ({
            value: id,
            label: name,
            hint: [
              ...(people.length > 0 ? [people.map(person => person.name).join(', ')] : []),
              authority ? texts.authority : texts.noAuthority,
            ].join('. '),
          })),
        }),
    checkChips({
      name: 'topics',
      label: t.topics,
      aside: t.topicsAside,
      layout: 'pair',
      choices: shownTopics.map(topic => ({ value: topic, label: topicWords[topic] })),
      values: typedAll(shown, 'topics'),
      error: errorOf(shown.errors, 'topics'),
    }),
    selectField({ ...field('known'), label: t.known, aside: t.knownAside, prompt: t.knownNobody, choices: known }),
    radioRows({
      ...field('ground'),
      label: t.ground,
      choices: (['disclose', 'obtain'] as const).map(value => ({ value, label: t.grounds[value] })),
    }),
  ]
}

function commonFields(shown: GiveShown): Content[] {
  const field = fieldsOf(shown)
  return [
    radioChips({
      ...field('how'),
      label: t.how,
      choices: (['oral', 'writing'] as const).map(value => ({ value, label: t.hows[value] })),
    }),
    textField({ ...field('witness'), label: t.witness, aside: t.witnessAside, maxlength: 120, autocomplete: 'off' }),
    details(
      { summary: spanWords(shown), open: ['from', 'until'].some(name => errorOf(shown.errors, name) !== undefined) },
      html`<div class="field-row">
          ${dateField({ ...field('from'), label: t.fromDay })} ${dateField({ ...field('until'), label: t.untilDay })}
        </div>
        <p class="quiet">${t.untilHint}</p>`,
    ),
  ]
}

/** "Det gælder til 22. november 2027. Lav dagene om", while the days can be read. */
function spanWords(shown: GiveShown): string {
  const until = parseDay(typedIn(shown, 'until') ?? '')
  return until.ok ? `${t.when(formatDateYear(until.value))} ${t.whenChange}` : t.whenChange
}

/** Whose records it is about is asked only of somebody who works in two places that both know the citizen. */
function giverField(shown: GiveShown): Content {
  if (shown.changing || shown.own.length < 2) return undefined
  return radioRows({
    ...fieldsOf(shown)('giver'),
    label: t.from,
    choices: shown.own.map(record => ({ value: record.id, label: record.partyName })),
  })
}

function fieldsOf(shown: GiveShown) {
  return (name: string) => ({ name, value: typedIn(shown, name), error: errorOf(shown.errors, name) })
}

interface GiveShown extends OwnRecords {
  municipality: Municipality
  actor: Actor
  /** What kind of yes is asked for. */
  ground: Ground
  receivers: readonly Receiver[]
  typed: Typed
  errors: readonly FieldError[]
  /** The yes that is made over, and whose it is. */
  changing: { id: string; receiver: string | undefined } | undefined
}
