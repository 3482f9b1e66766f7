import { match, ok, strictEqual } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { HtmlValidate, type ConfigData } from 'html-validate'
import {
  details,
  formDock,
  iconFact,
  iconTile,
  lampNote,
  linkRow,
  lockBlock,
  marked,
  note,
  presenceStrip,
  quote,
} from './blocks.ts'
import { button, buttonRow, linkButton, postButton, telephoneLink } from './buttons.ts'
import { lineChart } from './charts.ts'
import { checkbox, checkChips, checkRows, minutesGrid, radioChips, radioRows, selectField } from './choices.ts'
import { doorKey, doorTable } from './doors.ts'
import { barList, bigNumbers, figure } from './figures.ts'
import * as fields from './fields.ts'
import { errorSummary, fieldId, form, hiddenField } from './forms.ts'
import { attributes, unbroken, type Content, type Html } from './html.ts'
import { breadcrumbs, dateTile, jumpList, pager, rowList, segments, table } from './lists.ts'
import { donePage, emptyState, errorPage, notFoundPage, overloadedPage, refusedPage } from './messages.ts'
import { livePart } from './notices.ts'
import { page } from './page.ts'
import { stepPath } from './path.ts'
import { badge, lamp, person, portrait, shapeKey } from './people.ts'

const hostile = `"'><script>alert(1)</script>&<img src=x onerror=alert(1)>`
const rules = readFileSync(new URL('../../../.htmlvalidate.json', import.meta.url), 'utf8')
const validator = new HtmlValidate(JSON.parse(rules) as ConfigData)

/** Every part of the house, with the same words in each place where words can stand. */
function everything(words: string): Record<string, Content> {
  const choices = [
    { value: 'a', label: words, hint: words },
    { value: words, label: 'B', disabled: true },
  ]
  const wrong = { name: 'wrong', label: words, hint: words, error: words, required: true }
  return {
    buttons: [
      buttonRow(
        button({ label: words, icon: 'add' }),
        linkButton({ href: `/${words}`, label: words, variant: 'plain' }),
      ),
      postButton({ href: '/', label: words, values: { key: words } }),
      telephoneLink({ tel: '+4512345678', label: '12\u00a034\u00a056\u00a078' }),
    ],
    fields: form(
      { href: `/?q=${encodeURIComponent(words)}`, id: 'form' },
      hiddenField('hidden', words),
      fields.textField({ ...wrong, aside: words, value: words }),
      fields.textArea({ name: 'area', label: words, value: words }),
      fields.dateField({ name: 'day', label: words, value: words, error: words }),
      fields.timeField({ name: 'time', label: words, value: words }),
      fields.numberField({ name: 'number', label: words, value: words }),
      fields.telephoneField({ name: 'phone', label: words, value: words }),
      fields.emailField({ name: 'email', label: words, value: words }),
      fields.passwordField({ name: 'password', label: words }),
      fields.searchField({ name: 'search', label: words, labelHidden: true, value: words }),
      fields.fileField({ name: 'file', label: words, accept: '.csv' }),
      formDock(button({ label: words, name: 'act', value: words })),
    ),
    choices: form(
      { href: '/', files: true },
      selectField({ name: 'select', label: words, choices, prompt: true, error: words }),
      radioChips({ name: 'radio', label: words, choices, value: words, error: words, required: true }),
      checkChips({ name: 'several', label: words, choices, values: ['a', words], layout: 'pair' }),
      minutesGrid({ name: 'minutes', label: words, choices: [{ value: '5', label: '5' }], value: '5' }),
      radioRows({ name: 'rows', label: words, hint: words, choices }),
      checkRows({ name: 'ticks', label: words, choices, ruled: true }),
      checkbox({ name: 'yes', label: words, hint: words, error: words }),
      button({ label: words }),
    ),
    people: [
      shapeKey([{ shape: 'square', text: words }]),
      person({
        face: portrait({ initials: words, shape: 'dashed', tone: 'other' }),
        name: words,
        role: words,
        badge: badge({ kind: 'filled', text: words }),
        presence: lamp({ lit: true, text: words }),
        more: words,
        actions: linkButton({ href: '/', label: words }),
      }),
      portrait({ shape: 'square', photo: `/${words}` }),
      portrait({ shape: 'silhouette' }),
    ],
    lists: [
      rowList([{ start: dateTile('26', words), title: words, text: words, href: `/${words}` }, { title: words }]),
      rowList([{ start: iconTile('chat'), title: words, end: words }]),
      table({ caption: words, columns: [{ label: words }, { label: words, number: true }], rows: [[words, words]] }),
      breadcrumbs([{ label: words, href: '/' }, { label: words }]),
      pager({ page: 2, last: 3, href: at => `/?p=${at}&q=${words}` }),
      segments([{ label: words, href: '/', current: true }], words),
      jumpList([{ label: words, href: '#main-content' }], `${words} 2`),
    ],
    blocks: [
      details({ summary: words, open: true }, note(words), marked(words)),
      lampNote(words),
      lockBlock({ title: words, text: words }),
      quote(words, words),
      linkRow([{ href: `/${words}`, label: unbroken(words) }]),
      iconFact('hidden', words),
      presenceStrip({ lit: true, title: words, lines: [words], actions: button({ label: words, type: 'button' }) }),
      emptyState({ title: words, text: words, actions: linkButton({ href: '/', label: words }) }),
      livePart({ id: 'live', events: `/${words}` }, note(words)),
    ],
    steps: [
      stepPath([
        { state: 'done', word: words, title: words, text: words },
        { state: 'next', word: words, title: words, href: `/${words}` },
        { state: 'waiting', word: words, title: words },
      ]),
      doorKey(words, words),
      doorTable({
        caption: words,
        who: words,
        topics: [words, words],
        until: words,
        rows: [
          {
            who: words,
            doors: [
              { open: true, said: words },
              { open: false, said: words },
            ],
            end: words,
          },
        ],
      }),
    ],
    figures: [
      figure({
        id: 'figure',
        message: words,
        counted: words,
        howWeCount: words,
        tableHref: `/${words}`,
        mayMislead: true,
        drawing: lineChart({
          label: words,
          series: [{ name: words, values: [1, null, 3], tone: 'kommune', marker: 'square' }],
          ticks: [{ at: 0, label: words }],
          reference: { value: 2, label: words },
        }),
      }),
      barList([
        { label: words, value: 3 },
        { label: words, value: null },
      ]),
      bigNumbers([{ label: words, value: words }]),
    ],
  }
}

for (const [name, main] of Object.entries(everything('Ord & flere ord'))) {
  test(`the ${name} are valid HTML on a page`, async () => {
    strictEqual(await faults(page({ title: name, heading: name, main, scripts: ['form-once', 'live'] })), '')
  })
}

for (const [name, main] of Object.entries(everything(hostile))) {
  test(`the ${name} escape what is hostile wherever it stands`, async () => {
    const text = String(page({ title: hostile, heading: hostile, lead: hostile, main }))
    ok(!text.includes('<script>alert') && !text.includes('<img src=x'), 'a tag came through')
    ok(!text.includes(`"'>`), 'a quote came through')
  })
}

test('a page with all of its parts is valid HTML', async () => {
  const item = { label: 'I dag', href: '/', current: true }
  const whole = page({
    title: 'I dag',
    heading: 'I dag',
    lead: 'Tirsdag',
    place: { name: 'Haderby', href: '/haderby' },
    user: { name: 'Mette Lund', href: '/mig' },
    nav: [item],
    tabs: [{ ...item, icon: 'home' }],
    dock: linkButton({ href: '/ny', label: 'Ny' }),
    idle: { seconds: 1800, renewHref: '/renew', signInHref: '/sign-in' },
    errors: [{ field: 'day', message: '30. februar findes ikke.' }],
    main: form({ href: '/' }, fields.dateField({ name: 'day', label: 'Dag' }), button({ label: 'Gem' })),
    footer: 'Fod',
    notice: 'Prøve',
    styles: ['forms'],
  })
  strictEqual(await faults(whole), '')
})

test('the pages that say what went wrong are valid HTML', async () => {
  const done = donePage({ title: 'Gemt', text: 'Det er gemt.', facts: ['Intet navn er gemt.'] })
  const task = page({ title: 'Ny', back: { href: '/' }, main: 'Her' })
  const pages = [notFoundPage(), errorPage({ number: 'a1' }), refusedPage(), overloadedPage({ again: '/' }), done, task]
  for (const one of pages) strictEqual(await faults(one), '')
})

test('a page holds no inline script, no inline style and no event handler', async () => {
  const text = String(page({ title: 'x', heading: 'x', main: Object.values(everything('ord')), scripts: ['live'] }))
  ok(!/<style|\sstyle=|\son[a-z]+=|javascript:/i.test(text))
  ok(!/<script(?![^>]*\ssrc=)/.test(text))
})

test('an error is named in the title, listed on top, and told at its field', async () => {
  const error = '30. februar findes ikke. Skriv en anden dag.'
  const field = fields.dateField({ name: 'day', label: 'Dag', value: '30-02-2027', error })
  const text = String(page({ title: 'Ny aftale', errors: [{ field: 'day', message: error }], main: field }))
  match(text, /<title>Ret: Ny aftale/)
  match(text, /En ting skal rettes/)
  ok(text.includes(`href="#${fieldId('day')}"`) && text.includes(`id="${fieldId('day')}"`))
  match(text, /aria-describedby="felt-day-hint felt-day-error"\s+aria-invalid="true"/)
  match(text, /value="30-02-2027"/)
})

test('nothing is said about errors when there are none', () => {
  strictEqual(errorSummary([]), undefined)
})

test('an attribute without a value is left out, and one that is true stands bare', () => {
  strictEqual(
    String(attributes({ id: undefined, class: ['', false], hidden: true, value: '"' })),
    ' hidden value="&quot;"',
  )
})

test('a text that begins with an empty line keeps it', async () => {
  match(String(fields.textArea({ name: 'a', label: 'A', value: '\nto' })), />\n\nto<\/textarea>/)
})

test('an answer that may be left out can be taken back, and one that must be there cannot', async () => {
  const chips = (optional: boolean) =>
    String(radioChips({ name: 'a', label: 'A', choices: [{ value: '1', label: '1' }], value: '1', optional }))
  match(chips(true), /class="chip chip-none"[\s\S]*value=""[\s\S]*Ikke valgt/)
  strictEqual(/value=""/.test(chips(false)), false)
})

async function faults(shown: Html): Promise<string> {
  const report = await validator.validateString(String(shown))
  return report.results
    .flatMap(result => result.messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`))
    .join('\n')
}
