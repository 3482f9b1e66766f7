import { paths } from '../../paths.ts'
import { details, linkRow } from '../../platform/html/blocks.ts'
import { button, buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { textField } from '../../platform/html/fields.ts'
import { errorOf, form } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { donePage } from '../../platform/html/messages.ts'
import { qrCode } from '../../platform/html/qr.ts'
import type { Form } from '../../platform/form.ts'
import { framed } from '../frame.ts'
import { carriedFields, signedOut } from './pages.ts'
import type { At, Carried } from './pages.ts'
import { texts } from './texts.da.ts'

/** The page that asks for the code from the app. */
export function codePage(at: At, options: Carried & { form?: Form<unknown> }): Html {
  const { municipality } = at
  const words = texts.code
  const main = html`${codeFormOf(paths.secondFactor(municipality), { ...options, label: words.label, send: words.send })}
    <section>
      <p><b>${words.lost}</b> ${words.lostText}</p>
      ${linkRow([{ href: paths.signIn(municipality), label: words.other }])}
    </section>`
  const errors = options.form?.errors ?? []
  return framed(signedOut(at), {
    title: words.title,
    heading: words.title,
    lead: words.lead,
    main,
    errors,
    styles: ['forms'],
  })
}

export interface SetUpPage extends Carried {
  /** As `appAddress` gives it. */
  app: { address: string; secret: string }
  /** Whether the role asks for it, or it is offered. */
  must: boolean
  form?: Form<unknown>
}

/** The page that sets an authenticator app up: a picture for its camera, and the same secret as text. */
export function setUpPage(at: At, options: SetUpPage): Html {
  const { app, must } = options
  const words = texts.setUp
  const codeForm = codeFormOf(paths.secondFactorSetUp(at.municipality), {
    ...options,
    label: words.code,
    send: words.send,
  })
  const main = html`<section>
      <h2>${words.app}</h2>
      <p>${words.appText}</p>
    </section>
    <section>
      <h2>${words.scan}</h2>
      <p>${words.scanText}</p>
      <p>${qrCode(app.address, words.picture)}</p>
      ${linkRow([{ href: app.address, label: words.here }])}
      ${details({ summary: words.byHand }, html`<p>${words.byHandText}</p>`, html`<p><b>${inFours(app.secret)}</b></p>`)}
    </section>
    <section>
      <h2>${words.type}</h2>
      ${codeForm}
    </section>`
  return framed(must ? signedOut(at) : at, {
    title: words.title,
    heading: words.title,
    lead: must ? words.must : words.may,
    main,
    errors: options.form?.errors ?? [],
    styles: ['forms'],
  })
}

/** The app is set up, or was already. */
export function setUpDonePage(at: At, options: { text: string; goOn: string }): Html {
  const { municipality } = at
  return donePage({
    title: texts.setUp.doneTitle,
    text: options.text,
    actions: linkButton({ href: options.goOn, label: texts.setUp.goOn }),
    home: paths.board(municipality),
    place: { name: municipality.name, href: paths.board(municipality) },
  })
}

function codeFormOf(href: string, options: Carried & { form?: Form<unknown>; label: string; send: string }): Html {
  return form(
    { href, offline: false },
    carriedFields(options),
    textField({
      name: 'code',
      label: options.label,
      width: 'short',
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      error: errorOf(options.form?.errors ?? [], 'code'),
      required: true,
    }),
    buttonRow(button({ label: options.send })),
  )
}

const inFours = (text: string): string => text.replaceAll(/(.{4})(?=.)/g, '$1 ')
