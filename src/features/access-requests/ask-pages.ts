import { paths } from '../../paths.ts'
import { typedAll, typedIn } from '../../platform/form.ts'
import type { Typed } from '../../platform/form.ts'
import { lampNote, note, quote } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { checkRows, radioChips, radioRows } from '../../platform/html/choices.ts'
import { dateField, telephoneField, textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { breadcrumbs, factsList } from '../../platform/html/lists.ts'
import { formatPhone } from '../../platform/phone.ts'
import { day, formatDateYear } from '../../platform/time.ts'
import type { Card } from '../citizens/card-queries.ts'
import { hows } from '../citizens/codes.ts'
import { displayName } from '../citizens/rules.ts'
import { actTexts, texts as citizenTexts } from '../citizens/texts.da.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import { byLetter } from './rules.ts'
import type { Named, Request } from './queries.ts'
import { askTexts as t, receiptTexts } from './texts.da.ts'

/** The citizen asks every party of the controller at once; what that tells them stands before the button. */
export function askPage(given: At, shown: AskShown): Html {
  const { municipality } = given
  const { card, errors } = shown
  return citizenFramed(given, {
    card,
    title: t.title,
    lead: t.lead,
    errors,
    main: html`<section>
        <h2>${t.sayTitle}</h2>
        ${quote(t.say.map(line => html`<p>${line}</p>`))}
      </section>
      <section>
        ${form({ href: paths.accessRequests(municipality, card.id), ping: paths.alive() }, ...fields(shown))}
      </section>`,
  })
}

function fields({ parties, centres, typed, errors }: AskShown): Html[] {
  const field = (name: string) => ({ name, value: typedIn({ typed }, name), error: errorOf(errors, name) })
  const places = centres.map(each => ({ value: each.id, label: t.fetch(each.name) }))
  return [
    hiddenField('id', typedIn({ typed }, 'id') ?? ''),
    textField({ ...field('name'), label: t.name, hint: t.nameHint, maxlength: 120, autocomplete: 'off' }),
    dateField({ ...field('birthDate'), label: t.birthDate, hint: t.birthDateHint }),
    telephoneField({ ...field('phone'), label: t.phone, hint: t.phoneHint, autocomplete: 'off' }),
    radioRows({ ...field('where'), label: t.where, choices: [...places, { value: byLetter, label: t.letter }] }),
    textField({ ...field('address'), label: t.address, hint: t.addressHint, maxlength: 200, autocomplete: 'off' }),
    checkRows({
      name: 'parties',
      label: t.parties,
      hint: t.partiesHint,
      choices: parties.map(({ id, name }) => ({ value: id, label: name })),
      values: typedAll({ typed }, 'parties'),
      error: errorOf(errors, 'parties'),
    }),
    radioChips({
      ...field('how'),
      label: actTexts.howAsk,
      layout: 'pair',
      choices: hows.map(how => ({ value: how, label: actTexts.how[how] })),
    }),
    html`<p class="button-row">${button({ label: t.send })}</p>`,
  ]
}

/** What has gone out, to whom and with which words; said to the citizen, who may read along and print it. */
export function receiptPage(given: At, { card, request }: { card: Card; request: Request }): Html {
  const { municipality } = given
  const r = receiptTexts
  const due = formatDateYear(day(request.dueOn))
  const facts = [
    { label: r.name, value: request.name },
    ...(request.birthDate === null ? [] : [{ label: r.birthDate, value: formatDateYear(day(request.birthDate)) }]),
    ...(request.phone === null ? [] : [{ label: r.phone, value: formatPhone(request.phone) }]),
    { label: r.answer, value: howAnswered(request) },
  ]
  return citizenFramed(given, {
    card,
    title: r.title,
    lead: r.lead(formatDateYear(day(request.askedOn)), due),
    errors: [],
    main: html`${request.late > 0 && lampNote(html`<p>${r.late(request.late)}</p>`)}
      <section>
        <h2>${r.asked}</h2>
        <ul class="bullets">
          ${request.asked.map(name => html`<li>${name}</li>`)}
        </ul>
        <p>${r.askedText}</p>
      </section>
      <section>
        <h2>${r.wrote}</h2>
        <p>${r.purpose}</p>
        ${factsList(facts)}
      </section>
      <section>
        <h2>${r.noAnswer}</h2>
        <p>${r.noAnswerText(due)}</p>
      </section>
      ${note(
        html`<h2>${r.paper}</h2>
          <p>${r.paperText} <a href="${paths.citizenEverything(municipality, card.id)}">${r.paperLink}</a></p>
          <p>${r.heardBy(request.recordedBy)} ${r.kept}</p>`,
      )}`,
  })
}

/** How the answers reach the citizen, in their own words. */
function howAnswered({ at, address }: Pick<Request, 'at' | 'address'>): string {
  return at === null ? `${t.letter}: ${address ?? ''}` : t.fetch(at)
}

function citizenFramed(
  given: At,
  options: { card: Card; title: string; lead: string; errors: readonly FieldError[]; main: Html },
): Html {
  const { municipality } = given
  const { card, title, ...rest } = options
  return framed(given, {
    ...rest,
    title,
    heading: title,
    crumbs: breadcrumbs([
      { label: citizenTexts.title, href: paths.citizens(municipality) },
      { label: displayName(card), href: paths.citizen(municipality, card.id) },
      { label: t.crumb, href: paths.citizenEverything(municipality, card.id) },
      { label: title },
    ]),
    menu: 'citizens',
    styles: ['forms', 'lists', 'people', 'record'],
    scripts: ['form-once'],
  })
}

type At = Pick<Given, 'municipality' | 'actor'>

export interface Asking {
  card: Card
  parties: readonly Named[]
  centres: readonly Named[]
}

interface AskShown extends Asking {
  typed: Typed
  errors: readonly FieldError[]
}
