import { ok, strictEqual } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const tokens = new Map(
  [
    ...readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8').matchAll(
      /--([a-z0-9-]+): (#[0-9a-f]{6})/g,
    ),
  ].map(([, name = '', colour = '']) => [name, colour]),
)

// Text of citizens keeps 7:1, that of staff 4.5:1, and what one must see to use a control 3:1.
const pairs: [text: string, ground: string, atLeast: number][] = [
  ['ink', 'white', 7],
  ['ink-2', 'white', 7],
  ['ink-2', 'pale', 7],
  ['ink-2', 'kommune-1', 7],
  ['ink-2', 'centre-1', 7],
  ['ink-2', 'other-1', 7],
  ['ink', 'tint', 7],
  ['ink', 'lamp-1', 7],
  ['ink', 'lamp', 7],
  ['white', 'fjord-9', 7],
  ['white', 'fjord-7', 7],
  ['fjord-6', 'white', 7],
  ['fjord-6', 'pale', 7],
  ['lamp', 'fjord-9', 7],
  ['lamp', 'fjord-7', 3],
  ['lamp-8', 'white', 7],
  ['kommune', 'white', 7],
  ['kommune', 'kommune-1', 7],
  ['centre', 'white', 7],
  ['centre', 'centre-1', 7],
  ['other', 'white', 7],
  ['other', 'other-1', 7],
  ['error', 'white', 7],
  ['control', 'white', 4.5],
  ['path-open', 'white', 3],
  ['door-closed', 'white', 3],
]

for (const [text, ground, atLeast] of pairs) {
  test(`${text} on ${ground} has a contrast of at least ${atLeast} to 1`, () => {
    ok(contrast(colour(text), colour(ground)) >= atLeast, `it is ${contrast(colour(text), colour(ground)).toFixed(2)}`)
  })
}

test('a sheet names no token that is not there', () => {
  const defined = /(?:^|[\s{;])--([a-z0-9-]+):/g
  const used = /var\(--([a-z0-9-]+)\)/g
  const sheets = ['tokens', 'base', 'board', 'charts', 'drawings', 'forms', 'lists', 'people', 'path', 'doors']
  const text = sheets.map(sheet => readFileSync(new URL(`./styles/${sheet}.css`, import.meta.url), 'utf8')).join('')
  const names = new Set([...text.matchAll(defined)].map(([, name]) => name))
  strictEqual([...text.matchAll(used)].filter(([, name]) => !names.has(name)).join(), '')
})

function colour(name: string): string {
  return name === 'white' ? '#ffffff' : (tokens.get(name) ?? '')
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(place => {
    const part = Number.parseInt(hex.slice(place, place + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
