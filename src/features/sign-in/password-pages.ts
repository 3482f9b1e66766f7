import { paths } from '../../paths.ts'
import { linkRow } from '../../platform/html/blocks.ts'
import { button, buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { emailField, passwordField, textField } from '../../platform/html/fields.ts'
import { errorOf, form } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs } from '../../platform/html/lists.ts'
import { donePage } from '../../platform/html/messages.ts'
import { typedIn } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { framed } from '../frame.ts'
import { signedOut } from './pages.ts'
import type { At } from './pages.ts'
import { texts } from './texts.da.ts'

/** The page that asks where to send a link. */
export function forgottenPage(at: At, posted?: Form<unknown>): Html {
  const words = texts.forgot
  const errors = posted?.errors ?? []
  const main = html`${form(
    { href: paths.forgotten(at.municipality), offline: false },
    emailField({
      name: 'email',
      label: texts.email,
      value: typedIn(posted && { typed: posted.typed }, 'email'),
      autocomplete: 'username',
      error: errorOf(errors, 'email'),
      required: true,
    }),
    buttonRow(button({ label: words.send })),
  )}
  ${linkRow([{ href: paths.signIn(at.municipality), label: words.back }])}`
  return framed(signedOut(at), {
    title: words.title,
    heading: words.title,
    lead: words.lead,
    main,
    errors,
    styles: ['forms'],
  })
}

/** The same answer whether there is an account or not. */
export function linkSentPage({ municipality }: At): Html {
  const words = texts.forgot
  return donePage({
    title: words.sentTitle,
    text: words.sent,
    actions: linkButton({ href: paths.signIn(municipality), label: words.back, variant: 'secondary' }),
    home: paths.board(municipality),
    place: { name: municipality.name, href: paths.board(municipality) },
  })
}

/** Where somebody who is signed in puts a new password in the place of the old one. */
export function changePage(at: At, posted?: Form<unknown>): Html {
  const words = texts.change
  const errors = posted?.errors ?? []
  const main = form(
    { href: paths.changePassword(at.municipality), offline: false },
    passwordField({ name: 'former', label: words.former, error: errorOf(errors, 'former'), required: true }),
    newPassword(errors),
    html`<p class="quiet">${words.others}</p>`,
    buttonRow(button({ label: texts.choose.send })),
  )
  return framed(at, {
    title: words.title,
    heading: words.title,
    lead: words.lead,
    crumbs: breadcrumbs([{ label: words.account, href: paths.profile(at.municipality) }, { label: words.title }]),
    main,
    errors,
    menu: 'more',
    styles: ['forms', 'lists'],
  })
}

/**
 * The page that a one-time link opens. Its token stands after the # and is moved into the first field by
 * `link-token`; without script one copies it from the mail.
 */
export function choosePage(at: At, posted?: Form<unknown>): Html {
  const words = texts.choose
  const errors = posted?.errors ?? []
  const main = html`${form(
    { href: paths.choosePassword(at.municipality), offline: false },
    textField({
      name: 'token',
      label: words.token,
      hint: words.tokenHint,
      value: typedIn(posted && { typed: posted.typed }, 'token'),
      autocomplete: 'off',
      spellcheck: 'false',
      error: errorOf(errors, 'token'),
      required: true,
    }),
    newPassword(errors),
    buttonRow(button({ label: words.send })),
  )}
  ${linkRow([{ href: paths.forgotten(at.municipality), label: texts.forgotten }])}`
  return framed(signedOut(at), {
    title: words.title,
    heading: words.title,
    lead: words.lead,
    main,
    errors,
    styles: ['forms'],
    scripts: ['link-token'],
  })
}

function newPassword(errors: readonly FieldError[]): Content {
  const words = texts.choose
  const field = (name: 'password' | 'again') =>
    passwordField({
      name,
      label: words[name],
      error: errorOf(errors, name),
      autocomplete: 'new-password',
      required: true,
    })
  return html`${field('password')} ${field('again')}`
}
