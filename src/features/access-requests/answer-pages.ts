import { paths } from '../../paths.ts'
import { typedIn } from '../../platform/form.ts'
import type { Typed } from '../../platform/form.ts'
import { lockBlock, note } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { radioRows } from '../../platform/html/choices.ts'
import { searchField } from '../../platform/html/fields.ts'
import { errorOf, form } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs, factsList, rowList } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { portrait } from '../../platform/html/people.ts'
import { formatPhone } from '../../platform/phone.ts'
import { day, dayOf, formatDateYear, instantOf } from '../../platform/time.ts'
import type { Citizen } from '../citizens/queries.ts'
import { displayName } from '../citizens/rules.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import { askedRows, howFetched } from './part.ts'
import type { Asked } from './queries.ts'
import { answerTexts as t } from './texts.da.ts'

/** All that one's parties are asked, and have answered. */
export function askedListPage(given: At, asked: readonly Asked[]): Html {
  const none = asked.length === 0
  return framed(given, {
    title: t.listTitle,
    heading: t.listTitle,
    lead: t.listLead,
    main: none ? emptyState({ title: t.listNone, text: t.listNoneText }) : rowList(askedRows(given, asked)),
    menu: 'today',
    styles: ['lists', ...(none ? (['drawings'] as const) : [])],
  })
}

/** What a party is asked: whom to look for among its own, and what it answers. */
export function askedPage(given: At, shown: AskedShown): Html {
  const { municipality } = given
  const { asked, errors, said } = shown
  const answered = answeredWords(asked)
  return framed(given, {
    title: t.title,
    heading: t.title,
    lead: t.lead(asked.partyName, formatDateYear(day(asked.dueOn))),
    crumbs: breadcrumbs([{ label: t.listTitle, href: paths.askedForAccess(municipality) }, { label: t.title }]),
    errors,
    main: html`${said === true && note(html`<p role="status">${t.saved}</p>`)}
      ${answered !== undefined && html`<p class="lead">${answered}</p>`} ${factsList(factsOf(asked))}
      ${asked.answer !== 'given' && html`${finding(given, shown)} ${otherwise(given, shown)}`}
      ${lockBlock({ title: t.nobodySees })}`,
    menu: 'today',
    styles: ['forms', 'lists', 'people', 'record'],
    scripts: ['form-once'],
  })
}

function factsOf(asked: Asked) {
  const { birthDate, phone } = asked
  return [
    { label: t.name, value: asked.name },
    ...(birthDate === null ? [] : [{ label: t.birthDate, value: formatDateYear(day(birthDate)) }]),
    ...(phone === null ? [] : [{ label: t.phone, value: formatPhone(phone) }]),
    { label: t.answer, value: howFetched(asked) },
    { label: t.asked, value: formatDateYear(day(asked.askedOn)) },
  ]
}

function answeredWords({ answer, answeredAt, answeredBy }: Asked): string | undefined {
  if (answer === null || answeredAt === null) return undefined
  return t.answered(t.said[answer], formatDateYear(dayOf(instantOf(answeredAt))), answeredBy ?? '')
}

function finding({ municipality }: At, { asked, found, typed, errors }: AskedShown): Html {
  return html`<section>
    <h2>${t.find}</h2>
    ${form({ href: paths.searchForAsked(municipality, asked.id), search: true, offline: false }, [
      searchField({
        name: 'words',
        label: t.search,
        hint: t.findText,
        value: typedIn({ typed }, 'words') ?? asked.name,
        error: errorOf(errors, 'words'),
      }),
      html`<p class="button-row">${button({ label: t.searchButton, icon: 'search', variant: 'secondary' })}</p>`,
    ])}
    ${found !== undefined && foundPart(municipality, { asked, found })}
  </section>`
}

function foundPart(
  municipality: At['municipality'],
  { asked, found }: { asked: Asked; found: readonly Citizen[] },
): Content {
  if (found.length === 0) return html`<p role="status">${t.foundNone}</p>`
  const rows = found.map(each => ({
    start: portrait({ shape: 'silhouette' as const }),
    title: displayName(each),
    text: each.closed ? `${t.closed}. ${t.openRow}` : t.openRow,
    href: paths.everythingFor(municipality, each.id, asked.id),
  }))
  return html`<section>
    <h3>${t.found}</h3>
    ${rowList(rows)}
  </section>`
}

function otherwise({ municipality }: At, { asked, typed, errors }: AskedShown): Html {
  return form(
    { href: paths.asked(municipality, asked.id) },
    html`<h2>${asked.answer === null ? t.not : t.notAgain}</h2>`,
    radioRows({
      name: 'answer',
      label: t.which,
      choices: (['none', 'unclear'] as const).map(value => ({ value, ...t.choices[value] })),
      ruled: true,
      value: typedIn({ typed }, 'answer') ?? asked.answer ?? undefined,
      error: errorOf(errors, 'answer'),
    }),
    html`<p class="button-row">${button({ label: t.save })}</p>`,
  )
}

type At = Pick<Given, 'municipality' | 'actor' | 'now'>

interface AskedShown {
  asked: Asked
  /** Those of the party's own whom the search found; undefined when nobody has searched. */
  found?: readonly Citizen[]
  typed: Typed
  errors: readonly FieldError[]
  said?: boolean
}
