// The list as a PDF in large type: the data of `looked-rules.ts` set by `looked.typ`.

import { readFileSync } from 'node:fs'
import { pdfOf } from '../../platform/pdf.ts'
import { capitalised, formatDateTime, formatDateYear, formatMonth, today } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import type { Look, LookedRecord } from './looked-queries.ts'
import { byMonth, groupLooks, lookSentence, paperLines } from './looked-rules.ts'
import type { PaperLine } from './looked-rules.ts'
import { lookedTexts as t } from './looked-texts.da.ts'

let template: string | null = null

export function lookedPdf(record: LookedRecord, looks: readonly Look[], now: Instant): Promise<Buffer> {
  template ??= readFileSync(new URL('looked.typ', import.meta.url), 'utf8')
  return pdfOf(template, paperOf(record, looks, now))
}

/** What stands on the paper: the exceptions first and each by itself, then every month, each day of it counted. */
export function paperOf(record: LookedRecord, looks: readonly Look[], now: Instant) {
  const groups = groupLooks(looks)
  return {
    title: t.title,
    lead: t.lead(record.name, record.fromWords),
    printed: t.paper.printed(formatDateYear(today(now))),
    page: t.paper.page,
    glass: { title: t.paper.glass, lines: looks.flatMap(glassLine) },
    none: groups.length === 0 ? t.none : null,
    months: byMonth(groups).map(({ month, groups: part }) => ({
      title: capitalised(formatMonth(month)),
      lines: paperLines(part).map(line => ({ what: line.what, days: daysWords(line, month) })),
    })),
    about: {
      title: t.about,
      lines: [...t.aboutLines({ names: record.names, onPaper: true }), t.wrong(record.controller)],
    },
  }
}

function glassLine(look: Look): string[] {
  if (look.ground === null) return []
  return [t.paper.glassLine(capitalised(formatDateTime(look.at)), lookSentence(look), t.grounds[look.ground])]
}

/** 3. (2 gange), 7. og 12. november (2 gange) */
function daysWords({ days }: PaperLine, month: Day): string {
  const words = days.map(({ day, times }, place) => {
    const name = place === days.length - 1 ? ` ${formatMonth(month).split(' ')[0]}` : ''
    return `${day.day}.${name}${t.paper.times(times)}`
  })
  const last = words.pop() ?? ''
  return words.length === 0 ? last : `${words.join(', ')}${t.paper.and}${last}`
}
