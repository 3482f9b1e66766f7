import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** Somebody at a page with a keyboard and no mouse: every name is the one that a screen reader says. */
export interface Hands {
  page: Page
  /** Moves the focus by Tab until it is on the thing of this name; `within` is the question that it answers. */
  reach(name: string | RegExp, within?: string): Promise<void>
  /** A link or a button that leads to another page. */
  press(name: string): Promise<void>
  /** What is folded away. */
  unfold(name: string | RegExp): Promise<void>
  /** A radio button or a check box. */
  choose(name: string, within?: string): Promise<void>
  /** Text in a field, over what stood there. */
  write(name: string, text: string): Promise<void>
  /** One of a drop-down list. */
  pick(name: string, option: string): Promise<void>
  /** That the page says this. */
  reads(...words: string[]): Promise<void>
  readsNot(...words: string[]): Promise<void>
}

export function handsOn(page: Page): Hands {
  const hands: Hands = {
    page,
    async reach(name, within) {
      const met = new Set<string>()
      for (let presses = 0; presses < 200; presses++) {
        const focused = await focusOf(page)
        met.add(focused.name)
        if (isNamed(focused.name, name) && (within === undefined || focused.legend.startsWith(within))) return
        await page.keyboard.press('Tab')
      }
      assert.fail(`Tab never came to ${String(name)} on ${page.url()}, but to: ${[...met].join(' | ')}`)
    },
    async press(name) {
      await hands.reach(name)
      const before = page.url()
      const [answer] = await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
      const status = answer?.status() ?? 0
      if (status >= 400) assert.fail(`${name} on ${before} answers ${status}: ${await headingOf(page)}`)
    },
    async unfold(name) {
      await hands.reach(name)
      const isOpen = await page.evaluate(() => document.activeElement?.closest('details')?.open)
      if (isOpen !== true) await page.keyboard.press('Enter')
    },
    async choose(name, within) {
      // Of a group of radio buttons Tab meets one; the arrows go on from there.
      if (within === undefined || !(await isGroupOfRadios(page, within))) {
        await hands.reach(name, within)
        await page.keyboard.press('Space')
        return
      }
      await hands.reach('', within)
      await page.keyboard.press('Space')
      for (let presses = 0; presses < 20; presses++) {
        if ((await focusOf(page)).name.startsWith(name)) return
        await page.keyboard.press('ArrowDown')
      }
      assert.fail(`no choice of ${within} is ${name}`)
    },
    async write(name, text) {
      await hands.reach(name)
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(text)
    },
    async pick(name, option) {
      await hands.reach(name)
      await page.keyboard.press('Home')
      for (let presses = 0; presses < 40; presses++) {
        if ((await chosenOf(page)).startsWith(option)) return
        await page.keyboard.press('ArrowDown')
      }
      assert.fail(`${name} has no ${option}`)
    },
    async reads(...words) {
      const text = await textOf(page)
      for (const each of words) assert.ok(text.includes(each), `${page.url()} does not say: ${each}\n${text}`)
    },
    async readsNot(...words) {
      const text = await textOf(page)
      for (const each of words) assert.ok(!text.includes(each), `${page.url()} says: ${each}`)
    },
  }
  return hands
}

async function focusOf(page: Page): Promise<{ name: string; legend: string; radio: boolean }> {
  return await page.evaluate(() => {
    const element = document.activeElement
    const plain = (text: string | null | undefined) => (text ?? '').trim().replaceAll(/\s+/g, ' ')
    const isField =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
    const label = isField ? element.labels?.[0] : element === document.body ? null : element
    return {
      name: plain(label?.textContent),
      legend: plain(element?.closest('fieldset')?.querySelector('legend')?.textContent),
      radio: element instanceof HTMLInputElement && element.type === 'radio',
    }
  })
}

async function chosenOf(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const select = document.activeElement
    return select instanceof HTMLSelectElement ? (select.selectedOptions[0]?.text.trim() ?? '') : ''
  })
}

const isNamed = (name: string, wanted: string | RegExp): boolean =>
  name !== '' && (typeof wanted === 'string' ? name.startsWith(wanted) : wanted.test(name))

async function isGroupOfRadios(page: Page, legend: string): Promise<boolean> {
  return await page.evaluate(
    words =>
      [...document.querySelectorAll('fieldset')].some(
        each =>
          (each.querySelector('legend')?.textContent ?? '').trim().startsWith(words) &&
          each.querySelector('input[type=radio]') !== null,
      ),
    legend,
  )
}

async function headingOf(page: Page): Promise<string> {
  const said = await page.locator('h1, .error-summary li').allTextContents()
  return said.join(' | ')
}

async function textOf(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
}
