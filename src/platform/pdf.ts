// Paper: a Typst template and its data become a tagged PDF that a screen reader can read (PDF/UA-1).

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { unpackWoff } from './woff.ts'

/** The template reads the data by `json(bytes(sys.inputs.data))`. */
export async function pdfOf(template: string, data: unknown): Promise<Buffer> {
  const compiler = await typesetter()
  const inputs = { data: JSON.stringify(data) }
  const compiled = compiler.compile({ mainFileContent: template, inputs })
  if (!compiled.result)
    throw new Error(`The template does not compile: ${reasonsOf(compiler, compiled.takeDiagnostics())}`)
  const pdf = accessible(compiler, compiled.result)
  // The typesetter remembers every document that it made; ten back is enough for a poster printed twice.
  compiler.evictCache(10)
  return pdf
}

/** A sign that no font has, such as an emoji in a name, breaks the standard: then a sheet without its stamp. */
function accessible(compiler: NodeCompiler, document: NodeTypstDocument): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' })
  } catch {
    return compiler.pdf(document)
  }
}

let kept: Promise<NodeCompiler> | null = null

/** Loaded when the first sheet is printed: it is the heaviest part of the program and most days nobody needs it. */
function typesetter(): Promise<NodeCompiler> {
  kept ??= import('@myriaddreamin/typst-ts-node-compiler').then(typst =>
    typst.NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts() }] }),
  )
  return kept
}

/** More alphabets than the pages need, since a name is written as its owner writes it. Templates list them in this order. */
const families = {
  latin: undefined,
  'latin-ext': 'Brobygger Latin',
  cyrillic: 'Brobygger Cyrillic',
  greek: 'Brobygger Greek',
}

function fonts(): Buffer[] {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@fontsource/ibm-plex-sans/package.json')),
    'files',
  )
  return Object.entries(families).flatMap(([script, family]) =>
    [400, 600].map(weight =>
      unpackWoff(readFileSync(join(folder, `ibm-plex-sans-${script}-${weight}-normal.woff`)), family),
    ),
  )
}

const reasonsOf = (compiler: NodeCompiler, error: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): string =>
  error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'no reason was given'
