import { selectField } from '../../platform/html/choices.ts'
import { dateField, timeField } from '../../platform/html/fields.ts'
import { errorOf } from '../../platform/html/forms.ts'
import { html, attributes } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { typedIn } from '../../platform/form.ts'
import { capitalised, formatClock, parseClock, parseDay } from '../../platform/time.ts'
import { recordParties } from '../people/rules.ts'
import { efforts } from './codes.ts'
import { chosenFrom } from './record-forms.ts'
import type { Shown } from './record-forms.ts'
import { dayWords } from './sentence-rules.ts'
import { recordTexts as t, words } from './texts.da.ts'

/** Where and when, as one line; it unfolds to the fields, and is unfolded when one of them is empty or wrong. */
export function whenAndWhere(shown: Shown): Html {
  const { typed, errors, mode, guessed } = shown
  const wrong = errors.some(error => folded.includes(error.field) && !(error.field === 'centre' && asksCentre(shown)))
  const missing = ['effort', 'day', ...(mode === 'agree' ? ['clock'] : [])].some(name => !typedIn({ typed }, name))
  const open =
    wrong ||
    missing ||
    (!asksCentre(shown) && typedIn({ typed }, 'venue') === 'centre' && !typedIn({ typed }, 'centre'))
  return html`<details${attributes({ class: 'when-where', open })}>
    <summary>
      <span><b>${line(shown)}</b>${guessed && html`<br />${t.guessed}`}</span>
      <span class="as-link">${t.changeTime}</span>
    </summary>
    ${fields(shown)}
  </details>`
}

function line({ typed, now, centres, mode }: Shown): string {
  const centre = centres.find(each => each.id === typedIn({ typed }, 'centre'))?.name
  const day = parseDay(typedIn({ typed }, 'day') ?? '')
  const clock = parseClock(typedIn({ typed }, 'clock') ?? '')
  const at = [...(day.ok ? [dayWords(day.value, now)] : []), ...(clock.ok ? [formatClock(clock.value)] : [])].join(' ')
  const parts = [centre, at].filter(Boolean)
  if (parts.length > 0 && (centre !== undefined || mode === 'agree')) return capitalised(parts.join(', '))
  return at === '' ? t.notGuessed : `${capitalised(at)}. ${t.notGuessed}`
}

function fields(shown: Shown): Html {
  const { typed, errors, mode } = shown
  const field = (name: string) => ({ name, value: typedIn({ typed }, name), error: errorOf(errors, name) })
  return html`${dateField({ ...field('day'), label: t.day })}
  ${timeField({ ...field('clock'), label: mode === 'agree' ? t.clockAhead : t.clock })}
  ${!asksCentre(shown) && centreField(shown)}
  ${selectField({ ...field('effort'), label: t.effort, prompt: true, choices: chosenFrom(words.effort, efforts) })}
  ${owner(shown)}`
}

/** Which centre it was is asked beside "Hvor?" where it was not guessed and does not stand. */
export function asksCentre({ guessed, mode }: Shown): boolean {
  return mode !== 'correct' && !guessed
}

export function centreField(shown: Shown): Html {
  const { typed, errors, centres } = shown
  return selectField({
    name: 'centre',
    label: t.centre,
    prompt: asksCentre(shown) ? true : t.noCentre,
    choices: centres.map(each => ({ value: each.id, label: each.name })),
    value: typedIn({ typed }, 'centre'),
    error: errorOf(errors, 'centre'),
  })
}

function owner({ typed, errors, actor, parties, mode }: Shown): Html | false {
  const own = recordParties(actor)
  const choices = parties.filter(party => own.includes(party.id)).map(party => ({ value: party.id, label: party.name }))
  if (choices.length < 2 || mode === 'correct')
    return html`<input type="hidden" name="party" value="${typedIn({ typed }, 'party') ?? own[0] ?? ''}" />`
  return selectField({
    name: 'party',
    label: t.party,
    choices,
    value: typedIn({ typed }, 'party'),
    error: errorOf(errors, 'party'),
  })
}

const folded = ['day', 'clock', 'centre', 'effort', 'party']
