import { paths } from '../../paths.ts'
import { buttonRow, linkButton } from '../../platform/html/buttons.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import { emptyState } from '../../platform/html/messages.ts'
import { formatDateYear } from '../../platform/time.ts'
import { framed } from '../frame.ts'
import { administratorTabs } from '../people/admin-tabs.ts'
import { holds } from '../people/rules.ts'
import type { Given } from '../routing.ts'
import type { Controller, Place, Unit } from './centre-queries.ts'
import { placesTexts } from './texts.da.ts'

/** The two equal parties: the centres and, for an administrator, the units and who answers for whom. */
export function placesPage(given: At, shown: { places: Place[]; units: Unit[]; controllers: Controller[] }): Html {
  const { municipality, actor } = given
  const administrator = holds(actor, 'administrator')
  const centres = shown.places.length > 0 ? centreList(given, shown.places) : noCentres(given, administrator)
  const main = administrator
    ? html`${administratorTabs(municipality, 'places')}
        <section><h2>${placesTexts.centres}</h2>${centres}</section>
        ${unitPart(given, shown.units)} ${controllerPart(given, shown.controllers)}`
    : centres
  return framed(given, {
    title: placesTexts.title,
    heading: placesTexts.title,
    lead: administrator ? placesTexts.lead : placesTexts.leadManager,
    ...(administrator
      ? { dock: linkButton({ href: paths.newCentre(municipality), label: placesTexts.newCentre, icon: 'add' }) }
      : {}),
    main,
    menu: administrator ? 'staff' : 'more',
    styles: ['lists', ...(shown.places.length > 0 ? [] : ['drawings' as const])],
  })
}

function centreList({ municipality }: At, places: readonly Place[]): Html {
  return rowList(
    places.map(place => ({
      title: place.name,
      text: [ownerWords(place.controller), place.closedOn && placesTexts.closed(formatDateYear(place.closedOn))]
        .filter(Boolean)
        .join(' · '),
      href: paths.placesCentre(municipality, place.id),
      more: place.confidentialRoom ? undefined : html`<p class="row-text">${placesTexts.noConfidential}</p>`,
    })),
  )
}

function noCentres({ municipality }: At, administrator: boolean): Html {
  return emptyState({
    title: placesTexts.noCentres,
    ...(administrator
      ? {
          text: placesTexts.noCentresText,
          actions: linkButton({
            href: paths.newCentre(municipality),
            label: placesTexts.newCentre,
            variant: 'secondary',
          }),
        }
      : {}),
  })
}

function unitPart({ municipality }: At, units: readonly Unit[]): Html {
  const rows = units.map(unit => ({ title: unit.name, text: unit.fromWords, href: paths.party(municipality, unit.id) }))
  return html`<section>
    <h2>${placesTexts.units}</h2>
    <p>${placesTexts.unitsHint}</p>
    ${rows.length > 0 && rowList(rows)}
    ${buttonRow(linkButton({ href: paths.newParty(municipality), label: placesTexts.newParty, icon: 'add', variant: 'secondary' }))}
  </section>`
}

function controllerPart({ municipality }: At, controllers: readonly Controller[]): Html {
  const rows = controllers.map(controller => ({
    title: controller.name,
    text: controller.kind === 'public' ? placesTexts.public : placesTexts.privateOne,
    href: paths.controller(municipality, controller.id),
  }))
  return html`<section>
    <h2>${placesTexts.controllers}</h2>
    <p>${placesTexts.controllersHint}</p>
    ${rowList(rows)}
    ${buttonRow(
      linkButton({
        href: paths.newController(municipality),
        label: placesTexts.newController,
        icon: 'add',
        variant: 'secondary',
      }),
    )}
  </section>`
}

function ownerWords(controller: Controller): string {
  return controller.kind === 'public' ? placesTexts.municipal : placesTexts.private(controller.name)
}

type At = Pick<Given, 'municipality' | 'actor'>
