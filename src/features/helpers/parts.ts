import { html } from '../../platform/html/html.ts'
import { paths } from '../../paths.ts'
import { note } from '../../platform/html/blocks.ts'
import type { Content } from '../../platform/html/html.ts'
import { displayName } from '../citizens/rules.ts'
import type { ChangedShare } from './queries.ts'
import { helperTexts as t } from './texts.da.ts'

/** For whoever gave a share: something of it was changed, so the helper sees it no more. */
export function changedSharesPart(at: { slug: string }, changed: readonly ChangedShare[]): Content {
  if (changed.length === 0) return undefined
  return note(
    changed.map(
      share =>
        html`<p>
          ${t.changedFor(share.helperName)} <a href="${paths.helpers(at, share.id)}">${t.changedSee(displayName(share))}</a>
        </p>`,
    ),
  )
}
