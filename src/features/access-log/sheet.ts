import type { Db, Asker } from '../../platform/db.ts'
import { csvLine, guarded } from '../imports/csv-line.ts'
import { changeWords } from './change-rules.ts'
import { listLog } from './queries.ts'
import type { LogFilter, LogLine } from './queries.ts'
import { kindWordsOf, lookerOf, purposeWords } from './rules.ts'
import { texts } from './texts.da.ts'

const linesAtATime = 5_000

/** The chosen part of the log as CSV, read and sent in pieces, each a line in the log: it may be years. */
export async function logSheet(db: Db, asker: Asker, filter: LogFilter): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder()
  const read = (before: number | undefined) =>
    db.read(asker, 'log.export', async tx => {
      const at = { municipalityId: asker.municipalityId, filter: { ...filter, before }, most: linesAtATime }
      return { value: await listLog(tx, at), about: [], kind: 'extract' }
    })
  // The first piece is read before the answer begins, so that what fails is an error and no half file.
  let lines = await read(undefined)
  let head = `\uFEFF${csvLine(texts.sheet.head)}`
  return new ReadableStream({
    async pull(controller) {
      controller.enqueue(encoder.encode(head + lines.map(sheetLine).join('')))
      head = ''
      const last = lines.at(-1)
      if (lines.length < linesAtATime || !last) return controller.close()
      lines = await read(last.id)
    },
  })
}

function sheetLine(line: LogLine): string {
  const cells = [
    line.id,
    line.at.toString(),
    guarded(lookerOf(line)),
    purposeWords(line.purpose),
    kindWordsOf(line.kind),
    line.citizens,
    line.contacts,
    line.accounts,
    line.requests,
    line.change === null ? '' : guarded(changeWords(line.change)),
    line.sealed ? texts.sheet.yes : texts.sheet.no,
  ]
  return csvLine(cells.map(String))
}
