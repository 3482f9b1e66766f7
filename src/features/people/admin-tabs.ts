import { paths } from '../../paths.ts'
import type { Html } from '../../platform/html/html.ts'
import { tabs } from '../../platform/html/lists.ts'
import type { Municipality } from '../routing.ts'
import { adminTabs } from './texts.da.ts'

/** The five pages of an administrator, side by side. */
export function administratorTabs(municipality: Municipality, current: AdminTab): Html {
  const hrefs = {
    people: paths.people(municipality),
    places: paths.places(municipality),
    settings: paths.settings(municipality),
    retention: paths.retention(municipality),
    outbox: paths.outbox(municipality),
  }
  const names: AdminTab[] = ['people', 'places', 'settings', 'retention', 'outbox']
  return tabs(
    names.map(name => ({ label: adminTabs[name], href: hrefs[name], current: name === current })),
    adminTabs.label,
  )
}

export type AdminTab = 'people' | 'places' | 'settings' | 'retention' | 'outbox'
