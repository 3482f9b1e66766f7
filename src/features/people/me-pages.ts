import { paths } from '../../paths.ts'
import { typedIn } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { linkRow, note } from '../../platform/html/blocks.ts'
import { button, buttonRow, postButton } from '../../platform/html/buttons.ts'
import { checkbox } from '../../platform/html/choices.ts'
import { fileField, telephoneField, textField } from '../../platform/html/fields.ts'
import { errorOf, form as formTag } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { portrait } from '../../platform/html/people.ts'
import { formatPhone } from '../../platform/phone.ts'
import { framed } from '../frame.ts'
import type { Given } from '../routing.ts'
import { faceOfCard } from './card-rules.ts'
import type { Card } from './me-queries.ts'
import { meTexts } from './texts.da.ts'

/** One's own card for the public, and the photo on it. */
export function mePage(given: At, shown: Shown): Html {
  const { card, form, said } = shown
  const { municipality, actor } = given
  const errors = [...(form?.errors ?? []), ...(shown.photoErrors ?? [])]
  const main = html`${said && note(html`<p role="status">${said}</p>`)}
    ${cardPart(given, card, form)}
    <section aria-labelledby="foto">
      <h2 id="foto">${meTexts.photo}</h2>
      ${photoPart(given, card, errors)}
    </section>
    <section aria-labelledby="log-ind">
      <h2 id="log-ind">${meTexts.account}</h2>
      ${card.email && html`<p>${meTexts.email} <b>${card.email}</b>.</p>`}
      ${linkRow([
        { href: paths.changePassword(municipality), label: meTexts.password },
        { href: paths.secondFactorSetUp(municipality), label: meTexts.secondFactor },
        { href: paths.person(municipality, actor.personId), label: meTexts.publicPage },
      ])}
    </section>`
  return framed(given, {
    title: meTexts.title,
    heading: meTexts.title,
    lead: meTexts.lead,
    face: portraitOf(given, card),
    errors,
    main,
    menu: 'more',
    styles: ['forms', 'people', 'lists'],
    scripts: ['form-once'],
  })
}

function cardPart({ municipality }: At, card: Card, form: Some): Html {
  const flag = (name: 'phonePublic' | 'photoPublic') => ({
    name,
    error: errorOf(form?.errors ?? [], name),
    checked: form ? typedIn(form, name) !== undefined : card[name],
  })
  return formTag(
    { href: paths.profile(municipality) },
    textField({
      ...field(form, 'name', card.name),
      label: meTexts.name,
      hint: meTexts.nameHint,
      autocomplete: 'given-name',
    }),
    textField({
      ...field(form, 'trade', card.trade),
      label: meTexts.trade,
      hint: meTexts.tradeHint,
      autocomplete: 'off',
    }),
    telephoneField({
      ...field(form, 'phone', card.phone === null ? '' : formatPhone(card.phone)),
      label: meTexts.phone,
    }),
    checkbox({ ...flag('phonePublic'), label: meTexts.phonePublic, hint: meTexts.phonePublicHint }),
    textField({
      ...field(form, 'comeWith', card.comeWith),
      label: meTexts.comeWith,
      hint: meTexts.comeWithHint,
      autocomplete: 'off',
    }),
    card.hasPhoto && checkbox({ ...flag('photoPublic'), label: meTexts.photoPublic }),
    buttonRow(button({ label: meTexts.save })),
  )
}

function photoPart({ municipality }: At, card: Card, errors: readonly FieldError[]): Content {
  const upload = formTag(
    { href: paths.photoUpload(municipality), files: true, offline: false },
    fileField({
      name: 'photo',
      label: meTexts.photoFile,
      hint: `${photoSays(card)} ${meTexts.photoHint}`,
      error: errorOf(errors, 'photo'),
      accept: 'image/jpeg,image/png,image/webp',
    }),
    buttonRow(button({ label: meTexts.upload, variant: 'secondary' })),
  )
  if (!card.hasPhoto) return upload
  return html`${upload}${postButton({ href: paths.photoRemove(municipality), label: meTexts.remove, variant: 'plain' })}`
}

function photoSays(card: Card): string {
  if (!card.hasPhoto) return meTexts.photoLead
  return card.photoPublic ? meTexts.photoShown : meTexts.photoHidden
}

function portraitOf({ municipality, actor }: At, card: Card): Html {
  const photo = card.hasPhoto ? paths.personPhoto(municipality, actor.personId) : undefined
  return portrait({ ...faceOfCard(card.name, actor), photo })
}

function field(form: Some, name: string, stored: string): { name: string; value: string; error: string | undefined } {
  return { name, value: form ? (typedIn(form, name) ?? '') : stored, error: errorOf(form?.errors ?? [], name) }
}

type At = Pick<Given, 'municipality' | 'actor'>
type Some = Form<unknown> | undefined
interface Shown {
  card: Card
  form?: Some
  photoErrors?: readonly FieldError[]
  said?: string | undefined
}
