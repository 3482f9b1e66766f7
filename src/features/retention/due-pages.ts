import { paths } from '../../paths.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs, rowList } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { portrait } from '../../platform/html/people.ts'
import { day, formatDateYear } from '../../platform/time.ts'
import { displayName } from '../citizens/rules.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import { recordKinds } from './codes.ts'
import type { RecordKind } from './codes.ts'
import type { DueCitizen } from './due-queries.ts'
import { dueTexts as t, texts } from './texts.da.ts'

/** What of one's own parties is over soon, by name. */
export function duePage(given: Pick<Given, 'municipality' | 'actor'>, due: readonly DueCitizen[]): Html {
  return framed(given, {
    title: t.title,
    heading: t.title,
    lead: t.lead,
    crumbs: breadcrumbs([{ label: t.back, href: paths.citizens(given.municipality) }, { label: t.title }]),
    main:
      due.length === 0
        ? emptyState({ title: t.none, text: t.noneText })
        : recordKinds.map(kind => dueOfKind(given, { kind, due: due.filter(each => each.kind === kind) })),
    menu: 'citizens',
    styles: ['lists', 'people', 'drawings'],
  })
}

function dueOfKind(
  { municipality }: Pick<Given, 'municipality'>,
  { kind, due }: { kind: RecordKind; due: readonly DueCitizen[] },
): Content {
  if (due.length === 0) return undefined
  const rows = due.map(each => ({
    start: portrait({ shape: 'silhouette' }),
    title: displayName(each),
    text: [
      each.partyName,
      ...(kind === 'citizen' || kind === 'quiet' ? [] : [t.records(each.records)]),
      t.over(t.act[each.act], formatDateYear(day(each.first))),
    ].join(' · '),
    href: (each.closed ? paths.citizenClose : paths.citizenCard)(municipality, each.id),
  }))
  return html`<section>
    <h2>${texts.kind[kind]}</h2>
    ${rowList(rows)} ${due.length >= 100 && html`<p class="quiet">${t.many}</p>`}
  </section>`
}
