import { paths } from '../../paths.ts'
import { typedIn } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { button, buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { checkbox, radioRows } from '../../platform/html/choices.ts'
import { telephoneField, textField } from '../../platform/html/fields.ts'
import { errorOf, form as formTag } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { breadcrumbs } from '../../platform/html/lists.ts'
import { framed } from '../frame.ts'
import { holds } from '../people/rules.ts'
import type { Given } from '../routing.ts'
import type { Centre, Controller, Unit } from './centre-queries.ts'
import { newController } from './forms.ts'
import { centreTexts, controllerTexts, partyTexts, placesTexts, prepositions } from './texts.da.ts'

/** Asks for a new centre, and who answers for it. */
export function newCentrePage(given: At, shown: { form: Some; controllers: readonly Controller[] }): Html {
  const { form, controllers } = shown
  const choices = [
    ...controllers.map(controller => ({ value: controller.id, label: controller.name })),
    { value: newController, label: centreTexts.newController },
  ]
  return placeFormPage(given, {
    title: centreTexts.newTitle,
    href: paths.newCentre(given.municipality),
    form,
    fields: html`${textField({ ...field(form, 'name'), label: centreTexts.name, hint: centreTexts.nameHint, autocomplete: 'off' })}
    ${prepositionField(form)}
    ${radioRows({ ...field(form, 'controller'), label: centreTexts.controller, choices })}
    ${textField({ ...field(form, 'controllerName'), label: centreTexts.controllerName, aside: centreTexts.controllerNameAside, autocomplete: 'off' })}
    ${textField({ ...field(form, 'address'), label: centreTexts.address, autocomplete: 'off' })}
    ${telephoneField({ ...field(form, 'phone'), label: centreTexts.phone, autocomplete: 'off' })}`,
    submit: centreTexts.create,
  })
}

/** Asks whether one is "på" or "i" a centre, with its own name where it has one. */
export function prepositionField(form: Some, centre?: Centre): Html {
  const choices = prepositions.map(value => ({ value, label: centreTexts.prepositions[value](centre?.name) }))
  return radioRows({
    ...field(form, 'preposition', centre?.preposition ?? prepositions[0]),
    label: centreTexts.preposition,
    choices,
  })
}

/** Asks for a unit, or corrects a party's name and the words that the board has for it. */
export function partyPage(given: At, shown: { party: Unit | undefined; form: Some }): Html {
  const { party, form } = shown
  return placeFormPage(given, {
    title: party ? partyTexts.editTitle : partyTexts.newTitle,
    href: party ? paths.party(given.municipality, party.id) : paths.newParty(given.municipality),
    form,
    fields: html`${textField({ ...field(form, 'name', party?.name), label: partyTexts.name, autocomplete: 'off' })}
    ${textField({ ...field(form, 'fromWords', party?.fromWords), label: partyTexts.fromWords, hint: partyTexts.fromWordsHint, autocomplete: 'off' })}`,
    submit: partyTexts.save,
  })
}

/** Asks for a private controller, or corrects a controller's name. */
export function controllerPage(given: At, shown: { controller: Controller | undefined; form: Some }): Html {
  const { controller, form } = shown
  const hint = controller?.kind === 'public' ? {} : { hint: controllerTexts.nameHint }
  return placeFormPage(given, {
    title: controller ? controllerTexts.editTitle : controllerTexts.newTitle,
    href: controller ? paths.controller(given.municipality, controller.id) : paths.newController(given.municipality),
    form,
    fields: textField({
      ...field(form, 'name', controller?.name),
      label: controllerTexts.name,
      ...hint,
      autocomplete: 'off',
    }),
    submit: partyTexts.save,
  })
}

/** Asks once more before a centre gets another controller, and says what it means. */
export function changeControllerPage(
  given: At,
  shown: { centre: Centre; controllers: readonly Controller[]; form: Some },
): Html {
  const { centre, controllers, form } = shown
  const others = controllers.filter(controller => controller.id !== centre.controller.id)
  const limits = new Set(
    others.map(other => (other.kind === 'public' ? controllerTexts.toPublic : controllerTexts.toPrivate)),
  )
  return placeFormPage(given, {
    title: controllerTexts.title(centre.name),
    lead: controllerTexts.now(centre.controller.name),
    href: paths.centreController(given.municipality, centre.id),
    form,
    fields: html`<h2>${controllerTexts.means}</h2>
      <ul class="bullets">
        ${[...controllerTexts.meansList, ...limits].map(line => html`<li>${line}</li>`)}
      </ul>
      ${radioRows({
        ...field(form, 'controllerId'),
        label: controllerTexts.choose,
        choices: others.map(other => ({ value: other.id, label: other.name })),
      })}
      ${checkbox({
        name: 'agreed',
        label: controllerTexts.agreed,
        error: errorOf(form?.errors ?? [], 'agreed'),
        checked: typedIn(form, 'agreed') !== undefined,
      })}`,
    submit: controllerTexts.submit,
    back: paths.placesCentre(given.municipality, centre.id),
  })
}

/** A page that is one form about places, with a way back. */
export function placeFormPage(given: At, options: PlaceForm): Html {
  const { title, lead, href, form, fields, submit, back = paths.places(given.municipality), more } = options
  const main = html`${formTag(
    { href },
    fields,
    buttonRow(button({ label: submit }), linkButton({ href: back, label: centreTexts.cancel, variant: 'secondary' })),
  )}${more}`
  return framed(given, {
    title,
    heading: title,
    ...(lead === undefined ? {} : { lead }),
    crumbs: placeCrumbs(given, title),
    errors: form?.errors ?? [],
    main,
    menu: holds(given.actor, 'administrator') ? 'staff' : 'more',
    styles: ['forms', 'lists'],
    scripts: ['form-once'],
  })
}

export function placeCrumbs({ municipality }: At, last: string): Html {
  return breadcrumbs([{ label: placesTexts.title, href: paths.places(municipality) }, { label: last }])
}

/** What was typed stays; before anything was typed, what is stored stands there. */
export function field(
  form: Some,
  name: string,
  stored?: string,
): { name: string; value: string | undefined; error: string | undefined } {
  return { name, value: form ? (typedIn(form, name) ?? '') : stored, error: errorOf(form?.errors ?? [], name) }
}

type At = Pick<Given, 'municipality' | 'actor'>
export type Some = Form<unknown> | undefined
interface PlaceForm {
  title: string
  lead?: string
  href: string
  form: Some
  fields: Content
  submit: string
  back?: string
  more?: Content
}
