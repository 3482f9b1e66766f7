import { paths } from '../paths.ts'
import { drawnFor } from '../platform/html/forms.ts'
import type { BarLink, TabItem } from '../platform/html/page.ts'
import { page } from '../platform/html/page.ts'
import type { PageOptions } from '../platform/html/page.ts'
import type { Html } from '../platform/html/html.ts'
import { frameTexts } from './frame-texts.da.ts'
import { figureRoles, holds, recordRoles } from './people/rules.ts'
import type { Actor } from './people/rules.ts'
import type { Municipality } from './routing.ts'

export type MenuName = 'today' | 'citizens' | 'board' | 'figures' | 'imports' | 'staff' | 'log' | 'more'

/** Seconds without a sign of life after which a session ends; the database says the same. */
const idleSeconds = 15 * 60

/** A page of a municipality: the bar, the menu of the actor's roles, and what stands in between. */
export function framed(at: At, options: FramedOptions): Html {
  const drawn = drawnPage(at, options)
  return at.actor ? drawnFor(at.actor.accountId, drawn) : drawn
}

function drawnPage(at: At, options: FramedOptions): Html {
  const { municipality, actor } = at
  const { menu, beside, ...rest } = options
  const common: PageOptions = {
    home: paths.board(municipality),
    ...(municipality.demo ? { notice: frameTexts.demo } : {}),
    ...rest,
  }
  if (!actor) return page({ place: { name: municipality.name, href: paths.board(municipality) }, ...common })
  const idle = {
    seconds: idleSeconds,
    renewHref: paths.stay(municipality),
    signInHref: paths.signIn(municipality),
  }
  const scripts = [...new Set([...(rest.scripts ?? []), 'idle' as const])]
  if (beside)
    return page({ ...common, home: paths.today(municipality), user: beside, audience: 'together', idle, scripts })
  const items = menuOf(municipality, actor).map(item => ({ ...item, current: item.name === menu }))
  return page({
    ...common,
    user: { name: actor.personName, href: paths.more(municipality) },
    nav: items.filter(item => item.name !== 'more'),
    tabs: [...items.filter(item => item.name !== 'more').slice(0, 3), ...items.filter(item => item.name === 'more')],
    idle,
    scripts,
  })
}

/** What the menu offers an actor, in order; each entry is a page that their roles may open. */
function menuOf(municipality: Municipality, actor: Actor): MenuItem[] {
  const worker = holds(actor, 'outreach_worker')
  const records = holds(actor, ...recordRoles)
  const item = (name: MenuName, href: string, icon: TabItem['icon']): MenuItem => ({
    name,
    href,
    icon,
    label: frameTexts.menu[name],
  })
  return [
    ...(records || holds(actor, 'volunteer') ? [item('today', paths.today(municipality), 'home')] : []),
    ...(worker || records ? [item('citizens', paths.citizens(municipality), 'people')] : []),
    item('board', paths.board(municipality), 'calendar'),
    ...(holds(actor, ...figureRoles) ? [item('figures', paths.figures(municipality), 'chart')] : []),
    ...(holds(actor, 'administrator')
      ? [item('staff', paths.people(municipality), 'people'), item('imports', paths.imports(municipality), 'upload')]
      : []),
    ...(holds(actor, 'data_protection_officer') ? [item('log', paths.log(municipality), 'search')] : []),
    item('more', paths.more(municipality), 'menu'),
  ]
}

interface At {
  municipality: Municipality
  actor: Actor | undefined
}
type FramedOptions = Omit<PageOptions, 'user' | 'nav' | 'tabs' | 'idle' | 'home' | 'place' | 'notice'> & {
  menu?: MenuName
  /** A page that a citizen reads at the worker's side: no menu, and the citizen's name leads back to their page. */
  beside?: BarLink
}
interface MenuItem extends TabItem {
  name: MenuName
}
