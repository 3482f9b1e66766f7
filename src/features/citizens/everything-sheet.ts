// Everything about a citizen as paper and as files, from the same sections as the page.

import { readFileSync } from 'node:fs'
import { pdfOf } from '../../platform/pdf.ts'
import { csvLine, guarded } from '../imports/csv-line.ts'
import type { Section } from './everything-rules.ts'
import { everythingTexts as t } from './everything-texts.da.ts'

export interface Sheet {
  title: string
  lead: string
  /** Who answers, how long it is kept, where else to ask. */
  about: readonly string[]
  sections: readonly Section[]
}

let template: string | null = null

/** Tagged PDF; its title names the party and nobody else. */
export function everythingPdf(sheet: Sheet): Promise<Buffer> {
  template ??= readFileSync(new URL('everything.typ', import.meta.url), 'utf8')
  const before = sheet.sections.map(section => ({
    ...section,
    entries: section.entries.map(entry => ({
      ...entry,
      before: entry.before.map(({ when, by, facts }) => ({ said: t.replaced(when, by), facts })),
    })),
  }))
  return pdfOf(template, { ...sheet, sections: before, formerly: t.before })
}

/** One line for each piece of information, and one for each that stood before. */
export function everythingCsv({ sections }: Sheet): string {
  const lines = sections.flatMap(section =>
    section.entries.flatMap(entry => {
      const first = [section.title, entry.when ?? '', entry.title]
      const rows = entry.facts.map(fact => [...first, fact.label, fact.value, '', ''])
      const before = entry.before.flatMap(({ when, by, facts }) =>
        facts.map(fact => [...first, fact.label, '', fact.value, t.replaced(when, by)]),
      )
      return rows.length + before.length === 0 ? [[...first, '', '', '', '']] : [...rows, ...before]
    }),
  )
  // Spreadsheets know by the mark in front that the text is UTF-8.
  return `\uFEFF${[t.columns, ...lines].map(cells => csvLine(cells.map(guarded))).join('')}`
}

export const everythingJson = (sheet: Sheet): string => `${JSON.stringify(sheet, null, 2)}\n`
