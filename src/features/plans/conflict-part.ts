import { conflictNote } from '../../platform/html/blocks.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { partTexts as t } from './texts.da.ts'

/** What stands now, line by line, above what one has typed oneself. */
export function planConflict(at: {
  why: 'taken' | 'changed'
  /** Label and words of what stands; empty ones are left out. */
  stands: readonly (readonly [label: string, words: string | null])[]
  href: string
}): Html {
  const lines = at.stands.flatMap(([label, words]) =>
    words === null || words === ''
      ? []
      : [
          html`<div>
            <dt>${label}</dt>
            <dd class="own-words">${words}</dd>
          </div>`,
        ],
  )
  return conflictNote({
    title: at.why === 'taken' ? t.takenTitle : t.changedTitle,
    lead: t.standsNow,
    stands: html`<dl class="pairs">
      ${lines}
    </dl>`,
    yours: t.yours,
    letItStand: { href: at.href, label: t.letItStand },
  })
}
