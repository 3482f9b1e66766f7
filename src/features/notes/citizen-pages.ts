import { paths } from '../../paths.ts'
import { linkRow, note, quote } from '../../platform/html/blocks.ts'
import { linkButton } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs } from '../../platform/html/lists.ts'
import { portrait } from '../../platform/html/people.ts'
import type { Wishes } from '../citizens/card-queries.ts'
import { closedPart } from '../citizens/closed-part.ts'
import type { Closed } from '../citizens/closed-queries.ts'
import { formatPhone } from '../../platform/phone.ts'
import { displayName, wishesLine } from '../citizens/rules.ts'
import { glassBanner } from '../glass/parts.ts'
import type { Glass } from '../glass/queries.ts'
import { glassTexts } from '../glass/texts.da.ts'
import { seesPart } from '../consents/asking.ts'
import { joined } from '../contacts/sentence-rules.ts'
import { standing } from '../frame-texts.da.ts'
import { hiddenPart } from '../consents/hidden-part.ts'
import type { Hidden } from '../consents/hidden-queries.ts'
import { linkTexts } from '../links/texts.da.ts'
import { openPart } from '../consents/open-part.ts'
import type { CitizenRecord } from '../consents/record-queries.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { peopleAroundPart } from '../plans/around-part.ts'
import { smallSteps } from '../plans/path-part.ts'
import type { Appointment, Around, Part, Plan, Step } from '../plans/queries.ts'
import { planTexts } from '../plans/texts.da.ts'
import { aheadList } from './ahead-part.ts'
import type { Agreed } from './citizen-queries.ts'
import { citizenTexts as t } from './citizen-texts.da.ts'
import { happenings } from './timeline-pages.ts'
import type { Happening, Since } from './timeline-queries.ts'
import { sinceText } from './timeline-queries.ts'
import type { Teller } from './timeline-rules.ts'

/** How many things of each kind the page itself shows. */
export const drawnAtMost = { happened: 6, ahead: 4, around: 6 }

/**
 * A citizen in the middle: what they want, the small steps, what is agreed, who is around, what has happened. A part
 * appears when there is something in it; what another party owns can be read and not changed.
 */
export function citizenPage(shown: CitizenShown): Html {
  const { municipality, asked } = shown
  const writes = writable(shown)
  const name = displayName(asked)
  return framed(shown, {
    title: name,
    heading: name,
    lead: howToMeet(shown),
    face: portrait({ shape: 'silhouette' }),
    crumbs: breadcrumbs([{ label: t.citizens, href: paths.citizens(municipality) }, { label: name }]),
    ...(writes && {
      dock: linkButton({ href: paths.recordWith(municipality, writes.id), label: t.record, icon: 'add' }),
    }),
    main: openPart(shown, [
      closedPart(municipality, shown.closed),
      glassBanner(municipality, shown.glass.opening),
      whose(shown),
      wants(shown),
      steps(shown),
      html`<div class="two-columns">${ahead(shown)} ${around(shown)}</div>`,
      html`<div class="two-columns">${happened(shown)} ${alsoImportant(shown)}</div>`,
    ]),
    menu: 'citizens',
    styles: [
      'lists',
      'people',
      'path',
      'plans',
      'citizen',
      ...(shown.rows.length === 0 ? (['drawings'] as const) : []),
    ],
    scripts: ['live'],
  })
}

/** The own record, while it takes something new. */
const writable = ({ own, closed }: CitizenShown): CitizenRecord | undefined => (closed ? undefined : own)

// The full name, then how the citizen wants to be met, and where one rings.
function howToMeet({ asked, wishes }: CitizenShown): Content {
  const wish = wishes === undefined ? '' : wishesLine(wishes)
  const phone = wishes?.phone ?? null
  const ring = phone !== null && html`<a href="tel:${phone}">${formatPhone(phone)}</a>`
  const parts = [asked.name, wish === '' ? null : wish].filter(part => part !== null).join(' · ')
  if (parts === '' && ring === false) return undefined
  return html`${parts}${ring && html`${parts !== '' && ' · '}${ring}`}`
}

// A record that is another party's alone: it is told whose it is, and that one reads along.
function whose({ municipality, asked, own }: CitizenShown): Content {
  if (own) return undefined
  return note(
    html`<p>${t.sharedBy(asked.partyName, displayName(asked))}</p>`,
    html`<p><a href="${paths.linkCitizen(municipality, asked.id)}">${linkTexts.title}</a></p>`,
  )
}

function wants({ municipality, plan, asked, own, closed }: CitizenShown): Content {
  const [first, ...more] = plan.wants
  const name = displayName(asked)
  if (!first) return own && !closed && invitation(municipality, own.id, name)
  return html`<section>
    ${quote(quoted(first), planTexts.wants(name))}
    ${more.map(part => html`<p class="also-wants">${quoted(part)}</p>`)}
  </section>`
}

// Where nothing stands yet, the page begins with the one thing that all else follows from.
function invitation(municipality: Municipality, citizenId: string, name: string): Html {
  return html`<section>
    <p>${planTexts.noWants(name)}</p>
    <p class="button-row">
      ${linkButton({ href: paths.newPlanPart(municipality, citizenId, 'goal'), label: planTexts.addWant(name), icon: 'edit', variant: 'secondary' })}
    </p>
  </section>`
}

function steps(shown: CitizenShown): Content {
  if (shown.steps.length === 0) return undefined
  const { municipality, asked, now } = shown
  const name = displayName(asked)
  return html`<section>
    <h2>${planTexts.steps(name)}</h2>
    ${smallSteps({ municipality, citizenId: asked.id, name, steps: shown.steps, now })}
  </section>`
}

function ahead(shown: CitizenShown): Content {
  const { appointments, talks, asked, municipality } = shown
  const own = writable(shown)
  if (appointments.length + talks.length === 0 && !own) return undefined
  const some = appointments.length + talks.length > 0
  const list = { ...shown, citizenId: asked.id, name: displayName(asked), most: drawnAtMost.ahead }
  return html`<section>
    <h2>${t.next}</h2>
    ${some ? aheadList(list) : html`<p class="quiet">${t.noneAhead}</p>`}
    ${
      own &&
      linkRow([
        { href: paths.agreementWith(municipality, own.id), label: t.makeAgreement },
        { href: paths.appointments(municipality, asked.id), label: t.elsewhere },
      ])
    }
  </section>`
}

function around({ people, asked }: CitizenShown): Content {
  if (people.length === 0) return undefined
  return html`<section>
    <h2>${t.around(displayName(asked))}</h2>
    ${peopleAroundPart(people.slice(0, drawnAtMost.around))}
  </section>`
}

function happened(shown: CitizenShown): Html {
  const { municipality, asked, rows, older } = shown
  const own = writable(shown)
  const further = older && { href: paths.timeline(municipality, asked.id, sinceText(older)), label: t.older }
  return html`<section>
    <h2>${t.happened}</h2>
    ${own && linkRow([{ href: paths.newNote(municipality, own.id), label: t.writeNote }])}
    ${happenings(shown, rows)} ${hiddenPart(shown.hidden, displayName(asked))} ${further && linkRow([further])}
  </section>`
}

function alsoImportant(shown: CitizenShown): Html {
  const { municipality, plan, asked, own } = shown
  const name = displayName(asked)
  const help = Map.groupBy(plan.help, part => part.partyId)
  const partyName = (id: string) => shown.records.find(each => each.partyId === id)?.partyName ?? ''
  return html`<section class="also">
    <h2>${t.alsoImportant(name)}</h2>
    ${words(planTexts.goodAt, plan.goodAt)}
    ${[...help].map(([partyId, parts]) => words(planTexts.help(partyName(partyId)), parts))}
    <h3>${t.saidYesTo}</h3>
    <p>
      ${saidYes(shown)}
      <a href="${paths.consents(municipality, asked.id)}">${t.seeWho}</a>
    </p>
    ${own && moreAbout(shown, own)}
  </section>`
}

// Who reads along by a yes sees some of the yeses: the page does not say that they are all.
function saidYes({ records, receivers }: CitizenShown): string {
  if (!seesPart({ records })) return receivers.length === 0 ? t.saidNothing : t.saidYes(receivers.length)
  const some = receivers.length === 0 ? [] : [t.maySee(joined(receivers))]
  return [...some, standing.title].join(' ')
}

function moreAbout({ municipality, asked, glass, closed }: CitizenShown, own: CitizenRecord): Html {
  const name = displayName(asked)
  return html`<h3>${t.more(name)}</h3>
    ${linkRow([
      { href: paths.plan(municipality, own.id), label: t.plan },
      { href: paths.citizenTasks(municipality, own.id), label: t.tasks },
      { href: paths.citizenCard(municipality, own.id), label: t.card },
      { href: paths.looked(municipality, own.id), label: t.looked },
      ...(glass.can && !closed ? [{ href: paths.breakGlass(municipality, own.id), label: glassTexts.title }] : []),
    ])}`
}

function words(title: string, parts: readonly Part[]): Content {
  if (parts.length === 0) return undefined
  return html`<h3>${title}</h3>
    ${parts.map(part => html`<p class="own-words">${part.words}</p>`)}`
}

const quoted = (part: Part): string => (part.kind === 'justHere' ? planTexts.justHere : t.quoted(part.words))

export interface CitizenShown extends Teller {
  actor: Actor
  /** The record that the address means. */
  asked: CitizenRecord
  /** The asker's own record, to write on; undefined where they only read along. */
  own: CitizenRecord | undefined
  closed: Closed | undefined
  wishes: Wishes | undefined
  plan: Plan
  steps: readonly Step[]
  appointments: readonly Appointment[]
  talks: readonly Agreed[]
  people: readonly Around[]
  rows: readonly Happening[]
  older: Since | undefined
  /** The parties that the citizen has said yes to, as far as the asker sees it. */
  receivers: readonly string[]
  /** What stays closed, as far as it may be told. */
  hidden: readonly Hidden[]
  glass: Glass
}
