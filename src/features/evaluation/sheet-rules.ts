import { helpForms, incomes, topics } from '../contacts/codes.ts'
import { words } from '../contacts/texts.da.ts'
import { csvLine, guarded } from '../imports/csv-line.ts'
import type { Evaluation } from './evaluation-rules.ts'
import { isShown } from './suppression.ts'
import type { HeldRate } from './suppression.ts'
import { texts } from './texts.da.ts'

/** The figures as a spreadsheet in long form, one number a line, so that any program can take it apart again. */
export function figuresAsCsv(evaluation: Evaluation): string {
  const rows = [...totalRows(evaluation), ...noShowRows(evaluation), ...groupRows(evaluation), ...overRows(evaluation)]
  const head = [[...sheet.columns], ...aboutRows(evaluation)].map(cells => csvLine(cells.map(guarded)))
  const lines = rows.map(([part, row, what, value]) => csvLine([part, guarded(row), what, written(value)]))
  // The mark at the beginning tells spreadsheets that it is UTF-8.
  return `\uFEFF${[...head, ...lines].join('')}`
}

const { sheet, columns } = texts
const outcomes = ['held', 'noShow', 'excused', 'calledOff', 'moved', 'open'] as const

function aboutRows({ municipality, from, to, centre, effort }: Evaluation): string[][] {
  return [
    [sheet.period, sheet.municipality, '', municipality],
    [sheet.period, sheet.from, '', from],
    [sheet.period, sheet.to, '', to],
    [sheet.period, texts.form.centre, '', centre ?? texts.form.all],
    [sheet.period, texts.form.effort, '', effort ? words.effort[effort] : texts.form.all],
  ]
}

function totalRows(all: Evaluation): Row[] {
  return [
    [sheet.whole, '', columns.contacts, all.contacts],
    [sheet.whole, '', sheet.anonymous, all.anonymousContacts],
    [sheet.whole, '', sheet.citizens, all.citizens],
    [sheet.whole, '', sheet.notKnown, all.citizensNotKnownBefore],
    [sheet.whole, '', sheet.known, all.citizensKnownBefore],
    [sheet.whole, '', sheet.notAsked, all.citizensNotAsked],
    [sheet.whole, '', sheet.treatment, all.citizensNewInTreatment],
  ]
}

function noShowRows({ noShow }: Evaluation): Row[] {
  return noShow.flatMap(row => {
    const where = `${texts.venue[row.venue]}, ${texts.kind[row.kind]}`
    const counts = outcomes.map((outcome): Row => [sheet.noShow, where, texts.outcome[outcome], row[outcome]])
    return [...counts, [sheet.noShow, where, texts.noShow.rate, row.rate] satisfies Row]
  })
}

function groupRows(all: Evaluation): Row[] {
  const income = (name: (typeof incomes)[number] | 'unknown') =>
    name === 'unknown' ? texts.income.unknown : words.income[name]
  return [
    ...topics.map((topic): Row => [sheet.topics, words.topic[topic], columns.citizens, all.citizensByTopic[topic]]),
    ...helpForms.map((form): Row => [sheet.help, words.help[form], columns.contacts, all.contactsByHelpForm[form]]),
    ...[...incomes, 'unknown' as const].map((name): Row => [
      sheet.income,
      income(name),
      columns.citizens,
      all.citizensByIncome[name],
    ]),
  ]
}

function overRows(all: Evaluation): Row[] {
  return [
    ...all.byCentre.flatMap((row): Row[] => [
      [texts.centres.name, row.centre, columns.contacts, row.contacts],
      [texts.centres.name, row.centre, columns.citizens, row.citizens],
    ]),
    ...all.byEffort.flatMap((row): Row[] => [
      [texts.efforts.name, words.effort[row.effort], columns.contacts, row.contacts],
      [texts.efforts.name, words.effort[row.effort], columns.citizens, row.citizens],
      [texts.efforts.name, words.effort[row.effort], columns.minutes, row.minutes],
    ]),
    ...all.byMonth.flatMap((row): Row[] => [
      [texts.months.name, row.month, columns.contacts, row.contacts],
      [texts.months.name, row.month, columns.citizens, row.citizens],
      [texts.months.name, row.month, columns.rate, row.noShowRate],
    ]),
  ]
}

// A Danish spreadsheet reads a comma.
function written(value: HeldRate): string {
  if (value === null) return ''
  return isShown(value) ? String(value).replace('.', ',') : sheet.held
}

type Row = [part: string, row: string, what: string, value: HeldRate]
