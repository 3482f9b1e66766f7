import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = globSync('src/**/*.ts', { cwd: root }).filter(file => !file.endsWith('.generated.ts'))
const sources = files
  .filter(file => !file.endsWith('.test.ts'))
  .map(file => ({ file, text: readFileSync(join(root, file), 'utf8') }))

/** The sentence that says what to do instead, with the places where the rule is broken. */
function broken(found: string[], instead: string): void {
  assert.deepEqual(found, [], `${instead}\n${found.join('\n')}`)
}

function importsOf(source: { file: string; text: string }): string[] {
  return [...source.text.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(match =>
    relative(root, join(root, dirname(source.file), match[1] ?? '')),
  )
}

const featureOf = (file: string) => /^src\/features\/([a-z-]+)\//.exec(file)?.[1]

describe('the rules of the house', () => {
  it('imports go app → features → platform, never back', () => {
    const found = sources
      .filter(source => source.file.startsWith('src/platform/'))
      .flatMap(source =>
        importsOf(source)
          .filter(target => target.startsWith('src/features/') || target.startsWith('src/cli/'))
          .map(target => `${source.file} → ${target}`),
      )
    const upwards = sources
      .filter(source => source.file.startsWith('src/features/'))
      .flatMap(source =>
        importsOf(source)
          .filter(target => /^src\/(app|main|cli|jobs|sitemap|house)\b/.test(target))
          .map(target => `${source.file} → ${target}`),
      )
    broken([...found, ...upwards], 'Move the thing down, or hand it in as an argument.')
  })

  it('a feature never imports the routes, pages or forms of another', () => {
    const found = sources.flatMap(source => {
      const own = featureOf(source.file)
      if (own === undefined) return []
      return importsOf(source)
        .filter(
          target =>
            featureOf(target) !== undefined && featureOf(target) !== own && /(routes|pages|forms)\.ts$/.test(target),
        )
        .map(target => `${source.file} → ${target}`)
    })
    broken(found, 'Call its queries, commands or rules.')
  })

  it('has no barrels, no utils and no default exports', () => {
    const names = files.filter(file => /(^|\/)(index|utils?|helpers?)\.ts$/.test(file))
    const defaults = sources.filter(source => /^export default/m.test(source.text)).map(source => source.file)
    broken([...names, ...defaults], 'Name the file after what it is about, and export by name.')
  })

  it('reads the environment in one place', () => {
    const found = sources.filter(
      source =>
        source.text.includes('process.env') &&
        !/^src\/(config|cli\/[a-z]+|platform\/(postmaster|launcher|postgres-binaries))\.ts$/.test(source.file),
    )
    broken(
      found.map(source => source.file),
      'Add a setting to src/config.ts.',
    )
  })

  it('formats days and clock times in platform/time.ts alone', () => {
    const found = sources.filter(
      source =>
        !/^src\/(platform\/time|features\/imports\/(registration-export|xlsx-thread))\.ts$/.test(source.file) &&
        /toLocale(Date|Time)?String\(|Intl\.DateTimeFormat|\.getHours\(|\.getDate\(|new Date\((?!\))/.test(source.text),
    )
    broken(
      found.map(source => source.file),
      'Use a function of platform/time.ts; it knows the zone.',
    )
  })

  it('interpolates into quoted attributes only, so that the tag can escape', () => {
    const found = sources.flatMap(source =>
      [...source.text.matchAll(/<[a-z][^<>`]*\s[a-z-]+=\$\{/g)].map(match => `${source.file}: ${match[0].slice(-40)}`),
    )
    broken(found, 'Put quotes round the value.')
  })

  it('draws with its own tag alone, because what another tag makes would be escaped', () => {
    const found = sources.filter(source => source.text.includes(`from 'hono/html'`)).map(source => source.file)
    broken(found, 'Import html from src/platform/html/html.ts.')
  })

  it('has no script, style or handler inside a page', () => {
    const found = sources.filter(
      source =>
        source.file !== 'src/platform/html/page.ts' && /<script|<style|\sstyle="|\son[a-z]+="/.test(source.text),
    )
    broken(
      found.map(source => source.file),
      'The policy of the pages refuses it: use a class, or a file in src/browser/.',
    )
  })

  it('opens the database through its doors only', () => {
    const allowed = /^src\/(house|platform\/(pool|db|migrate|roles|embedded-postgres|postmaster))\.ts$/
    const found = sources.filter(
      source => /from 'pg'/.test(source.text) && !/import type pg/.test(source.text) && !allowed.test(source.file),
    )
    broken(
      found.map(source => source.file),
      'Use db.read or db.write, with who and why.',
    )
  })

  it('makes every pool and client where somebody hears of its errors', () => {
    const found = globSync('{src,test,e2e,bench,demo}/**/*.ts', { cwd: root }).filter(
      file =>
        file !== 'src/platform/pool.ts' && /\bnew (pg\.)?(Pool|Client)\(/.test(readFileSync(join(root, file), 'utf8')),
    )
    broken(found, 'Use connectClient or lastingPool: a process falls over an error that nobody hears.')
  })

  it('keeps Danish words in the files of texts', () => {
    // The words of a file format and the list of bad passwords are data, and stand where they are read.
    const data =
      /texts?(\.da)?\.ts$|codes\.ts$|purposes\.ts$|\.da\.ts$|imports\/(columns|cell-rules)\.ts$|password-rules\.ts$/
    const found = sources
      .filter(source => !data.test(source.file))
      .flatMap(source =>
        source.text
          .split('\n')
          .flatMap((line, index) =>
            /[æøåÆØÅ]/.test(line.replace(/\/\/.*|^\s*\*.*|\/\*\*.*/, '')) ? [`${source.file}:${index + 1}`] : [],
          ),
      )
    broken(found, 'Move the sentence to texts.da.ts of the feature.')
  })

  it('names files in lower case with hyphens, and keeps them under 300 lines', () => {
    const named = files.filter(
      file => !/^src\/(?:[a-z0-9-]+\/)*[a-z0-9-]+(?:\.da|\.test|\.generated)?(?:\.test)?\.ts$/.test(file),
    )
    const long = sources.filter(source => source.text.split('\n').length > 301).map(source => source.file)
    broken([...named, ...long], 'Split it by subject.')
  })
})
