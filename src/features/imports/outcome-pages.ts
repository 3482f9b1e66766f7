import { paths } from '../../paths.ts'
import { buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { bridge, brokenBridge } from '../../platform/html/drawings.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { framed } from '../frame.ts'
import { pageTexts as t } from './page-texts.da.ts'
import type { At } from './pages.ts'
import type { Waiting } from './waiting-rules.ts'

/** How far the work on a file is. The page fetches itself again. */
export function progressPage(at: At, waiting: Waiting, rows: number): Html {
  const title = waiting.step === 'storing' ? t.storing : t.checking
  const all = waiting.step === 'storing' ? waiting.preview?.rows : undefined
  const bar =
    all === undefined
      ? html`<progress aria-label="${title}"></progress>`
      : html`<progress aria-label="${title}" max="${all}" value="${rows}"></progress>`
  const main = html`<div class="message">
    ${bridge()}
    <h1>${title}</h1>
    <p class="message-text" role="status">${t.progress(rows)}</p>
    <p>${bar}</p>
    <p class="message-text">${t.progressText}</p>
  </div>`
  return framed(at, { title, main, menu: 'imports', styles: ['drawings', 'forms'] })
}

export function donePage(at: At, waiting: Waiting): Html {
  const { municipality } = at
  const { added = 0, changed = 0, same = 0, refused = 0 } = waiting.counts ?? {}
  const facts = [
    ...(changed > 0 ? [t.done.changed(changed)] : []),
    ...(same > 0 ? [t.done.same(same)] : []),
    ...(refused > 0 ? [t.done.refused(refused)] : []),
    t.done.gone,
  ]
  const mend = linkButton({ href: paths.importBadRows(municipality, waiting.id), label: t.badRows, icon: 'download' })
  const figures = linkButton({ href: paths.figures(municipality), label: t.figures })
  const main = html`<div class="message">
    ${bridge()}
    <h1>${t.doneTitle}</h1>
    <p class="message-text">${t.done.added[waiting.kind](added)}</p>
    <ul class="facts">
      ${facts.map(fact => html`<li><span>${fact}</span></li>`)}
    </ul>
    ${buttonRow(refused > 0 ? mend : figures, linkButton({ href: paths.imports(municipality), label: t.another, variant: 'secondary' }))}
  </div>`
  return framed(at, { title: t.doneTitle, main, menu: 'imports', styles: ['drawings'] })
}

/** The file cannot be read, or something broke on our side. */
export function stoppedPage(at: At, waiting: Waiting): Html {
  const title = waiting.step === 'refused' ? t.refusedTitle : t.failedTitle
  const main = html`<div class="message">
    ${brokenBridge()}
    <h1>${title}</h1>
    <p class="message-text">${waiting.says ?? t.failedText}</p>
    ${buttonRow(linkButton({ href: paths.imports(at.municipality), label: t.otherFile }))}
  </div>`
  return framed(at, { title, main, menu: 'imports', styles: ['drawings'] })
}
