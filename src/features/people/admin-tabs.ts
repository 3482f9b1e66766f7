import { html } from 'hono/html'
import { paths } from '../../paths.ts'
import { attributes } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import type { Municipality } from '../routing.ts'
import { adminTabs } from './texts.da.ts'

/** The four pages of an administrator, side by side. */
export function administratorTabs(municipality: Municipality, current: AdminTab): Html {
  const hrefs = {
    people: paths.people(municipality),
    places: paths.places(municipality),
    settings: paths.settings(municipality),
    outbox: paths.outbox(municipality),
  }
  const tabs: AdminTab[] = ['people', 'places', 'settings', 'outbox']
  const links = tabs.map(tab => {
    const own = { href: hrefs[tab], 'aria-current': tab === current && ('page' as const) }
    return html`<li><a${attributes(own)}>${adminTabs[tab]}</a></li>`
  })
  return html`<nav class="tabs" aria-label="${adminTabs.label}">
    <ul class="links">
      ${links}
    </ul>
  </nav>`
}

export type AdminTab = 'people' | 'places' | 'settings' | 'outbox'
