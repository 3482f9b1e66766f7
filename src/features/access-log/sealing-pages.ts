import { paths } from '../../paths.ts'
import { linkRow } from '../../platform/html/blocks.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { rowList, table } from '../../platform/html/lists.ts'
import { formatNumber } from '../../platform/html/numbers.ts'
import { addMinutes, capitalised, compareInstants, formatMonth } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import { logTabs } from './log-tabs.ts'
import { whenWords } from './rules.ts'
import type { Sealing } from './sealing-queries.ts'
import { texts } from './texts.da.ts'
import { sealingTexts as t } from './sealing-texts.da.ts'

/** How far the log is sealed, and how one finds out whether it is as it was. */
export function sealingPage(given: At, sealing: Sealing): Html {
  const { sealedUntil, lastSeal, waiting, waitingSince, months } = sealing
  const late = waitingSince !== null && compareInstants(addMinutes(waitingSince, 1), given.now) < 0
  const facts = [
    { title: t.until, text: sealedUntil ? whenWords(sealedUntil) : t.never },
    ...(lastSeal ? [{ title: t.last, text: whenWords(lastSeal) }] : []),
    { title: t.waiting, text: waitingSince ? t.waits(waiting, whenWords(waitingSince), late) : t.nothingWaits },
  ]
  const main = html`${logTabs(given.municipality, 'sealing')}
    ${rowList(facts)}
    ${months.length > 0 && monthsPart(given, months)}
    <section>
      <h2>${t.checkpoint}</h2>
      <ul class="bullets">
        ${t.checkpointLines.map(line => html`<li>${line}</li>`)}
      </ul>
    </section>`
  return framed(given, { title: t.title, heading: t.title, lead: t.lead, main, menu: 'log', styles: ['lists'] })
}

function monthsPart({ municipality }: At, months: Sealing['months']): Html {
  return html`<section>
    <h2>${t.months}</h2>
    ${table({
      caption: t.months,
      captionHidden: true,
      columns: t.head.map((label, place) => ({ label, number: place === 1 || place === 2 })),
      rows: months.map(({ month, lines, batches, seal }) => [
        capitalised(formatMonth(month)),
        formatNumber(lines),
        formatNumber(batches),
        seal.slice(0, 16),
      ]),
    })}
    ${linkRow([{ href: paths.logSealingCsv(municipality), label: texts.export }])}
  </section>`
}

type At = Pick<Given, 'municipality' | 'actor' | 'now'>
