// A public page is the same for every visitor until the presence or the minute changes, so it is drawn once for all.

import { drawn, type Drawn } from '../../platform/packed.ts'
import type { Html } from '../../platform/html/html.ts'
import type { Actor } from '../people/rules.ts'
import type { Given } from '../routing.ts'
import type { Presence } from './plan-queries.ts'

type Kept = { minute: number; pages: Map<string, Drawn> }

const kept = new WeakMap<Presence, Kept>()

/** `name` tells the page apart from others made of the same presence. Whoever is signed in gets a page of their own. */
export function keptPage(
  given: Given<Actor | undefined>,
  of: { presence: Presence; name: string },
  draw: () => Html,
): Drawn {
  if (given.actor) return drawn(draw())
  const { municipality } = given
  const { pages } = thisMinute(of.presence, Math.floor(given.now.epochMilliseconds / 60_000))
  const name = [of.name, municipality.slug, municipality.name, municipality.demo].join(' ')
  const known = pages.get(name)
  if (known) return known
  const page = drawn(draw())
  pages.set(name, page)
  return page
}

function thisMinute(presence: Presence, minute: number): Kept {
  const known = kept.get(presence)
  if (known?.minute === minute) return known
  const fresh = { minute, pages: new Map<string, Drawn>() }
  kept.set(presence, fresh)
  return fresh
}
