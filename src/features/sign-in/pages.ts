import { isLoopback } from '../../config.ts'
import { paths } from '../../paths.ts'
import { linkRow, note } from '../../platform/html/blocks.ts'
import { button, buttonRow, postButton } from '../../platform/html/buttons.ts'
import { emailField, passwordField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import { typedIn } from '../../platform/form.ts'
import type { Form, Typed } from '../../platform/form.ts'
import { framed } from '../frame.ts'
import { roleWords } from '../people/texts.da.ts'
import type { Actor } from '../people/rules.ts'
import type { Given } from '../routing.ts'
import type { DemoSignIn } from './queries.ts'
import { demoPassword } from './rules.ts'
import { texts } from './texts.da.ts'
import type { Waiting } from './waiting-rules.ts'

/** What goes along while somebody signs in: where they were going, and, sealed, what they had typed. */
export interface Carried {
  next?: string | undefined
  waiting?: string | undefined
}

/** What the pages before and after signing in are drawn with. */
export type At = Pick<Given<Actor | undefined, unknown>, 'municipality' | 'actor' | 'config'>

export interface SignInPage extends Carried {
  form?: Form<unknown> | undefined
  /** What has just happened, as one sentence. */
  said?: string | undefined
  demo: readonly DemoSignIn[]
}

export function signInPage(at: At, options: SignInPage): Html {
  const { municipality } = at
  const { demo, said } = options
  const insecure = insecureNote(at)
  const signIn = signInForm(at, options)
  const main = html`${insecure}${insecure ? html`<section>${signIn}</section>` : signIn}
    ${linkRow([{ href: paths.forgotten(municipality), label: texts.forgotten }])}
    ${demo.length > 0 && demoList(at, options)}`
  const footer = html`<p>
    <b>${texts.citizen}</b>${texts.citizenNeeds}<a href="${paths.board(municipality)}">${texts.citizenBoard}</a>.
  </p>`
  return framed(signedOut(at), {
    title: texts.title,
    heading: texts.title,
    lead: said,
    main,
    footer,
    errors: options.form?.errors ?? [],
    styles: ['forms', 'lists'],
  })
}

/** The page on which what was typed comes back: nothing is shown, it goes where it was going with one tap. */
export function resumePage(at: At, options: { waiting: Waiting; leave: string }): Html {
  const { path, typed } = options.waiting
  const words = texts.resume
  const main = html`<p>${words.text}</p>
    ${form({ href: path, offline: false }, hiddenFields(typed), buttonRow(button({ label: words.send })))}
    ${linkRow([{ href: options.leave, label: words.leave }])}`
  return framed(signedOut(at), { title: words.title, heading: words.title, main, styles: ['forms'] })
}

/** The hidden fields of what is carried along. */
export function carriedFields({ next, waiting }: Carried): Content {
  return [next && hiddenField('next', next), waiting && hiddenField('waiting', waiting)]
}

/** The same page for somebody who is not signed in, or not yet. */
export function signedOut({ municipality }: At) {
  return { municipality, actor: undefined }
}

function signInForm({ municipality }: At, { form: posted, ...carried }: SignInPage): Html {
  const errors = posted?.errors ?? []
  return form(
    { href: paths.signIn(municipality), offline: false },
    carriedFields(carried),
    emailField({
      name: 'email',
      label: texts.email,
      value: typedIn(posted && { typed: posted.typed }, 'email'),
      autocomplete: 'username',
      error: errorOf(errors, 'email'),
      required: true,
    }),
    passwordField({ name: 'password', label: texts.password, error: errorOf(errors, 'password'), required: true }),
    buttonRow(button({ label: texts.signIn })),
  )
}

// Whoever tries the demo can be anybody with one tap.
function demoList({ municipality }: At, { demo, ...carried }: SignInPage): Html {
  const rows = demo.map(({ email, name, role }) => ({
    title: roleWords[role],
    // A long address may break where it has its sign.
    text: email.split('@').flatMap((part, place) => (place === 0 ? [part] : [html`@<wbr />`, part])),
    end: postButton({
      href: paths.signIn(municipality),
      label: html`${texts.signIn}<span class="sr-only">${texts.demo.as(name)}</span>`,
      variant: 'secondary',
      size: 'small',
      values: { email, password: demoPassword, ...valuesOf(carried) },
    }),
  }))
  return html`<section>
    <h2>${texts.demo.title}</h2>
    <p>${texts.demo.password}<b class="nowrap">${demoPassword}</b></p>
    ${rowList(rows)}
  </section>`
}

function insecureNote({ config }: At): Content {
  const { protocol, hostname } = new URL(config.baseUrl)
  return protocol === 'http:' && !isLoopback(hostname) && note(html`<p>${texts.insecure}</p>`)
}

function hiddenFields(typed: Typed): Content {
  return Object.entries(typed).flatMap(([name, value]) => [value].flat().map(each => hiddenField(name, each)))
}

function valuesOf({ next, waiting }: Carried): Record<string, string> {
  return { ...(next ? { next } : {}), ...(waiting ? { waiting } : {}) }
}
