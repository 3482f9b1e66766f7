import { html } from '../../platform/html/html.ts'
import { paths } from '../../paths.ts'
import { typedIn } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { marked, note } from '../../platform/html/blocks.ts'
import { button, buttonRow } from '../../platform/html/buttons.ts'
import { textArea } from '../../platform/html/fields.ts'
import { errorOf, form as formTag } from '../../platform/html/forms.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Given } from '../routing.ts'
import type { Answering } from './queries.ts'
import { contactTexts, rightsTexts as t } from './texts.da.ts'

/** All that a citizen is told before something is written down, in the order in which one asks. */
export function rightsPage(given: At, shown: RightsShown): Html {
  const { controller, others, saved } = shown
  const { kind } = controller
  const main = html`${saved && note(html`<p role="status">${contactTexts.saved}</p>`)} ${marked(html`<p>${t.noName}</p>`)}
    ${who(given, controller)} ${part(t.what, bullets([...t.whatList.both, ...t.whatList[kind]]))}
    ${part(t.law, paragraphs(t.lawText[kind]))} ${part(t.see, bullets(seen(controller)))}
    ${part(t.from, paragraphs([t.fromText[kind], t.machine]))} ${part(t.long, kept(controller))}
    ${part(t.rights, rowList(rightsOf(kind)))} ${elsewhere(given, others)}`
  return framed(given, {
    title: t.title,
    heading: t.title,
    lead: t.lead(controller.name),
    main,
    audience: 'citizen',
    styles: ['lists'],
  })
}

function who({ municipality }: At, controller: Answering): Html {
  const { id, name, kind, contact, officer, parties, managed } = controller
  const missing = contact === '' || (kind === 'public' && officer === '')
  const edit = html`<a href="${paths.rightsContact(municipality, id)}">${missing ? t.fillIn : t.change}</a>`
  return html`<section>
    <h2>${t.who}</h2>
    <p>${t.answers[kind](name, parties.join(', '))}</p>
    ${said(t.contact, contact)} ${officer !== '' && html`${said(t.officer, officer)}<p class="quiet">${t.officerIs}</p>`}
    ${contact === '' && html`<p>${t.ask}</p>`}
    ${managed && html`<div class="not-printed">${note(html`<p>${missing && t.missing} ${edit}</p>`)}</div>`}
  </section>`
}

const said = (heading: string, words: string): Content =>
  words !== '' &&
  html`<h3>${heading}</h3>
    <p class="own-words">${words}</p>`

function seen({ kind, breaksGlass }: Answering): string[] {
  return [...t.seeList.both, ...t.seeList[kind], ...(kind === 'public' && breaksGlass ? [t.glass] : [])]
}

function kept({ rules, backupDays }: Answering): Html {
  const rows = rules.map(({ kind, months, act }) => ({ title: t.kind[kind], text: t.act[act](months) }))
  return html`${rowList(rows)}
    <p>${t.backups(backupDays)}</p>`
}

function rightsOf(kind: Answering['kind']): { title: string; text: string }[] {
  const { see, correct, close, delete: deleted, object, restrict, take, complain } = t.rightsList
  const list = [see, correct, kind === 'public' ? close : deleted, object, restrict, take, complain]
  return list.map(([title = '', text = '']) => ({ title, text }))
}

function elsewhere({ municipality }: At, others: readonly Answering[]): Content {
  if (others.length === 0) return undefined
  const rows = others.map(({ id, name }) => ({ title: name, href: paths.rightsOf(municipality, id) }))
  return part(
    t.others,
    html`<p>${t.othersText}</p>
      ${rowList(rows)}`,
  )
}

const part = (heading: string, ...content: Content[]): Html =>
  html`<section>
    <h2>${heading}</h2>
    ${content}
  </section>`
const paragraphs = (lines: readonly string[]): Html => html`${lines.map(line => html`<p>${line}</p>`)}`
const bullets = (lines: readonly string[]): Html =>
  html`<ul class="bullets">
    ${lines.map(line => html`<li>${line}</li>`)}
  </ul>`

/** Asks whoever answers how they and their officer are reached. */
export function contactPage(given: At, shown: { controller: Answering; form?: Form<unknown> }): Html {
  const { controller, form } = shown
  const field = (name: 'contact' | 'officer') => ({
    name,
    label: contactTexts[name],
    hint: contactTexts[`${name}Hint`],
    value: form ? (typedIn(form, name) ?? '') : controller[name],
    error: errorOf(form?.errors ?? [], name),
    rows: 4,
    maxlength: 300,
  })
  const href = paths.rightsContact(given.municipality, controller.id)
  return framed(given, {
    title: contactTexts.title,
    heading: contactTexts.title,
    lead: contactTexts.lead(controller.name),
    back: { href: paths.rightsOf(given.municipality, controller.id) },
    errors: form?.errors ?? [],
    main: formTag(
      { href },
      textArea(field('contact')),
      textArea(field('officer')),
      buttonRow(button({ label: contactTexts.save })),
    ),
    styles: ['forms'],
    scripts: ['form-once'],
  })
}

type At = Pick<Given<Actor | undefined>, 'municipality' | 'actor'>
interface RightsShown {
  controller: Answering
  /** The others of the municipality, who answer for themselves. */
  others: readonly Answering[]
  saved: boolean
}
