import { paths } from '../../paths.ts'
import { linkRow, note } from '../../platform/html/blocks.ts'
import { buttonRow } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { livePart } from '../../platform/html/notices.ts'
import { pageHead } from '../../platform/html/page.ts'
import { lamp } from '../../platform/html/people.ts'
import { rowList } from '../../platform/html/lists.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import { faceBadge, facePortrait, phoneActions, withTimes } from './face-pages.ts'
import type { PersonBoard } from './person-rules.ts'
import { pageSays, personSays, roleSays } from './texts.da.ts'

/** One person in their role: where they can be met today and in the weeks ahead. Not for search engines. */
export function personPage(at: { municipality: Municipality; actor: Actor | undefined }, shown: PersonBoard): Html {
  const { municipality } = at
  const { face } = shown
  const head = pageHead({ heading: face.name, lead: face.roleLine, face: facePortrait(municipality, face) })
  const lamps = shown.today.map(entry => lamp({ lit: entry.lit, text: html`${entry.centre}: ${entry.words}` }))
  const ahead = shown.ahead.map(visit => ({
    title: visit.when,
    text: visit.centre,
    href: paths.centre(municipality, visit.centreSlug),
  }))
  const main = html`${head}
    <p>${faceBadge(face)}</p>
    ${
      shown.away &&
      note(
        html`<p><b>${shown.away.title}</b></p>
          <p>${withTimes(shown.away.instead)}</p>`,
      )
    }${lamps}
    ${shown.comeWith && html`<p>${shown.comeWith}</p>`}
    ${shown.phone && buttonRow(phoneActions(shown.phone, face.name))}
    <section>
      <h2>${personSays.ahead(face.firstName)}</h2>
      ${ahead.length > 0 ? rowList(ahead) : emptyState({ title: personSays.nowhere, text: personSays.askOthers })}
    </section>`
  return framed(at, {
    title: `${face.name}, ${face.roleLine}`,
    audience: 'citizen',
    robots: 'noindex, nofollow',
    styles: ['people', 'lists', 'drawings'],
    scripts: ['live'],
    menu: 'board',
    main: livePart({ id: 'person', events: paths.live(municipality) }, main),
    footer: html`<p>${roleSays.explained}</p>
      ${linkRow([{ href: paths.board(municipality), label: pageSays.allCentres }])}`,
  })
}
