import { paths } from '../../paths.ts'
import { typedAll, typedIn } from '../../platform/form.ts'
import type { Typed } from '../../platform/form.ts'
import { details, note } from '../../platform/html/blocks.ts'
import { button, buttonRow, linkButton, postButton } from '../../platform/html/buttons.ts'
import { checkRows, radioRows } from '../../platform/html/choices.ts'
import { dateField, emailField, textArea, textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { day, dayOf, formatDate, formatDateTime, formatDateYear, instantOf } from '../../platform/time.ts'
import { closedPart } from '../citizens/closed-part.ts'
import type { Instant } from '../../platform/time.ts'
import { displayName } from '../citizens/rules.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import type { OwnRecords } from '../consents/asking.ts'
import type { LinkAndCode } from './commands.ts'
import type { HelperShare, Thing } from './queries.ts'
import { helperTexts as t } from './texts.da.ts'
import { qrCode } from '../../platform/html/qr.ts'
import { openPart } from '../consents/open-part.ts'
import { powerKinds } from '../powers/codes.ts'
import { powerTexts } from '../powers/texts.da.ts'

/** Who from outside sees something, when they looked, and how to close it. */
export function helpersPage(shown: HelpersShown): Html {
  const { municipality, first, shares, said, closed } = shown
  const standing = shares.filter(share => share.standing)
  const former = shares.filter(share => !share.standing)
  const rows = standing.map(share => ({
    title: `${share.helperName}, ${powerTexts.kind[share.helperKind].toLocaleLowerCase('da')}`,
    text: t.row(share.things, formatDateYear(day(share.until))),
    more: html`<p>${seenWords(share)}</p>
      ${buttonRow(closing(shown, share))}`,
  }))
  const ended = former.map(({ helperName, withdrawnAt, until }) => ({
    title: helperName,
    text: withdrawnAt ? t.withdrawn(formatDateYear(dayOf(instantOf(withdrawnAt)))) : t.over(formatDateYear(day(until))),
  }))
  const main = html`${closedPart(municipality, closed)} ${said && note(html`<p role="status">${said}</p>`)} ${head(t.title, t.lead)}
    ${rows.length > 0 ? rowList(rows) : emptyState({ title: t.none, text: t.noneText })}
    ${!closed && buttonRow(linkButton({ href: paths.newHelper(municipality, first.id), label: t.give, icon: 'add' }))}
    ${ended.length > 0 && html`<section>${details({ summary: t.former }, rowList(ended))}</section>`}`
  return framed(shown, {
    ...framing(shown),
    title: t.title,
    main: openPart(shown, main),
    styles: ['lists', ...(rows.length === 0 ? (['drawings'] as const) : [])],
    scripts: ['live'],
  })
}

/** Choosing the things, one by one. */
export function newHelperPage(shown: NewHelperShown): Html {
  const { municipality, first, things, errors } = shown
  const href = paths.newHelper(municipality, first.id)
  const choice = html`<div class="equal-choice">
    ${button({ label: t.save })}
    ${linkButton({ href: paths.helpers(municipality, first.id), label: t.no, variant: 'secondary' })}
  </div>`
  const main =
    things.length === 0 ? html`<p>${t.nothing}</p>` : form({ href, ping: paths.alive() }, [...fields(shown), choice])
  return framed(shown, {
    ...framing(shown),
    title: t.newTitle,
    main: html`${head(t.newTitle)} ${main}`,
    errors,
    styles: ['forms', 'doors'],
    scripts: ['form-once'],
  })
}

function fields({ things, typed, errors }: NewHelperShown): Content[] {
  const field = (name: string) => ({ name, value: typedIn({ typed }, name), error: errorOf(errors, name) })
  const choices = things.map(thing => ({
    value: `${thing.kind} ${thing.id}`,
    label: thing.words,
    hint: thing.day === null ? t.thing[thing.kind] : `${t.thing[thing.kind]}, ${formatDate(day(thing.day))}`,
  }))
  return [
    hiddenField('id', typedIn({ typed }, 'id') ?? ''),
    radioRows({
      ...field('helperKind'),
      label: t.kind,
      choices: powerKinds.map(value => ({ value, label: powerTexts.kind[value] })),
    }),
    textField({ ...field('helperName'), label: t.name, maxlength: 120, autocomplete: 'off' }),
    checkRows({
      name: 'things',
      label: t.things,
      hint: t.thingsHint,
      ruled: true,
      choices,
      values: typedAll({ typed }, 'things'),
      error: errorOf(errors, 'things'),
    }),
    dateField({ ...field('until'), label: t.until }),
    emailField({ ...field('email'), label: t.email, aside: t.emailAside, hint: t.emailHint, autocomplete: 'off' }),
  ]
}

/** Link and code, shown once. */
export function codePage(shown: OwnRecords & At & LinkAndCode & { link: string; email: string }): Html {
  const { municipality, first, code, link, email } = shown
  const main = html`${head(t.codeTitle, t.codeText)}
    <p>${t.code}</p>
    <p class="helper-code">${code.slice(0, 3)} ${code.slice(3)}</p>
    ${email === '' ? handedOver(link) : html`<p>${t.mailed(email)}</p>`}
    ${buttonRow(linkButton({ href: paths.helpers(municipality, first.id), label: t.done }))}`
  return framed(shown, {
    ...framing(shown),
    title: t.codeTitle,
    main,
    styles: ['forms', 'doors'],
    scripts: ['copy-text'],
  })
}

function handedOver(link: string): Content {
  return html`<p>${t.handOver}</p>
    <p>${qrCode(link, t.picture)}</p>
    ${textArea({ name: 'link', label: t.link, value: link, rows: 3, readonly: true })}
    <p class="copied" role="status" data-copied hidden>${t.copied}</p>
    <p><button type="button" class="button button-secondary" data-action="copy" hidden>${t.copy}</button></p>`
}

function closing({ municipality, first }: HelpersShown, share: HelperShare): Html {
  return postButton({
    href: paths.withdrawHelper(municipality, first.id, share.id),
    label: html`${t.takeBack}<span class="sr-only"> ${t.takeBackFor(share.helperName)}</span>`,
    variant: 'secondary',
    size: 'small',
  })
}

function seenWords({ wrongCodes, openedAt, looks, lastLook }: HelperShare): string {
  if (openedAt === null) return wrongCodes >= 5 ? t.blocked : t.notOpened
  const opened = t.opened(formatDate(dayOf(instantOf(openedAt))))
  return lastLook === null ? opened : `${opened} ${t.looks(looks, formatDateTime(instantOf(lastLook)))}`
}

function head(title: string, lead?: string): Html {
  return html`<div class="page-title">
    <h1>${title}</h1>
    ${lead && html`<p class="lead">${lead}</p>`}
  </div>`
}

function framing({ municipality, first }: OwnRecords & At) {
  return { beside: { name: displayName(first), href: paths.citizen(municipality, first.id) } }
}

interface At {
  municipality: Municipality
  actor: Actor
  now: Instant
}
interface HelpersShown extends OwnRecords, At {
  shares: readonly HelperShare[]
  said: string | undefined
}
interface NewHelperShown extends OwnRecords, At {
  things: readonly Thing[]
  typed: Typed
  errors: readonly FieldError[]
}
