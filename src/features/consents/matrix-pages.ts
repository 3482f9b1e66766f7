import { paths } from '../../paths.ts'
import { details, lampNote, linkRow, lockBlock, note } from '../../platform/html/blocks.ts'
import { buttonRow, linkButton, postButton } from '../../platform/html/buttons.ts'
import { doorKey, doorTable } from '../../platform/html/doors.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { day, dayOf, formatDateYear, instantOf } from '../../platform/time.ts'
import { shownTopics } from '../contacts/codes.ts'
import { closedPart } from '../citizens/closed-part.ts'
import type { Instant } from '../../platform/time.ts'
import { displayName } from '../citizens/rules.ts'
import { standing } from '../frame-texts.da.ts'
import { framed } from '../frame.ts'
import { glassBanner } from '../glass/parts.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { seesPart } from './asking.ts'
import type { ShownRecords } from './asking.ts'
import { partyInWords, partyPerson } from './face-parts.ts'
import type { MatrixRow } from './matrix-rules.ts'
import { openPart } from './open-part.ts'
import type { TaskToHand } from '../tasks/queries.ts'
import type { Consent, Controller, FormerConsent } from './queries.ts'
import { texts as t, topicWords } from './texts.da.ts'

/** Who may see what about a citizen, read by the citizen at the worker's side. */
export function matrixPage(shown: MatrixShown): Html {
  const { municipality, asked, rows, said } = shown
  const main = html`${closedPart(municipality, shown.closed)} ${glassBanner(municipality, shown.glass)} ${said && note(html`<p role="status">${said}</p>`, handOn(shown))} ${head(displayName(asked))}
    ${rows.length > 0 ? matrix(shown) : !seesPart(shown) && emptyState({ title: t.noneTitle, text: t.noneText })}
    ${seesPart(shown) && lockBlock(standing)} ${actions(shown)}
    <div class="two-columns">${others(shown)} ${bases(shown)}</div>
    ${former(shown)}`
  return framed(shown, {
    title: t.title,
    main: openPart(shown, main),
    beside: { name: displayName(asked), href: paths.citizen(municipality, asked.id) },
    styles: ['doors', 'people', 'lists', ...(rows.length === 0 ? (['drawings'] as const) : [])],
    scripts: ['live'],
  })
}

// The yes was asked for because of a promise: now it can be handed over.
function handOn({ municipality, toHand }: MatrixShown): Content {
  return (
    toHand &&
    postButton({
      href: paths.handTask(municipality, toHand.id),
      label: t.handOn(toHand.name),
      values: { to: toHand.to, version: String(toHand.version), topic: 'none' },
    })
  )
}

function head(alias: string): Html {
  return html`<div class="page-head">
    <div class="page-title">
      <h1>${t.title}</h1>
      <p class="lead">${t.lead(alias)}</p>
      ${doorKey(html`${t.open}<b>${t.openMeans}</b>`, html`${t.closed}<b>${t.closedMeans}</b>`)}
    </div>
    <div class="page-aside">${lampNote(html`<b>${t.sayNo}</b> ${t.sameHelp}`)}</div>
  </div>`
}

function matrix(shown: MatrixShown): Html {
  // What the own party wrote is what the page is about; what another wrote is said.
  const ours = new Set(shown.own.map(record => record.partyName))
  const theirs = (row: MatrixRow) => row.givers.filter(giver => !ours.has(giver))
  return doorTable({
    caption: t.caption,
    who: t.who,
    topics: shownTopics.map(topic => topicWords[topic]),
    until: t.until,
    rows: shown.rows.map(row => ({
      who: partyPerson(shown.municipality, row.face),
      doors: row.doors.map(({ open }) => ({ open, said: open ? t.maySee : t.no })),
      end: html`${ends(row)} ${theirs(row).length > 0 && html`<p class="quiet">${t.about(theirs(row).join(', '))}</p>`}
      ${takeBack(shown, row)}`,
    })),
  })
}

function ends({ ends: all, begins }: MatrixRow): Html {
  const [first] = all
  const lines =
    all.length === 1 && first
      ? html`<p><span class="door-narrow">${t.until} </span><span class="nowrap">${formatDateYear(first.until)}</span></p>`
      : all.map(
          ({ topics, until }) =>
            html`<p>${t.topicUntil(topics.map(topic => topicWords[topic]).join(', '), formatDateYear(until))}</p>`,
        )
  return html`${begins && html`<p>${t.fromDay(formatDateYear(begins))}</p>`}${lines}`
}

function takeBack({ municipality, asked, own }: MatrixShown, { consents, face }: MatrixRow): Content {
  const [first] = consents
  if (!first) return undefined
  const mine = consents.filter(consent => own.some(record => record.partyId === consent.partyId))
  const [changed] = mine
  const whom = html`<span class="sr-only"> ${t.forWhom(partyInWords(face))}</span>`
  return buttonRow(
    linkButton({
      href: paths.withdrawConsent(municipality, asked.id, first.id),
      label: html`${t.takeBack}${whom}`,
      variant: 'secondary',
      size: 'small',
      icon: 'close',
    }),
    changed &&
      mine.length === 1 &&
      html`<a class="row-action" href="${paths.changeConsent(municipality, asked.id, changed.id)}"
        >${t.change}<span class="sr-only">: ${t.changeFor(partyInWords(face))}</span></a
      >`,
  )
}

function actions(shown: MatrixShown): Html {
  const { municipality, asked, own } = shown
  if (own.length === 0)
    return html`<p>${t.sharedOnly}</p>
      <p><a href="${paths.linkCitizen(municipality, asked.id)}">${t.sameAsOurs}</a></p>`
  if (shown.closed) return linkRow([{ href: paths.looked(municipality, asked.id), label: t.looked }])
  const give = linkButton({ href: paths.newConsent(municipality, asked.id), label: t.give, icon: 'add' })
  const href = paths.consentsPdf(municipality, asked.id)
  return html`<div class="equal-choice">
      ${give} ${linkButton({ href, label: t.print, icon: 'print', variant: 'secondary' })}
    </div>
    <p>${t.ownAlways}</p>
    ${linkRow([
      { href: paths.looked(municipality, asked.id), label: t.looked },
      { href: paths.powers(municipality, asked.id), label: t.powers },
      { href: paths.helpers(municipality, asked.id), label: t.helpers },
    ])}`
}

/** SMS and one's story: a yes to the party itself. */
function others(shown: MatrixShown): Content {
  const { municipality, asked, own, yeses, closed } = shown
  if (own.length === 0 || closed) return undefined
  const rows = yeses.map(yes => ({
    title: yes.ground === 'sms' ? t.smsTitle : t.storyTitle,
    text: html`${yes.ground === 'sms' ? t.smsText(yes.partyName) : t.storyText(yes.partyName)}
    ${t.untilDay(formatDateYear(day(yes.until)))}.`,
    more: buttonRow(
      linkButton({
        href: paths.withdrawConsent(municipality, asked.id, yes.id),
        label: t.takeBack,
        variant: 'secondary',
        size: 'small',
      }),
    ),
  }))
  const given = new Set(yeses.map(yes => yes.ground))
  const ask = (to: 'sms' | 'story', label: string): Content =>
    !given.has(to) && html`<li><a href="${paths.newConsent(municipality, asked.id, to)}">${label}</a></li>`
  return html`<section>
    <h2>${t.otherYes}</h2>
    ${rows.length > 0 && rowList(rows)}
    <ul class="links">
      ${ask('sms', t.giveSms)}${ask('story', t.giveStory)}
    </ul>
    <p class="quiet">${t.elsewhere}</p>
    <div class="button-row">
      ${postButton({ href: paths.untieCitizen(municipality, asked.id), label: t.untie, variant: 'plain' })}
    </div>
  </section>`
}

/** What the controllers do by law stands beside what the citizen said yes to, and is not called so. */
function bases({ controllers }: MatrixShown): Html {
  return html`<section>
    <h2>${t.basisTitle}</h2>
    <p class="quiet">${t.basisHint}</p>
    ${controllers.map(
      ({ name, kind }) => html`<h3>${t.basis[kind].title(name)}</h3>
      <p>${t.basis[kind].text}</p>`,
    )}
  </section>`
}

function former({ former: all }: MatrixShown): Content {
  if (all.length === 0) return undefined
  const rows = all.map(each => ({
    title: each.receiverName ?? (each.ground === 'sms' ? t.smsTitle : t.storyTitle),
    text: endedWords(each),
  }))
  return html`<section>${details({ summary: t.formerTitle }, rowList(rows))}</section>`
}

function endedWords({ withdrawnAt, until }: FormerConsent): string {
  return withdrawnAt
    ? t.former.withdrawn(formatDateYear(dayOf(instantOf(withdrawnAt))))
    : t.former.over(formatDateYear(day(until)))
}

interface MatrixShown extends ShownRecords {
  municipality: Municipality
  actor: Actor
  now: Instant
  rows: readonly MatrixRow[]
  /** SMS and story. */
  yeses: readonly Consent[]
  former: readonly FormerConsent[]
  controllers: readonly Controller[]
  /** What was just done, in one sentence. */
  said: string | undefined
  /** The promise that the yes was asked for, and whom it is to be handed to. */
  toHand: TaskToHand | undefined
}
