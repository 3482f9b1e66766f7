import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { paths } from '../../paths.ts'
import { refuse } from '../../platform/form.ts'
import { liveStream } from '../../platform/live.ts'
import { networkOf } from '../../platform/remote-address.ts'
import { newToken } from '../sign-in/cookies.ts'
import { takeTry } from '../sign-in/session-commands.ts'
import type { Config } from '../../config.ts'
import { Routes, hashToken, sessionCookie } from '../routing.ts'
import { helperVisitForm } from './forms.ts'
import { lookAsHelper, openShare } from './commands.ts'
import { visitTexts } from './texts.da.ts'
import { helperPage, visitPage } from './visit-pages.ts'

const everybody = { who: 'everybody', purpose: 'board.show' } as const
// A share lasts a year at most; the database ends it sooner.
const cookieSeconds = 366 * 24 * 60 * 60

/** What a helper from outside sees: before there is an actor, by functions of their own. */
export const helperVisitRoutes = new Routes()
  .get('/helper', everybody, async (c, given) => {
    c.header('cache-control', 'no-store')
    const browser = getCookie(c, cookieOf(given.config))
    const rows = browser ? await lookAsHelper(given, { municipalityId: given.municipality.id, browser }) : []
    return c.html(rows.length > 0 ? helperPage(given.municipality, rows, given.now) : visitPage(given.municipality))
  })
  .get('/helper/live', everybody, (c, given) => {
    const browser = getCookie(c, cookieOf(given.config))
    // Nothing is open in a browser that has never been here, and it does not ask again.
    if (browser === undefined) return c.body(null, 204)
    const mine = `${given.municipality.id} ${hashToken(browser).toString('hex')}`
    return liveStream(given.db, { channel: 'sharing', wants: changed => changed === mine })
  })
  .post('/helper', { ...everybody, form: helperVisitForm }, async (c, given) => {
    const { municipality, form } = given
    c.header('cache-control', 'no-store')
    if (!form.ok) return c.html(visitPage(municipality, form), 422)
    const [token, code] = [form.value.token, form.value.code.replaceAll(/\s/g, '')]
    const tried = await takeTry(given, municipality.id, [
      { kind: 'code', text: `helper ${token}` },
      { kind: 'address', text: networkOf(c) },
    ])
    if (tried.wait > 0) {
      c.header('retry-after', String(tried.wait))
      return c.html(visitPage(municipality, refuse(form, 'code', visitTexts.wrong.wait(tried.wait))), 429)
    }
    const browser = getCookie(c, cookieOf(given.config)) ?? newToken()
    if (!(await openShare(given, { municipalityId: municipality.id, token, code, browser })))
      return c.html(visitPage(municipality, refuse(form, 'code', visitTexts.wrong.no)), 422)
    await tried.forgive()
    keep(c, given.config, browser)
    return c.redirect(paths.helper(municipality), 303)
  })

function keep(c: Context, config: Config, browser: string): void {
  const secure = config.baseUrl.startsWith('https:')
  const flags = { path: '/', httpOnly: true, sameSite: 'Lax' as const, secure }
  setCookie(c, cookieOf(config), browser, { ...flags, maxAge: cookieSeconds })
}

const cookieOf = (config: Config): string => `${sessionCookie(config)}-helper`
