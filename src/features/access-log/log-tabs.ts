import { paths } from '../../paths.ts'
import type { Html } from '../../platform/html/html.ts'
import { tabs } from '../../platform/html/lists.ts'
import type { Municipality } from '../routing.ts'
import { tabTexts } from './texts.da.ts'

export type LogTab = 'all' | 'glass' | 'refused' | 'unusual' | 'checks' | 'access' | 'sealing'

/** The pages of the officer, side by side. */
export function logTabs(municipality: Municipality, current: LogTab): Html {
  const hrefs: [LogTab, string][] = [
    ['all', paths.log(municipality)],
    ['glass', paths.logGlass(municipality)],
    ['refused', paths.logRefused(municipality)],
    ['unusual', paths.logUnusual(municipality)],
    ['checks', paths.logChecks(municipality)],
    ['access', paths.logAccess(municipality)],
    ['sealing', paths.logSealing(municipality)],
  ]
  return tabs(
    hrefs.map(([name, href]) => ({ label: tabTexts[name], href, current: name === current })),
    tabTexts.label,
  )
}
