import { lockBlock } from '../../platform/html/blocks.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { standing } from '../frame-texts.da.ts'
import type { Hidden } from './hidden-queries.ts'
import { hiddenTexts as t } from './texts.da.ts'

/** In the place where hidden things would stand: how many and whose where that may be told, and always the same words. */
export function hiddenPart(hidden: readonly Hidden[], name: string): Html {
  const told = hidden.map(({ partyName, notes, talks }) =>
    lockBlock({ title: t.belong(t.things(notes, talks), partyName), text: t.decided(name) }),
  )
  return html`${told}${lockBlock(standing)}`
}
