import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from 'hono'
import type { z } from 'zod'
import { paths } from '../../paths.ts'
import { refuse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { hashPassword, isPassword } from '../../platform/password.ts'
import { linkOf } from './commands.ts'
import { giveSession, markDevice, newToken, presentedDevice, presentedSession } from './cookies.ts'
import type { changeForm, chooseForm, forgottenForm } from './forms.ts'
import { changePage, choosePage, forgottenPage, linkSentPage } from './password-pages.ts'
import { wrongWithPassword } from './password-rules.ts'
import { findAccount, findLink, findSession } from './queries.ts'
import { changePassword, choosePassword, sendForgottenLink } from './session-commands.ts'
import { countTry } from './steps.ts'
import type { Step } from './steps.ts'
import { texts } from './texts.da.ts'

// Longer than the database needs for a link, so that the time of the answer does not tell whether there was one.
const answerMilliseconds = 250

export async function askForLink(c: Context, given: Step<Form<z.output<typeof forgottenForm>>>): Promise<Response> {
  const { form, municipality, config } = given
  if (!form.ok) return c.html(forgottenPage(given, form), 422)
  const { email } = form.value
  const answered = sleep(answerMilliseconds)
  const at = { municipalityId: municipality.id, email, device: presentedDevice(c, config) }
  const found = await findAccount(given, at)
  const tried = await countTry(c, given, { kind: 'forgotten', text: email, known: found?.known ?? false })
  if (tried.wait > 0) return c.html(forgottenPage(given, refuse(form, 'email', texts.wait(tried.wait))), 429)
  const token = newToken()
  const link = linkOf(given, token)
  const body = texts.reminder.body({ municipality: municipality.name, link, token })
  await sendForgottenLink(given, {
    municipalityId: municipality.id,
    email,
    token,
    subject: texts.reminder.subject,
    body,
  })
  await answered
  return c.html(linkSentPage(given))
}

export async function takePassword(c: Context, given: Step<Form<z.output<typeof chooseForm>>>): Promise<Response> {
  const { form, municipality, config } = given
  if (!form.ok) return c.html(choosePage(given, form), 422)
  const { token, password } = form.value
  const link = await findLink(given, { municipalityId: municipality.id, token })
  if (!link) return c.html(choosePage(given, refuse(form, 'token', texts.choose.used)), 422)
  const wrong = wrongWithPassword(password, link.email)
  if (wrong !== undefined) return c.html(choosePage(given, refuse(form, 'password', wrong)), 422)
  const passwordHash = await hashPassword(password)
  const chosen = await choosePassword(given, {
    municipalityId: municipality.id,
    token,
    passwordHash,
    device: markDevice(c, config),
  })
  if (!chosen) return c.html(choosePage(given, refuse(form, 'token', texts.choose.used)), 422)
  return c.redirect(`${paths.signIn(municipality)}?said=chosen`, 303)
}

type ChangeForm = Form<z.output<typeof changeForm>>

/** Judges the old password like a sign-in: counted before it is held against what is stored. */
export async function takeNewPassword(c: Context, given: Step<ChangeForm>): Promise<Response> {
  const { form, municipality, config } = given
  if (!form.ok) return c.html(changePage(given, form), 422)
  const former = presentedSession(c, config) ?? ''
  const at = { municipalityId: municipality.id, device: presentedDevice(c, config) }
  const session = await findSession(given, { ...at, token: former })
  const email = session?.email ?? ''
  const found = await findAccount(given, { ...at, email })
  const tried = await countTry(c, given, { kind: 'account', text: email, known: found?.known ?? false })
  if (tried.wait > 0) return c.html(changePage(given, refuse(form, 'former', texts.wait(tried.wait))), 429)
  const judged = found?.passwordHash
  const right = await isPassword(form.value.former, judged)
  if (judged === undefined || !right) return c.html(changePage(given, refuse(form, 'former', texts.change.wrong)), 422)
  await tried.forgive()
  const wrong = wrongWithNew(form.value, email)
  if (wrong !== undefined) return c.html(changePage(given, refuse(form, 'password', wrong)), 422)
  const [token, passwordHash] = [newToken(), await hashPassword(form.value.password)]
  const device = markDevice(c, config)
  const wanted = { municipalityId: municipality.id, former, judged, passwordHash, token, device }
  // Somebody with the same password was quicker, so what was judged is the old one no more.
  if (!(await changePassword(given, wanted)))
    return c.html(changePage(given, refuse(form, 'former', texts.change.wrong)), 422)
  giveSession(c, config, token)
  return c.redirect(`${paths.profile(municipality)}?done=password`, 303)
}

function wrongWithNew({ former, password }: { former: string; password: string }, email: string): string | undefined {
  return former === password ? texts.change.same : wrongWithPassword(password, email)
}
