import assert from 'node:assert/strict'
import pg from 'pg'

let statements = 0
const query: unknown = pg.Client.prototype.query
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- counts what the application sends; its overloads stay as they are
pg.Client.prototype.query = function counted(this: pg.Client, ...asked: unknown[]) {
  statements++
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the function that was there
  return (query as (...all: unknown[]) => unknown).apply(this, asked)
} as typeof pg.Client.prototype.query

export interface Told {
  status: number
  place: string
  page: string
  statements: number
}

/** What an answer tells: without the ids, the clock and the words that were asked for themselves. */
export async function told(ask: () => Promise<Response>, words: readonly string[] = []): Promise<Told> {
  const before = statements
  const answer = await ask()
  const text = await answer.text()
  const plain = (said: string) =>
    words
      .reduce((all, word) => all.replaceAll(word, 'WORD'), said)
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
      .replaceAll(/\d\d[:.]\d\d([:.]\d\d)?/g, 'CLOCK')
      // The moment at which a page that closes by itself was drawn.
      .replaceAll(/data-now="\d+"/g, 'NOW')
  return {
    status: answer.status,
    place: plain(answer.headers.get('location') ?? ''),
    page: plain(text),
    statements: statements - before,
  }
}

/** Fails when the answer about what stands elsewhere differs from the one about what stands nowhere. */
export function assertAlike(there: Told, nowhere: Told, asked: string): void {
  assert.ok(there.status < 500, `${asked}: ${there.status}`)
  assert.deepEqual(there, nowhere, `${asked} tells what stands elsewhere from what stands nowhere`)
}
