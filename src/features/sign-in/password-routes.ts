import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from 'hono'
import type { z } from 'zod'
import { paths } from '../../paths.ts'
import { refuse } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { hashPassword } from '../../platform/password.ts'
import { linkOf } from './commands.ts'
import { markDevice, newToken, presentedDevice } from './cookies.ts'
import type { chooseForm, forgottenForm } from './forms.ts'
import { choosePage, forgottenPage, linkSentPage } from './password-pages.ts'
import { wrongWithPassword } from './password-rules.ts'
import { findAccount, findLink } from './queries.ts'
import { choosePassword, sendForgottenLink } from './session-commands.ts'
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
