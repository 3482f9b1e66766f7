import { raw } from './html.ts'
import type { Html } from './html.ts'

/** The mark: two equal banks and an arch. */
export function mark(): Html {
  return drawnMark
}

/** The whole bridge, for an empty list and for what has been saved. */
export function bridge(): Html {
  return wholeBridge
}

/** The bridge with its middle missing, for a page that is not there. */
export function brokenBridge(): Html {
  return bridgeWithoutMiddle
}

/** A citizen as a drawn silhouette: no initials, no photo. */
export function silhouette(): Html {
  return drawnSilhouette
}

const drawnMark = raw(
  '<svg class="mark" viewBox="0 0 40 26" width="40" height="26" aria-hidden="true" focusable="false">' +
    '<path class="mark-bank" d="M0 14h9v12H0zM31 14h9v12h-9z"/>' +
    '<path class="mark-arch" fill="none" stroke-width="5" d="M6.5 16a13.5 12.5 0 0 1 27 0"/></svg>',
)

const house =
  '<path class="d-bank" d="M0 66h85v45H0z"/><path class="d-bank" d="M20 36.5 37.5 23 55 36.5V66H20z"/><path class="d-door" d="M32 42h11v24H32z"/>'
const townHall =
  '<path class="d-bank" d="M265 66h85v45h-85z"/><path class="d-bank" d="m307.5 20 23 15h-4v31h-38V35h-4z"/><path class="d-door" d="M293 42h4v19h-4zm12 0h4v19h-4zm12 0h4v19h-4z"/>'
const water = '<path class="d-water" d="M85 95h180v16H85z"/>'

const wholeBridge = raw(
  `<svg class="drawing" viewBox="0 0 350 112" width="350" height="112" aria-hidden="true" focusable="false">${water}${house}${townHall}` +
    '<path class="d-arch" fill="none" stroke-width="11" d="M77 70C98 28 134 10.5 175 10.5S252 28 273 70"/></svg>',
)

const bridgeWithoutMiddle = raw(
  `<svg class="drawing drawing-broken" viewBox="0 0 350 112" width="350" height="112" aria-hidden="true" focusable="false">${water}${house}${townHall}` +
    '<path class="d-arch" fill="none" stroke-width="11" d="M77 70C92 36 115 17 144 11.5M206 11.5C235 17 258 36 273 70"/></svg>',
)

const drawnSilhouette = raw(
  '<svg class="portrait portrait-silhouette" viewBox="0 0 60 60" width="60" height="60" aria-hidden="true" focusable="false">' +
    '<circle class="s-ground" cx="30" cy="30" r="30"/><circle class="s-figure" cx="30" cy="22" r="10.5"/>' +
    '<path class="s-figure" d="M10 57.5c0-13 9-20 20-20s20 7 20 20A30 30 0 0 1 30 60a30 30 0 0 1-20-2.5z"/></svg>',
)
