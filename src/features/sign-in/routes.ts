import { tapForm } from '../../platform/form.ts'
import type { Context } from 'hono'
import type { z } from 'zod'
import { paths } from '../../paths.ts'
import { refuse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { isPassword } from '../../platform/password.ts'
import { Routes } from '../routing.ts'
import { giveSession, markDevice, newToken, presentedDevice, presentedSession, takeSession } from './cookies.ts'
import { changeForm, chooseForm, codeForm, forgottenForm, signInForm } from './forms.ts'
import { signInPage } from './pages.ts'
import type { Carried } from './pages.ts'
import { changePage, choosePage, forgottenPage } from './password-pages.ts'
import { askForLink, takeNewPassword, takePassword } from './password-routes.ts'
import { findAccount } from './queries.ts'
import type { FoundAccount } from './queries.ts'
import { asksSecondFactor, firstPage, safeNext } from './rules.ts'
import { askSecondFactor, checkCode, finishSetUp, showCode, showSetUp } from './second-factor-routes.ts'
import { beginSession, endSession } from './session-commands.ts'
import { arrive, carriedIn, countTry, demoSignInsOf, isOpen } from './steps.ts'
import type { Step } from './steps.ts'
import { texts } from './texts.da.ts'

const open = { who: 'everybody', purpose: 'sign-in.open' } as const
const mine = { who: 'signedIn', purpose: 'sign-in.change' } as const
const change = { who: 'everybody', purpose: 'sign-in.change' } as const

export const signInRoutes = new Routes()
  .get('/sign-in', open, unkept(showSignIn))
  .post('/sign-in', { ...open, form: signInForm }, unkept(signIn))
  .get('/sign-in/code', open, unkept(showCode))
  .post('/sign-in/code', { ...open, form: codeForm }, unkept(checkCode))
  .get('/sign-in/set-up', change, unkept(showSetUp))
  .post('/sign-in/set-up', { ...change, form: codeForm }, unkept(finishSetUp))
  .get('/sign-in/forgotten', change, (c, given) => c.html(forgottenPage(given)))
  .post('/sign-in/forgotten', { ...change, form: forgottenForm }, unkept(askForLink))
  .get('/sign-in/password', change, (c, given) => c.html(choosePage(given)))
  .post('/sign-in/password', { ...change, form: chooseForm }, unkept(takePassword))
  .get('/me/password', mine, (c, given) => c.html(changePage(given)))
  .post('/me/password', { ...mine, form: changeForm }, takeNewPassword)
  .post('/sign-out', { ...open, form: tapForm }, unkept(signOut))
  // The session was prolonged on the way in.
  .post('/stay', { who: 'signedIn', purpose: 'sign-in.open', form: tapForm }, c => c.body(null, 204))

async function showSignIn(c: Context, given: Step): Promise<Response> {
  const { municipality, actor } = given
  const next = c.req.query('next')
  if (actor) {
    const roles = actor.memberships.map(each => each.role)
    return c.redirect(safeNext(municipality, next) ?? firstPage(municipality, roles), 303)
  }
  const said = saidBy(c.req.query('said'))
  return c.html(signInPage(given, { next, said, demo: await demoSignInsOf(given) }))
}

type SignInForm = Form<z.output<typeof signInForm>>

async function signIn(c: Context, given: Step<SignInForm>): Promise<Response> {
  const { form, municipality, config } = given
  if (!form.ok) return await again(c, given, { form, status: 422 })
  const { email, password } = form.value
  const at = { municipalityId: municipality.id, email, device: presentedDevice(c, config) }
  const found = await findAccount(given, at)
  const tried = await countTry(c, given, { kind: 'account', text: email, known: found?.known ?? false })
  if (tried.wait > 0)
    return await again(c, given, { form: refuse(form, 'password', texts.wait(tried.wait)), status: 429 })
  // An unknown e-mail and a wrong password take the same work and get the same answer.
  const right = await isPassword(password, isOpen(given) ? found?.passwordHash : undefined)
  if (!found || !right) return await again(c, given, { form: refuse(form, 'password', texts.wrong), status: 422 })
  await tried.forgive()
  return await enter(c, given, { ...found, email, ...carriedIn(form) })
}

async function enter(
  c: Context,
  given: Step<unknown>,
  who: FoundAccount & Carried & { email: string },
): Promise<Response> {
  const { municipality, config } = given
  const asks = asksSecondFactor(municipality, who)
  const token = newToken()
  await beginSession(given, {
    municipalityId: municipality.id,
    accountId: who.accountId,
    token,
    stage: asks ? 'second_factor' : 'password',
    former: presentedSession(c, config),
    device: asks ? undefined : markDevice(c, config),
  })
  giveSession(c, config, token)
  return asks ? await askSecondFactor(c, given, { ...who, token }) : await arrive(c, given, who)
}

async function again(
  c: Context,
  given: Step<SignInForm>,
  refused: { form: SignInForm; status: 422 | 429 },
): Promise<Response> {
  const { form, status } = refused
  return c.html(signInPage(given, { ...carriedIn(form), form, demo: await demoSignInsOf(given) }), status)
}

async function signOut(c: Context, given: Step<unknown>): Promise<Response> {
  const { municipality, config } = given
  const token = presentedSession(c, config)
  if (token !== undefined) await endSession(given, { municipalityId: municipality.id, token })
  takeSession(c, config)
  return c.redirect(`${paths.signIn(municipality)}?said=out`, 303)
}

function saidBy(name: string | undefined): string | undefined {
  return name === 'out' || name === 'chosen' ? texts.said[name] : undefined
}

// Neither the browser nor anything on the way keeps a page of these.
function unkept<G>(handle: (c: Context, given: G) => Response | Promise<Response>) {
  return (c: Context, given: G): Response | Promise<Response> => {
    c.header('cache-control', 'no-store')
    return handle(c, given)
  }
}
