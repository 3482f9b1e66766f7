import type { Context } from 'hono'
import type { z } from 'zod'
import { paths } from '../../paths.ts'
import { refuse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { giveSession, markDevice, newToken, presentedDevice, presentedSession } from './cookies.ts'
import type { codeForm } from './forms.ts'
import type { Carried } from './pages.ts'
import { findSession } from './queries.ts'
import type { FoundSession } from './queries.ts'
import { asksSecondFactor, firstPage, safeNext } from './rules.ts'
import { codePage, setUpDonePage, setUpPage } from './second-factor-pages.ts'
import { appAddress, stepOfCode } from './second-factor-rules.ts'
import { passSecondFactor } from './session-commands.ts'
import { signInAgain } from './signed-out.ts'
import { arrive, carriedIn, countTry, startAgain, stepHref } from './steps.ts'
import type { Step } from './steps.ts'
import { texts } from './texts.da.ts'

type CodeForm = Form<z.output<typeof codeForm>>

/**
 * After the password: the page that asks for the code, or the one that sets an app up. What was typed before
 * cannot go through a redirect, so with it the page is the answer.
 */
export async function askSecondFactor(
  c: Context,
  given: Step<unknown>,
  at: { token: string; email: string; secondFactor: boolean } & Carried,
): Promise<Response> {
  const { municipality } = given
  const { next, waiting, secondFactor } = at
  if (!waiting) {
    const path = secondFactor ? paths.secondFactor(municipality) : paths.secondFactorSetUp(municipality)
    return c.redirect(stepHref(path, next), 303)
  }
  if (secondFactor) return c.html(codePage(given, { next, waiting }))
  return c.html(setUpPage(given, { next, waiting, must: true, app: await appOf(given, at) }))
}

export async function showCode(c: Context, given: Step): Promise<Response> {
  const next = c.req.query('next')
  const session = await sessionOf(c, given)
  if (!session) return startAgain(c, given, next)
  if (!session.secondFactor) return c.redirect(stepHref(paths.secondFactorSetUp(given.municipality), next), 303)
  if (session.stage === 'open') return await arrive(c, given, { ...session, next })
  return c.html(codePage(given, { next }))
}

export async function checkCode(c: Context, given: Step<CodeForm>): Promise<Response> {
  const { form, municipality, keys } = given
  const session = await sessionOf(c, given)
  if (!session?.secondFactor) return await signInAgain(c, given, carriedIn(form))
  const secret = keys.decrypt(placeOf(municipality.id, session.accountId), session.totpSecret ?? Buffer.alloc(0))
  const passed = await pass(c, given, { session, secret })
  if (passed.ok) return await arrive(c, given, { ...session, ...carriedIn(form) })
  return c.html(codePage(given, { ...carriedIn(form), form: passed.form }), passed.status)
}

export async function showSetUp(c: Context, given: Step): Promise<Response> {
  const next = c.req.query('next')
  const session = await sessionOf(c, given)
  if (!session) return startAgain(c, given, next)
  if (session.secondFactor)
    return c.html(setUpDonePage(given, { text: texts.setUp.already, goOn: goOn(given, session, next) }))
  return c.html(setUpPage(given, { next, must: mustSetUp(given, session), app: await appOf(given, session) }))
}

export async function finishSetUp(c: Context, given: Step<CodeForm>): Promise<Response> {
  const { form } = given
  const carried = carriedIn(form)
  const session = await sessionOf(c, given)
  if (!session || session.secondFactor) return await signInAgain(c, given, carried)
  const secret = newSecret(given, session.token)
  const passed = await pass(c, given, { session, secret, fresh: true })
  if (passed.ok && carried.waiting) return await arrive(c, given, { ...session, ...carried })
  if (passed.ok)
    return c.html(setUpDonePage(given, { text: texts.setUp.doneText, goOn: goOn(given, session, carried.next) }))
  const app = await appOf(given, session)
  return c.html(
    setUpPage(given, { ...carried, must: mustSetUp(given, session), app, form: passed.form }),
    passed.status,
  )
}

// One door for both codes: counted, compared, used up, and then the session goes on under a new token.
async function pass(
  c: Context,
  given: Step<CodeForm>,
  at: { session: FoundSession; secret: Buffer | undefined; fresh?: boolean },
): Promise<Passed> {
  const { form, municipality, config, keys, now } = given
  const { session, secret, fresh } = at
  if (!form.ok) return { ok: false, form, status: 422 }
  const tried = await countTry(c, given, { kind: 'code', text: session.accountId, known: session.known })
  if (tried.wait > 0) return { ok: false, form: refuse(form, 'code', texts.wait(tried.wait)), status: 429 }
  const step = secret && (await stepOfCode(form.value.code, { secret, lastStep: session.lastStep, now }))
  const token = newToken()
  const place = placeOf(municipality.id, session.accountId)
  const passed =
    step !== undefined &&
    (await passSecondFactor(given, {
      municipalityId: municipality.id,
      former: session.token,
      token,
      step,
      secret: fresh && secret ? keys.encrypt(place, secret) : undefined,
      device: markDevice(c, config),
    }))
  if (!passed) return { ok: false, form: refuse(form, 'code', texts.code.wrong), status: 422 }
  await tried.forgive()
  giveSession(c, config, token)
  return { ok: true }
}

async function sessionOf(c: Context, given: Step<unknown>): Promise<FoundSession | undefined> {
  const token = presentedSession(c, given.config)
  if (token === undefined) return undefined
  const device = presentedDevice(c, given.config)
  return await findSession(given, { municipalityId: given.municipality.id, token, device })
}

// The secret of a set-up follows from its session, so that the picture stays the same when the page is shown
// again, and nothing is stored before a first code has come: a secret that somebody saw in a session of their own
// never becomes the account's.
function newSecret({ keys, municipality }: Step<unknown>, token: string): Buffer {
  return keys.hash(municipality.id, 'second-factor-set-up', token).subarray(0, 20)
}

async function appOf(given: Step<unknown>, at: { token: string; email: string }) {
  const issuer = texts.setUp.issuer(given.municipality.name)
  return await appAddress({ secret: newSecret(given, at.token), issuer, email: at.email })
}

function placeOf(municipalityId: string, accountId: string) {
  return { municipalityId, use: 'second-factor' as const, boundTo: `accounts.totp_secret/${accountId}` }
}

function mustSetUp({ municipality }: Step<unknown>, session: FoundSession): boolean {
  return asksSecondFactor(municipality, session)
}

function goOn({ municipality }: Step<unknown>, session: FoundSession, next: string | undefined): string {
  return safeNext(municipality, next) ?? firstPage(municipality, session.roles)
}

type Passed = { ok: true } | { ok: false; form: Form<unknown>; status: 422 | 429 }
