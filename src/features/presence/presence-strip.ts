import { paths } from '../../paths.ts'
import { details, presenceStrip } from '../../platform/html/blocks.ts'
import { button, linkButton } from '../../platform/html/buttons.ts'
import { selectField } from '../../platform/html/choices.ts'
import { form, hiddenField } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import type { Municipality } from '../routing.ts'
import { stripSays } from './hours-texts.da.ts'
import type { Centre } from './opening-rules.ts'
import type { Strip } from './strip-rules.ts'

/** The dark strip on top of Today: one tap says that one is here, one that one has left. Needs the sheet `lists`. */
export function ownPresenceStrip(at: Municipality, shown: { strip: Strip; centres: Centre[]; personId: string }): Html {
  const { strip, centres, personId } = shown
  return html`${presenceStrip({ lit: strip.lit, title: strip.title, lines: strip.lines, actions: actions(at, strip, personId) })}${strip.away ? undefined : elsewhere(at, centres)}`
}

function actions(at: Municipality, strip: Strip, personId: string): Content {
  if (strip.away)
    return linkButton({ href: paths.hoursOf(at, personId), label: stripSays.changeAbsence, variant: 'secondary' })
  const arrive =
    strip.arriveAt &&
    form({ href: paths.arrive(at), offline: false }, hiddenField('centreId', strip.arriveAt), arriveButton(strip))
  const leave =
    strip.mayLeave &&
    form({ href: paths.leave(at), offline: false }, button({ label: stripSays.iHaveLeft, variant: 'secondary' }))
  return arrive || leave ? html`${arrive}${leave}` : undefined
}

const arriveButton = (strip: Strip): Html =>
  button({ label: stripSays.iAmHere, variant: 'lamp', ...(strip.arrived ? { icon: 'check' as const } : {}) })

/** Somebody may be at a centre where no time was fixed. */
const elsewhere = (at: Municipality, centres: Centre[]): Content =>
  centres.length > 0 &&
  details(
    { summary: stripSays.elsewhere },
    form(
      { href: paths.arrive(at), offline: false },
      selectField({
        name: 'centreId',
        label: stripSays.where,
        choices: centres.map(({ id, name }) => ({ value: id, label: name })),
        prompt: true,
      }),
      button({ label: stripSays.iAmHere, variant: 'secondary' }),
    ),
  )
