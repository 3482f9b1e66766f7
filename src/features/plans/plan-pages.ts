import { paths } from '../../paths.ts'
import { linkRow, lockBlock, note, quote } from '../../platform/html/blocks.ts'
import { linkButton } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { standing } from '../frame-texts.da.ts'
import { areasOf } from './codes.ts'
import { peopleAroundPart } from './around-part.ts'
import { smallSteps } from './path-part.ts'
import type { Around, Keeping, Part, Plan, PlanPerson, Step } from './queries.ts'
import { citizenFramed, nameOf, originLine } from './shown.ts'
import type { CitizenShown } from './shown.ts'
import { keepingTexts, planTexts as t } from './texts.da.ts'

/** One plan a citizen: the own words first, then the small steps, and what else matters. */
export function planPage(shown: PlanShown): Html {
  const { municipality, asked, own } = shown
  const writes = writable(shown)
  const name = nameOf(shown)
  const main = html`${wants(shown)}
      <section>
        <h2>${t.steps(name)}</h2>
        ${
          shown.steps.length === 0
            ? html`<p>${t.noSteps}</p>`
            : smallSteps({ municipality, citizenId: asked.id, name, steps: shown.steps, now: shown.now })
        }
        ${writes && html`<p class="button-row">${linkButton({ href: paths.newStep(municipality, asked.id), label: t.addStep, icon: 'add', variant: 'secondary' })}</p>`}
      </section>
      <div class="two-columns">
        <div>${others(shown)}</div>
        <section>
          <h2>${t.people(name)}</h2>
          ${shown.around.length === 0 ? html`<p>${t.noPeople(name)}</p>` : peopleAroundPart(shown.around, personId => editPerson(shown, personId))}
          ${writes && html`<p><a href="${paths.newPlanPerson(municipality, asked.id)}">${t.addPerson}</a></p>`}
        </section>
      </div>
      ${keeping(shown)} ${!own && note(html`<p>${t.readOnly(asked.partyName, name)}</p>`)} ${lockBlock(standing)}`
  return citizenFramed(shown, {
    title: t.title,
    heading: t.heading(name),
    main,
    open: true,
    styles: ['lists', 'path', 'people', 'plans'],
  })
}

/** The own record, while it takes something new. */
const writable = ({ own, closed }: PlanShown) => (closed ? undefined : own)

function wants(shown: PlanShown): Html {
  const { plan, municipality, asked } = shown
  const own = writable(shown)
  const name = nameOf(shown)
  const quotes = plan.wants.map(
    part => html`<div class="want">
      ${quote(
        html`<span class="own-words">”${part.words}”</span>`,
        html`${areaWords(part) ?? t.wants(name)} ${edit(shown, part)}`,
      )}
      ${originLine(shown, part)}
    </div>`,
  )
  return html`<section>
    ${quotes.length === 0 ? html`<p>${t.noWants(name)}</p>` : quotes}
    ${own && html`<p><a href="${paths.newPlanPart(municipality, asked.id, 'goal')}">${t.addWant(name)}</a></p>`}
  </section>`
}

function areaWords(part: Part): string | undefined {
  const named = areasOf(part.areas).map(area => t.areas[area])
  return named.length === 0 ? undefined : named.join(' · ')
}

function others(shown: PlanShown): Html {
  const { plan, municipality, asked } = shown
  const own = writable(shown)
  return html`${block(shown, {
    title: t.goodAt,
    parts: plan.goodAt,
    add: own && { href: paths.newPlanPart(municipality, asked.id, 'goodAt'), label: t.addGoodAt },
  })}
  ${helpBlocks(shown)}`
}

/** What each party helps with stands under that party's own name. */
function helpBlocks(shown: PlanShown): Content {
  const { plan, records, municipality, asked } = shown
  const own = writable(shown)
  return records
    .filter(record => plan.help.some(part => part.partyId === record.partyId) || record.partyId === own?.partyId)
    .map(record =>
      block(shown, {
        title: t.help(record.partyName),
        parts: plan.help.filter(part => part.partyId === record.partyId),
        add:
          record.partyId === own?.partyId
            ? { href: paths.newPlanPart(municipality, asked.id, 'help'), label: t.addHelp }
            : undefined,
      }),
    )
}

function block(
  shown: PlanShown,
  at: { title: string; parts: readonly Part[]; add: { href: string; label: string } | undefined },
): Content {
  if (at.parts.length === 0 && !at.add) return undefined
  const rows = at.parts.map(
    part =>
      html`<div class="plan-part"><p><span class="own-words">${part.words}</span> ${edit(shown, part)}</p>${originLine(shown, part)}</div>`,
  )
  return html`<section>
    <h2>${at.title}</h2>
    ${rows} ${at.add && html`<p><a href="${at.add.href}">${at.add.label}</a></p>`}
  </section>`
}

function edit({ municipality, asked, records }: PlanShown, part: Part): Content {
  const isOwn = records.some(record => record.own && record.partyId === part.partyId)
  if (!isOwn) return undefined
  return editLink(paths.planPart(municipality, asked.id, part.id), part.words)
}

function editPerson({ municipality, asked, named }: PlanShown, personId: string): Content {
  const own = named.find(each => each.personId === personId)
  return own && editLink(paths.planPerson(municipality, asked.id, own.id), own.name)
}

const editLink = (href: string, what: string): Html =>
  html`<a class="edit-link" href="${href}">${t.edit}<span class="sr-only">${t.editWhat(what)}</span></a>`

function keeping({ municipality, asked, own, keeping: all }: PlanShown): Content {
  const kept = all.find(each => each.partyId === own?.partyId)
  const links = [
    { href: paths.appointments(municipality, asked.id), label: t.toAppointments },
    { href: paths.citizenTasks(municipality, asked.id), label: t.toTasks },
    { href: paths.chooseCard(municipality, asked.id), label: t.toCard },
    ...(own && kept ? [{ href: paths.planKeeping(municipality, asked.id), label: t.toKeeping }] : []),
  ]
  return html`<section>
    <h2>${t.links}</h2>
    ${linkRow(links)}
    ${kept && html`<p class="quiet">${kept.closedAt === null ? keepingTexts.now(kept.keptByName, kept.weeks) : keepingTexts.closed}</p>`}
  </section>`
}

export interface PlanShown extends CitizenShown {
  /** The own record in which one writes; none: one reads along. */
  own: CitizenShown['asked'] | undefined
  plan: Plan
  steps: readonly Step[]
  around: readonly Around[]
  /** Those of them whom one's own party wrote down. */
  named: readonly PlanPerson[]
  keeping: readonly Keeping[]
}
