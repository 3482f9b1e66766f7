import { sql } from 'kysely'
import { paths } from '../../paths.ts'
import { postButton } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import { framed } from '../frame.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { moreTexts as t } from './more-texts.da.ts'
import { figureRoles, holds, recordRoles } from './rules.ts'

/** Everything that has no place of its own in the menu, for the roles that one has. */
export const moreRoutes = new Routes().get('/more', { who: 'signedIn', purpose: 'places.show' }, async (c, given) => {
  const own = given.actor.memberships.flatMap(each => (each.partyId === null ? [] : [each.partyId]))
  const centres = await given.db.read(given.asker, 'places.show', async tx =>
    own.length === 0
      ? []
      : await tx
          .selectFrom('centres')
          .select(['slug', sql<string>`preposition || ' ' || name`.as('at')])
          .where('municipality_id', '=', given.municipality.id)
          .where('party_id', 'in', own)
          .orderBy('name')
          .execute(),
  )
  return c.html(morePage(given, centres))
})

function morePage(given: Given, centres: readonly { slug: string; at: string }[]): Html {
  const { municipality, actor } = given
  const main = html`${rowList(ownRows(given, centres))} ${house(given)}
    <section>
      <p class="quiet">${t.signedInAs(actor.personName)}</p>
      <div class="button-row">
        ${postButton({ href: paths.signOut(municipality), label: t.signOut, variant: 'secondary' })}
      </div>
    </section>`
  return framed(given, { title: t.title, heading: t.title, main, menu: 'more', styles: ['lists'] })
}

function ownRows({ municipality, actor }: Given, centres: readonly { slug: string; at: string }[]) {
  const records = holds(actor, ...recordRoles)
  return [
    ...(records ? [{ ...t.talks, href: paths.contacts(municipality) }] : []),
    ...(records || holds(actor, 'volunteer') ? [{ ...t.hours, href: paths.hours(municipality) }] : []),
    ...(records || holds(actor, 'volunteer')
      ? centres.map(each => ({ ...t.centreDay(each.at), href: paths.centreDay(municipality, each.slug) }))
      : []),
    ...(holds(actor, ...figureRoles) ? [{ ...t.figures, href: paths.figures(municipality) }] : []),
    ...(holds(actor, 'centre_manager')
      ? [
          { ...t.places, href: paths.places(municipality) },
          { ...t.retention, href: paths.retention(municipality) },
        ]
      : []),
    { ...t.card, href: paths.profile(municipality) },
    ...(municipality.childConcern ? [{ ...t.child, href: paths.childConcern(municipality) }] : []),
    { ...t.accessibility, href: paths.accessibility(municipality) },
  ]
}

function house({ municipality, actor }: Given): Content {
  const rows = [
    ...(holds(actor, 'administrator')
      ? [
          { ...t.staff, href: paths.people(municipality) },
          { ...t.places, href: paths.places(municipality) },
          { ...t.imports, href: paths.imports(municipality) },
          { ...t.settings, href: paths.settings(municipality) },
          { ...t.retention, href: paths.retention(municipality) },
          { ...t.outbox, href: paths.outbox(municipality) },
        ]
      : []),
    ...(holds(actor, 'data_protection_officer') ? [{ ...t.log, href: paths.log(municipality) }] : []),
  ]
  if (rows.length === 0) return undefined
  return html`<section>
    <h2>${t.house}</h2>
    ${rowList(rows)}
  </section>`
}
