import { paths } from '../../paths.ts'
import { typedIn } from '../../platform/form.ts'
import { rowList } from '../../platform/html/lists.ts'
import { details, linkRow, marked, note } from '../../platform/html/blocks.ts'
import { button, buttonRow } from '../../platform/html/buttons.ts'
import { checkbox } from '../../platform/html/choices.ts'
import { dateField, telephoneField, textArea, textField } from '../../platform/html/fields.ts'
import { fieldset, form as formTag } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { formatPhone } from '../../platform/phone.ts'
import { capitalised, formatDayField, weekdayName } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import { holds } from '../people/rules.ts'
import type { Given } from '../routing.ts'
import type { Centre, Room } from './centre-queries.ts'
import { isOwnPrivate, mayChangeController } from './centre-rules.ts'
import { writeHours } from './hours-rules.ts'
import { field, placeCrumbs, placeFormPage, prepositionField } from './place-form-pages.ts'
import type { Some } from './place-form-pages.ts'
import { centreTexts, placesTexts } from './texts.da.ts'

/** What a centre tells about itself, its opening hours and its rooms: three forms, of which one may be refused. */
export function centrePage(given: At, shown: CentreShown): Html {
  const { centre, said, refused, offers = 0 } = shown
  const { municipality, actor } = given
  const administrator = holds(actor, 'administrator')
  const people = paths.partyPeople(municipality, centre.partyId)
  const main = html`${said && note(html`<p role="status">${said}</p>`)}
    ${offers > 0 && marked(html`<p><b>${centreTexts.asked(offers)}</b></p><p><a href="${people}">${centreTexts.askedLink}</a></p>`)}
    ${linkRow([
      { href: '#tider', label: centreTexts.hours },
      { href: '#lokaler', label: centreTexts.rooms },
      { href: paths.centre(municipality, centre.slug), label: centreTexts.publicPage },
      { href: paths.centreDays(municipality, centre.slug), label: centreTexts.days },
      ...(isOwnPrivate(actor, centre) ? [{ href: people, label: centreTexts.people }] : []),
      ...(mayChangeController(actor, centre)
        ? [{ href: paths.centreController(municipality, centre.id), label: centreTexts.changeController }]
        : []),
    ])}
    <section aria-labelledby="om"><h2 id="om">${centreTexts.basics}</h2>${basics(given, centre, refused?.basics)}</section>
    <section aria-labelledby="tider"><h2 id="tider">${centreTexts.hours}</h2>${hours(given, centre, refused?.hours)}</section>
    <section aria-labelledby="lokaler"><h2 id="lokaler">${centreTexts.rooms}</h2>${rooms(given, centre, refused?.room)}</section>`
  return framed(given, {
    title: centre.name,
    heading: centre.name,
    lead: centre.controller.kind === 'public' ? placesTexts.municipal : placesTexts.private(centre.controller.name),
    crumbs: placeCrumbs(given, centre.name),
    errors: Object.values(refused ?? {}).flatMap(form => [...(form?.errors ?? [])]),
    main,
    menu: administrator ? 'staff' : 'more',
    styles: ['forms', 'lists'],
    scripts: ['form-once'],
  })
}

/** One room, to correct or to delete. */
export function roomPage(given: At, shown: { centre: Centre; room: Room; form: Some }): Html {
  const { centre, room, form } = shown
  return placeFormPage(given, {
    title: centreTexts.roomTitle,
    lead: centre.name,
    href: paths.centreRoom(given.municipality, centre.id, room.id),
    form,
    fields: roomFields(form, room),
    submit: centreTexts.save,
    back: paths.placesCentre(given.municipality, centre.id),
    more: formTag(
      { href: paths.centreRoom(given.municipality, centre.id, room.id) },
      button({ label: centreTexts.removeRoom, name: 'remove', value: '1', variant: 'plain' }),
    ),
  })
}

function basics({ municipality, actor }: At, centre: Centre, form: Some): Html {
  const administrator = holds(actor, 'administrator')
  const name = { ...field(form, 'name', centre.name), label: centreTexts.name, autocomplete: 'off' }
  const closedOn = field(form, 'closedOn', centre.closedOn ? formatDayField(centre.closedOn) : '')
  const phone = field(form, 'phone', centre.phone === null ? '' : formatPhone(centre.phone))
  return formTag(
    { href: paths.placesCentre(municipality, centre.id) },
    administrator && html`${textField(name)}${prepositionField(form, centre)}`,
    textField({ ...field(form, 'address', centre.address), label: centreTexts.address, autocomplete: 'off' }),
    telephoneField({ ...phone, label: centreTexts.phone, autocomplete: 'off' }),
    area(form, 'profile', { stored: centre.profile, label: centreTexts.profile, hint: centreTexts.profileHint }),
    area(form, 'houseRules', { stored: centre.houseRules, label: centreTexts.houseRules }),
    administrator && dateField({ ...closedOn, label: centreTexts.closedOn, hint: centreTexts.closedOnHint }),
    buttonRow(button({ label: centreTexts.save })),
  )
}

function hours({ municipality }: At, centre: Centre, form: Some): Html {
  const week = centre.hours.map((own, index) =>
    textField({
      ...field(form, `day${index + 1}`, writeHours(own)),
      label: capitalised(weekdayName(index + 1)),
      width: 'medium',
      autocomplete: 'off',
    }),
  )
  return formTag(
    { href: paths.centreHours(municipality, centre.id) },
    fieldset({ name: 'week', label: centreTexts.hours, labelHidden: true, hint: centreTexts.hoursHint }, week),
    buttonRow(button({ label: centreTexts.hoursSave, variant: 'secondary' })),
  )
}

function rooms({ municipality }: At, centre: Centre, form: Some): Html {
  const rows = centre.rooms.map(room => ({
    title: room.name,
    text: room.confidential ? centreTexts.confidential : centreTexts.notConfidential,
    href: paths.centreRoom(municipality, centre.id, room.id),
  }))
  const lacks = !centre.rooms.some(room => room.confidential)
  const add = formTag(
    { href: paths.centreRooms(municipality, centre.id) },
    roomFields(form, undefined),
    buttonRow(button({ label: centreTexts.addRoom, variant: 'secondary' })),
  )
  return html`${rows.length > 0 && rowList(rows)}
    ${lacks && marked(html`<p><b>${centreTexts.nudge}</b></p><p>${centreTexts.nudgeText}</p>`)}
    ${details({ summary: centreTexts.newRoom, open: form !== undefined }, add)}`
}

function roomFields(form: Some, room: Room | undefined): Html {
  return html`${textField({
    ...field(form, 'roomName', room?.name),
    label: centreTexts.roomName,
    hint: centreTexts.roomNameHint,
    autocomplete: 'off',
  })}
    ${checkbox({
      name: 'confidential',
      label: centreTexts.confidential,
      hint: centreTexts.confidentialHint,
      checked: form ? typedIn(form, 'confidential') !== undefined : (room?.confidential ?? false),
    })}`
}

function area(form: Some, name: string, text: { stored: string; label: string; hint?: string }): Html {
  const { value = '', error } = field(form, name, text.stored)
  return textArea({ name, value, error, label: text.label, ...(text.hint ? { hint: text.hint } : {}), rows: 5 })
}

type At = Pick<Given, 'municipality' | 'actor'>
interface CentreShown {
  centre: Centre
  /** How many roles the municipality asks a private place about. */
  offers?: number
  said?: string | undefined
  refused?: { basics?: Some; hours?: Some; room?: Some }
}
