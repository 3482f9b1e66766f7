import { paths } from '../../paths.ts'
import { typedAll, typedIn } from '../../platform/form.ts'
import type { Typed } from '../../platform/form.ts'
import { details, lockBlock, note } from '../../platform/html/blocks.ts'
import { button, buttonRow, linkButton, postButton } from '../../platform/html/buttons.ts'
import { checkChips, radioChips, radioRows } from '../../platform/html/choices.ts'
import { dateField, textArea, textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { compareDays, day, dayOf, formatDateYear, instantOf, today } from '../../platform/time.ts'
import type { Instant } from '../../platform/time.ts'
import { closedPart } from '../citizens/closed-part.ts'
import { displayName } from '../citizens/rules.ts'
import { shownTopics } from '../contacts/codes.ts'
import { standing as standingWords } from '../frame-texts.da.ts'
import { framed } from '../frame.ts'
import { glassBanner } from '../glass/parts.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { seesPart } from '../consents/asking.ts'
import type { OwnRecords, ShownRecords } from '../consents/asking.ts'
import { openPart } from '../consents/open-part.ts'
import { powerKinds } from './codes.ts'
import type { Power } from './queries.ts'
import { powerTexts as t } from './texts.da.ts'
import { giveTexts, topicWords } from '../consents/texts.da.ts'

/** Who may do what for the citizen, read together. */
export function powersPage(shown: PowersShown): Html {
  const { municipality, asked, own, powers, said, closed } = shown
  const standing = powers.filter(power => power.standing)
  const former = powers.filter(power => !power.standing)
  const partly = seesPart(shown)
  const main = html`${closedPart(municipality, closed)} ${glassBanner(municipality, shown.glass)} ${said && note(html`<p role="status">${said}</p>`)}
    <div class="page-title">
      <h1>${t.title}</h1>
      <p class="lead">${t.lead}</p>
    </div>
    ${standing.length > 0 ? rowList(standing.map(power => powerRow(shown, power))) : !partly && emptyState({ title: t.none, text: t.noneText })}
    ${partly && lockBlock(standingWords)}
    ${own.length > 0 && !closed && buttonRow(linkButton({ href: paths.newPower(municipality, asked.id), label: t.give, icon: 'add' }))}
    ${former.length > 0 && html`<section>${details({ summary: t.former }, rowList(former.map(formerRow)))}</section>`}`
  return framed(shown, {
    ...framing(shown),
    title: t.title,
    main: openPart(shown, main),
    styles: ['lists', ...(standing.length === 0 && !partly ? (['drawings'] as const) : [])],
    scripts: ['live'],
  })
}

/** Giving one: to whom, for what, how long. */
export function newPowerPage(shown: NewPowerShown): Html {
  const { municipality, asked, typed, errors } = shown
  const field = (name: string) => ({ name, value: typedIn({ typed }, name), error: errorOf(errors, name) })
  const main = html`<div class="page-title"><h1>${t.newTitle}</h1></div>
    ${form({ href: paths.newPower(municipality, asked.id), ping: paths.alive() }, [
      hiddenField('id', typedIn({ typed }, 'id') ?? ''),
      radioRows({
        ...field('toKind'),
        label: t.toKind,
        choices: powerKinds.map(value => ({ value, label: t.kind[value] })),
      }),
      textField({ ...field('toName'), label: t.toName, maxlength: 120, autocomplete: 'off' }),
      textArea({
        name: 'scope',
        label: t.scope,
        hint: t.scopeHint,
        error: errorOf(errors, 'scope'),
        value: typedIn({ typed }, 'scope') ?? '',
        maxlength: 600,
      }),
      ...whenAndHow(shown),
      html`<div class="equal-choice">
        ${button({ label: t.save })}
        ${linkButton({ href: paths.saidNo(municipality, asked.id), label: t.no, variant: 'secondary' })}
      </div>`,
    ])}`
  return framed(shown, {
    ...framing(shown),
    title: t.newTitle,
    main,
    errors,
    styles: ['forms', 'doors'],
    scripts: ['form-once'],
  })
}

/** The second of two taps. */
export function withdrawPowerPage(shown: OwnRecords & At & { power: Power }): Html {
  const { municipality, asked, power } = shown
  const main = html`<div class="page-title">
      <h1>${t.withdrawTitle}</h1>
      <p>${t.withdrawText(power.toName)}</p>
    </div>
    <p>${t.withdrawTell}</p>
    <div class="equal-choice">
      ${postButton({ href: paths.withdrawPower(municipality, asked.id, power.id), label: t.confirm })}
      ${linkButton({ href: paths.powers(municipality, asked.id), label: t.keep, variant: 'secondary' })}
    </div>`
  return framed(shown, {
    ...framing(shown),
    title: t.withdrawTitle,
    main: openPart(shown, main),
    styles: ['doors'],
    scripts: ['live'],
  })
}

function framing({ municipality, asked }: ShownRecords & At) {
  return { beside: { name: displayName(asked), href: paths.citizen(municipality, asked.id) } }
}

function powerRow({ municipality, asked, own, now }: PowersShown, power: Power) {
  const isOwn = own.some(record => record.partyId === power.partyId)
  const begins = compareDays(day(power.from), today(now)) > 0 ? `${t.from(formatDateYear(day(power.from)))} ` : ''
  return {
    title: `${power.toName}, ${t.kind[power.toKind].toLocaleLowerCase('da')}`,
    text: html`${begins}${t.until(formatDateYear(day(power.until)))} ${!isOwn && t.ofParty(power.partyName)}`,
    more: html`<p class="own-words">${power.scope}</p>
      ${
        isOwn &&
        buttonRow(
          linkButton({
            href: paths.powerPdf(municipality, asked.id, power.id),
            label: t.print,
            icon: 'print',
            variant: 'secondary',
            size: 'small',
          }),
          linkButton({
            href: paths.withdrawPower(municipality, asked.id, power.id),
            label: t.takeBack,
            icon: 'close',
            variant: 'secondary',
            size: 'small',
          }),
        )
      }`,
  }
}

function formerRow({ toName, withdrawnAt, until }: Power) {
  const text = withdrawnAt
    ? t.withdrawn(formatDateYear(dayOf(instantOf(withdrawnAt))))
    : t.over(formatDateYear(day(until)))
  return { title: toName, text }
}

function whenAndHow({ typed, errors }: NewPowerShown): Content[] {
  const field = (name: string) => ({ name, value: typedIn({ typed }, name), error: errorOf(errors, name) })
  return [
    checkChips({
      name: 'topics',
      label: t.topics,
      hint: t.topicsHint,
      layout: 'pair',
      choices: shownTopics.map(topic => ({ value: topic, label: topicWords[topic] })),
      values: typedAll({ typed }, 'topics'),
      error: errorOf(errors, 'topics'),
    }),
    html`<div class="field-row">
      ${dateField({ ...field('from'), label: giveTexts.fromDay })}
      ${dateField({ ...field('until'), label: giveTexts.untilDay })}
    </div>`,
    radioChips({
      ...field('how'),
      label: giveTexts.how,
      choices: (['oral', 'writing'] as const).map(value => ({ value, label: giveTexts.hows[value] })),
    }),
    textField({ ...field('witness'), label: giveTexts.witness, maxlength: 120, autocomplete: 'off' }),
  ]
}

interface At {
  municipality: Municipality
  actor: Actor
  now: Instant
}
interface PowersShown extends ShownRecords, At {
  powers: readonly Power[]
  said: string | undefined
}
interface NewPowerShown extends OwnRecords, At {
  typed: Typed
  errors: readonly FieldError[]
}
