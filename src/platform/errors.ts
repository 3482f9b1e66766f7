/** What is not there and what the asker may not know is there: one answer for both (404). */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** A page for something new was asked for, of a record that is closed: the answer is where it can be opened again. */
export class RecordClosed extends Error {
  override name = 'RecordClosed'
  readonly recordId: string

  constructor(recordId: string) {
    super('closed')
    this.recordId = recordId
  }
}

/** More than we can carry just now (503 with Retry-After). */
export class Overloaded extends Error {
  override name = 'Overloaded'
}

/** The operator's input is refused: nothing was stored, exit code 2. The message is for a person. */
export class InputRefused extends Error {
  override name = 'InputRefused'
}

/** The code of an error of the database or of the socket to it: all of it that a log line may hold. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Whether an error is PostgreSQL's, with this SQLSTATE. */
export function isPgError(error: unknown, ...codes: string[]): boolean {
  const code = sqlState(error)
  return code !== undefined && codes.includes(code)
}

/** Whether an error is PostgreSQL's, about the constraint of this name. */
export function isOfConstraint(error: unknown, name: string): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === name
}

/** Whether the database went away under the request: the connection is of no more use, and a later try may do. */
export function isDatabaseAway(error: unknown): boolean {
  if (isPgError(error, '53300', '57P01', '57P02', '57P03', '25P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT'))
    return true
  return error instanceof Error && /connection (terminated|error)|not queryable/i.test(error.message)
}
