import { paths } from '../../paths.ts'
import { linkButton, postButton } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { anyTopicsOf } from '../contacts/codes.ts'
import type { Instant } from '../../platform/time.ts'
import { displayName } from '../citizens/rules.ts'
import { framed } from '../frame.ts'
import type { Actor } from '../people/rules.ts'
import type { Municipality } from '../routing.ts'
import type { ShownRecords } from './asking.ts'
import { partyInWords } from './face-parts.ts'
import { openPart } from './open-part.ts'
import type { Consent, PartyFace } from './queries.ts'
import { topicWords, withdrawTexts as t } from './texts.da.ts'

/** The second of two taps: what ends, and what stays as it is. */
export function withdrawPage(shown: WithdrawShown): Html {
  const { municipality, asked, consent, ending, face } = shown
  const topics = anyTopicsOf(ending.reduce((mask, each) => mask | each.topics, 0))
  const main = html`<div class="page-title">
      <h1>${t.title}</h1>
      <p>${face ? t.lead(partyInWords(face)) : t.leadOther}</p>
    </div>
    ${
      topics.length > 0 &&
      html`<p><b>${t.topics}:</b> ${topics.map(topic => topicWords[topic].toLocaleLowerCase('da')).join(', ')}.</p>`
    }
    ${shown.goingBack.map(({ holder, giver }) => html`<p>${t.goesBack(holder, giver)}</p>`)}
    <p>${t.stays}</p>
    <div class="equal-choice">
      ${postButton({ href: paths.withdrawConsent(municipality, asked.id, consent.id), label: t.confirm })}
      ${linkButton({ href: paths.consents(municipality, asked.id), label: t.keep, variant: 'secondary' })}
    </div>`
  return framed(shown, {
    title: t.title,
    main: openPart(shown, main),
    beside: { name: displayName(asked), href: paths.citizen(municipality, asked.id) },
    styles: ['doors'],
    scripts: ['live'],
  })
}

interface WithdrawShown extends ShownRecords {
  municipality: Municipality
  actor: Actor
  now: Instant
  consent: Consent
  /** All that ends with it: every yes to the same receiver. */
  ending: readonly Consent[]
  face: PartyFace | undefined
  /** Promises that the receivers see no more. */
  goingBack: readonly { holder: string; giver: string }[]
}
