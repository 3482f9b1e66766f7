import type { Context } from 'hono'
import { html } from '../../platform/html/html.ts'
import { paths } from '../../paths.ts'
import { page } from '../../platform/html/page.ts'
import type { House } from '../routing.ts'
import { texts } from './texts.da.ts'

/** The front page: the board of the only municipality (the demo's, where there is one), else a list of them. */
export async function front(c: Context, { db }: House): Promise<Response> {
  const all = await db.call<{ slug: string; name: string; demo: boolean }>('list_municipalities', [])
  const only = all.length === 1 ? all[0] : all.find(each => each.demo)
  if (only) return c.redirect(paths.board(only), 303)
  const main = all.length
    ? html`<ul class="rows">
        ${all.map(each => html`<li><a href="${paths.board(each)}">${each.name}</a></li>`)}
      </ul>`
    : html`<p>${texts.noneYet}</p>`
  return c.html(
    page({ title: texts.front, heading: texts.front, main, audience: 'citizen', styles: ['lists'], robots: 'index' }),
  )
}
