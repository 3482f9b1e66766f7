import pg from 'pg'

/** What the app says to the database while something is done. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = []
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its own `this` below
  const query = pg.Client.prototype.query
  const spy = function (this: pg.Client, ...args: Parameters<typeof query>) {
    const [first] = args as unknown as [string | { text: string }]
    said.push(typeof first === 'string' ? first : first.text)
    return query.apply(this, args)
  }
  pg.Client.prototype.query = spy as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return said
}
