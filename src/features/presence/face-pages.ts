import { paths } from '../../paths.ts'
import { linkButton, telephoneLink } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { badge, lamp, person, portrait, shapeKey, type Tone } from '../../platform/html/people.ts'
import type { Municipality } from '../routing.ts'
import type { BoardPerson } from './board-rules.ts'
import { phoneWords, type Face } from './face-rules.ts'
import type { House } from './occurrence-rules.ts'
import type { Visit } from './week-rules.ts'
import { lampSays, roleSays } from './texts.da.ts'

const toneOf = { kommune: 'kommune', centre: 'centre', volunteer: 'other', other: 'other' } satisfies Record<
  House,
  Tone
>

export function facePortrait(at: Municipality, face: Face, size?: 44 | 30 | 20): Html {
  const photo = face.photo && size !== 20 ? paths.personPhoto(at, face.personId) : undefined
  const initials = size === 20 ? '' : face.initials
  return portrait({ initials, shape: face.shape, tone: toneOf[face.house], ...(size ? { size } : {}), photo })
}

export const faceBadge = (face: Face): Html =>
  badge({ kind: face.mayDecide ? 'filled' : 'outlined', tone: toneOf[face.house], text: face.badge })

const nameLink = (at: Municipality, face: Face): Html =>
  html`<a class="quiet-link" href="${paths.person(at, face.personId)}">${face.name}</a>`

/** Somebody on the board: who, in which role, whether they decide anything, until when, and how to reach them. */
export function boardPerson(at: Municipality, shown: BoardPerson): Html {
  const { lamp: state, lampWords, again, phone, room, comeWith } = shown
  const presence = html`${lamp({ lit: state.state === 'here', text: lampWords })}${again && html`<p>${again}</p>`}${room && html`<p>${lampSays.room(room)}</p>`}`
  return person({
    face: facePortrait(at, shown),
    name: nameLink(at, shown),
    role: shown.roleLine,
    badge: faceBadge(shown),
    presence,
    more: comeWith,
    actions: phone ? phoneActions(phone, shown.name) : undefined,
    level: 3,
  })
}

/** Somebody in few words: name, role, badge, and one line on when. */
export const faceAndWords = (at: Municipality, face: Face, words: Content): Html =>
  person({
    face: facePortrait(at, face),
    name: nameLink(at, face),
    role: face.roleLine,
    badge: faceBadge(face),
    presence: html`<p><b>${words}</b></p>`,
    level: 3,
  })

export const phoneActions = (phone: string, name: string): Html =>
  html`${telephoneLink({ tel: phone, label: html`<span class="sr-only">${lampSays.ring(name)} </span>${phoneWords(phone)}` })}${linkButton(
    {
      href: `sms:${phone}`,
      label: html`SMS<span class="sr-only"> ${lampSays.to(name)}</span>`,
      variant: 'secondary',
      icon: 'chat',
      size: 'small',
    },
  )}`

/** A visit in the week: the shape, the name, the hours; the badge's words are for those who do not see the shape. */
export const weekVisit = (at: Municipality, visit: Visit): Html =>
  html`<p class="week-person">
    ${facePortrait(at, visit.face, 20)}<b
      >${visit.face.name}<span class="sr-only">, ${visit.face.badge.toLocaleLowerCase('da')}, </span></b
    ><span class="nowrap">${visit.words}</span>
  </p>`

export const roleKey = (): Html =>
  shapeKey([
    { shape: 'square', text: html`${roleSays.square}: <b>${roleSays.isMayDecide}</b>` },
    { shape: 'round', text: html`${roleSays.round}: <b>${roleSays.isMayNotDecide}</b>` },
  ])

/** A sentence whose clock times never break over a line. */
export const withTimes = (sentence: string): Content =>
  sentence
    .split(/(kl\. [\d.]*\d(?:–[\d.]*\d)?)/)
    .map((part, index) => (index % 2 === 1 ? html`<span class="nowrap">${part}</span>` : part))
