// How a row is written as text, and how a cell is kept from being run by the spreadsheet that opens it.

const mustQuote = /[;"\r\n\t]|^\s|\s$/
const couldRun = /^'*[=+\-@\t\r＝＋－＠]/u
const wasGuarded = /^'+[=+\-@\t\r＝＋－＠]/u

export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(';')}\r\n`

const quoted = (cell: string): string => (mustQuote.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/**
 * Spreadsheets take a cell that begins so for a formula; the apostrophe makes it text.
 * A text that had apostrophes before the sign gets one more, so that `unguarded` gives back what was there.
 */
export const guarded = (text: string): string => (couldRun.test(text) ? `'${text}` : text)
export const unguarded = (text: string): string => (wasGuarded.test(text) ? text.slice(1) : text)
