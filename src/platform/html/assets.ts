import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { Hono } from 'hono'

/** The sheets that a page can ask for. `base` is on every page and needs not be named. */
export type StyleName = Exclude<keyof typeof sheets, 'base'>

/** The browser modules that a page can ask for. */
export type ScriptName = (typeof scriptNames)[number]

/** The files that `asset` knows. */
export type AssetName = `${keyof typeof sheets}.css` | `${ScriptName | 'trusted'}.js` | keyof typeof files

/** Where the browser finds a file. The address changes with the content, so that it can be kept for ever. */
export function asset(name: AssetName): string {
  return `/assets/${load(name).file}`
}

/** Answers for everything under `/assets`; what is not on the fixed list is not found. */
export const assetsApp = new Hono().get('/:file', async c => {
  const found = await readAsset(c.req.param('file'), c.req.header('accept-encoding') ?? '')
  return found ? c.body(found.body, 200, found.headers) : c.notFound()
})

/** One file with its headers, packed as the browser can take it; nothing when there is no such file. */
async function readAsset(file: string, accepted: string): Promise<AssetAnswer | undefined> {
  const name = file.replace(/\.[0-9a-f]{12}(?=\.[a-z0-9]+$)/, '')
  const found = isAsset(name) ? load(name) : undefined
  if (found?.file !== file) return undefined
  const headers = { ...lasting, 'content-type': found.type }
  const coding = found.packs ? codingFor(accepted) : undefined
  if (!coding) return { body: found.body, headers }
  return { body: await pack(found, coding), headers: { ...headers, 'content-encoding': coding } }
}

const sheets = {
  base: ['tokens', 'base'],
  board: ['people', 'board'],
  charts: ['charts'],
  citizen: ['citizen'],
  doors: ['doors'],
  drawings: ['drawings'],
  figures: ['figures'],
  forms: ['forms'],
  lists: ['lists'],
  path: ['path'],
  people: ['people'],
  plans: ['plans'],
  record: ['record'],
} as const satisfies Record<string, readonly string[]>

const scriptNames = ['copy-text', 'form-once', 'idle', 'link-token', 'live'] as const

const files = {
  'plex-400.woff2': '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2',
  'plex-600.woff2': '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2',
  'mark.svg': './mark.svg',
} as const

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

const lasting = {
  'cache-control': 'public, max-age=31536000, immutable',
  vary: 'accept-encoding',
  'x-content-type-options': 'nosniff',
}

const names = new Set<string>([
  ...Object.keys(sheets).map(sheet => `${sheet}.css`),
  ...[...scriptNames, 'trusted'].map(script => `${script}.js`),
  ...Object.keys(files),
])
const loaded = new Map<AssetName, Asset>()
const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) }

function isAsset(name: string): name is AssetName {
  return names.has(name)
}

/** The address of a file that a sheet or a script names. */
function named(name: string): string {
  if (!isAsset(name)) throw new Error(`${name} is not among the files that are served`)
  return asset(name)
}

function load(name: AssetName): Asset {
  const known = loaded.get(name)
  if (known) return known
  const [stem = '', extension = ''] = name.split('.')
  const body = content(name, stem)
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  const fresh = {
    body,
    file: `${stem}.${hash}.${extension}`,
    type: types[extension] ?? 'application/octet-stream',
    packs: extension !== 'woff2',
    packed: new Map<Coding, Promise<Uint8Array<ArrayBuffer>>>(),
  }
  loaded.set(name, fresh)
  return fresh
}

function content(name: AssetName, stem: string): Uint8Array<ArrayBuffer> {
  if (isIn(files, name)) return new Uint8Array(readFileSync(new URL(import.meta.resolve(files[name]))))
  return bytes(isIn(sheets, stem) ? styleSheet(sheets[stem]) : browserScript(stem))
}

function isIn<T extends object>(set: T, name: PropertyKey): name is keyof T {
  return Object.hasOwn(set, name)
}

function styleSheet(sheet: readonly string[]): string {
  const parts = sheet.map(part => readFileSync(new URL(`./styles/${part}.css`, import.meta.url), 'utf8'))
  const plain = parts
    .join('')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
  return plain
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .replace(/url\(([a-z0-9-]+\.[a-z0-9]+)\)/g, (_, file: string) => `url(${named(file)})`)
    .trim()
}

function browserScript(script: string): string {
  const source = readFileSync(new URL(`../../browser/${script}.ts`, import.meta.url), 'utf8')
  return quietly(() => stripTypeScriptTypes(source)).replace(
    /(?<=from ')\.\/([a-z-]+)\.ts(?=')/g,
    (_, imported: string) => named(`${imported}.js`),
  )
}

/** Node says once that stripping types may still change; nobody who runs the server can do anything about it. */
function quietly<T>(work: () => T): T {
  const emitWarning = process.emitWarning.bind(process)
  process.emitWarning = () => undefined
  try {
    return work()
  } finally {
    process.emitWarning = emitWarning
  }
}

function codingFor(accepted: string): Coding | undefined {
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted) ? 'gzip' : undefined
}

function pack(found: Asset, coding: Coding): Promise<Uint8Array<ArrayBuffer>> {
  const known = found.packed.get(coding)
  if (known) return known
  const packed = squeeze[coding](found.body).then(buffer => new Uint8Array(buffer))
  found.packed.set(coding, packed)
  return packed
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

type Coding = 'br' | 'gzip'

type Asset = {
  body: Uint8Array<ArrayBuffer>
  file: string
  type: string
  packs: boolean
  packed: Map<Coding, Promise<Uint8Array<ArrayBuffer>>>
}

export type AssetAnswer = { body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }
