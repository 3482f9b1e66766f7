// A task about nobody must be about nobody: whether its words name one of the own party's citizens.

/** As the party calls somebody. */
export interface Called {
  alias: string
  name: string | null
}

/**
 * Those whose alias or name stands in the words, whole or with the s of the genitive; or a single word of it of three
 * letters or more that has a capital in both places, save where a sentence begins and every word has one.
 */
export function namedIn<Citizen extends Called>(text: string, citizens: readonly Citizen[]): Citizen[] {
  const [whole, single] = [` ${plain(text)} `, capitalised(text)]
  return citizens.filter(({ alias, name }) =>
    [alias, ...(name === null ? [] : [name])].some(
      called =>
        [`${plain(called)} `, `${plain(called)}s `].some(each => whole.includes(` ${each}`)) ||
        wordsOf(called).some(word => isName(word) && (single.has(word) || single.has(`${word}s`))),
    ),
  )
}

const plain = (text: string): string => wordsOf(text).join(' ').toLocaleLowerCase('da')
const wordsOf = (text: string): string[] => text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []
const isName = (word: string): boolean => /^\p{Lu}.{2}/u.test(word)

/** The words with a capital within a sentence; a line of its own is one. */
function capitalised(text: string): Set<string> {
  return new Set(text.split(/[.!?:\n]/).flatMap(sentence => wordsOf(sentence).slice(1).filter(isName)))
}
