import { texts } from './texts.da.ts'

const shortest = 12

/** Why a password cannot be chosen, as the sentence that says what would be right; nothing when it can. */
export function wrongWithPassword(password: string, email: string): string | undefined {
  const plain = password.normalize('NFC').toLowerCase()
  if (Array.from(plain).length < shortest) return texts.choose.tooShort(shortest)
  if (plain.includes(email) || email.includes(plain)) return texts.choose.isEmail
  if (isCommon(plain)) return texts.choose.common
  return undefined
}

// What is tried first: common words with figures and signs around them, and the same few signs again and again.
function isCommon(plain: string): boolean {
  const letters = plain.replace(/[^a-zæøå]/g, '')
  const rest = commonWords.reduce((text, word) => text.replaceAll(word, ''), letters)
  return rest.length < 3 || new Set(plain).size < 5
}

const commonWords = `password passwrd adgangskode kodeord hemmeligt hemmelig velkommen welcome letmein iloveyou
  qwertyuiop qwerty asdfghjkl asdfgh qazwsxedc abcdefghijkl abcdef administrator admin startkode skiftmig changeme
  sommer vinter efterår forår januar februar danmark københavn kommunen kommune brobygger fodbold monkey dragon`.split(
  /\s+/,
)
