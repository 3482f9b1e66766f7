import { paths } from '../../paths.ts'
import { details, formDock } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { checkChips, minutesGrid, radioChips, selectField } from '../../platform/html/choices.ts'
import { dateField, numberField, textArea, textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import { html, attributes } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { typedAll, typedIn } from '../../platform/form.ts'
import { framed } from '../frame.ts'
import { comers, helpForms, incomes, introducers, kinds, movers, venues } from './codes.ts'
import { minuteChips, nextWhens } from './forms.ts'
import { chosenFrom } from './record-forms.ts'
import type { Shown } from './record-forms.ts'
import { asksCentre, centreField, whenAndWhere } from './record-guess-pages.ts'
import { whoIsIt } from './record-who-pages.ts'
import { recordTexts as t, words } from './texts.da.ts'

/** The page with which a talk is recorded, an agreement made, or either put right. */
export function recordPage(shown: Shown): Html {
  const { municipality, mode, errors } = shown
  const title = { record: t.title, agree: t.agreementTitle, correct: t.correctTitle }[mode]
  return framed(shown, {
    title,
    heading: title,
    back: { href: shown.backHref },
    menu: 'today',
    errors,
    main: form({ href: shown.href, id: 'record', className: 'record', ping: paths.alive() }, [
      firstButton(),
      carried(shown),
      shown.before,
      whoIsIt(shown),
      guessed(shown),
      mode === 'agree' ? topicsOf(shown, t.topicsAhead) : whatCameOfIt(shown),
      folded(shown),
      municipality.childConcern &&
        html`<p class="child-link"><a href="${paths.childConcern(municipality)}">${t.child}</a></p>`,
      formDock(button({ label: mode === 'agree' ? t.saveAgreement : t.save })),
    ]),
    styles: ['forms', 'record'],
    scripts: ['form-once'],
  })
}

// Enter in a field presses the first button of its form, and that is to save and not to search.
function firstButton(): Html {
  return html`<button type="submit" class="sr-only" tabindex="-1" aria-hidden="true">${t.save}</button>`
}

function carried({ typed, mode }: Shown): Html {
  const carry = (name: string) => hiddenField(name, typedIn({ typed }, name) ?? '')
  return html`${carry('id')}${carry('version')}${carry('newCitizenId')}${mode === 'agree' && hiddenField('outcome', 'open')}`
}

function guessed(shown: Shown): Html {
  const { mode } = shown
  const agreed = mode === 'agree' ? kinds.filter(kind => kind !== 'walkIn') : kinds
  return html`<div class="guessed">
    ${whenAndWhere(shown)} ${oneOf(shown, { name: 'kind', label: t.kind, choices: chosenFrom(words.kind, agreed) })}
    ${oneOf(shown, { name: 'venue', label: t.venue, choices: chosenFrom(words.venue, venueOrder) })}
    ${asksCentre(shown) && html`<div class="when-centre">${centreField(shown)}</div>`}
    ${mode !== 'agree' && outcomes(shown)}
  </div>`
}

function outcomes(shown: Shown): Html {
  const codes = shown.mode === 'correct' ? [...outcomeOrder, 'open' as const] : outcomeOrder
  return html`${oneOf(shown, { name: 'outcome', label: t.outcome, choices: chosenFrom(words.outcome, codes) })}
    <div class="when-moved">
      ${oneOf(shown, { name: 'movedBy', label: t.movedBy, choices: chosenFrom(words.mover, movers) })}
    </div>`
}

function whatCameOfIt(shown: Shown): Html {
  const { typed, errors } = shown
  return html`<div class="when-held">
      ${minutesGrid({ name: 'minutes', label: t.minutes, optional: true, choices: minuteChips.map(value => ({ value, label: value === 'more' ? t.more : value })), value: typedIn({ typed }, 'minutes') })}
      <div class="when-more">
        ${numberField({ name: 'moreMinutes', label: t.moreMinutes, value: typedIn({ typed }, 'moreMinutes'), error: errorOf(errors, 'moreMinutes') })}
      </div>
    </div>
    <div class="when-spoken">${topicsOf(shown, t.topics)}</div>
    <div class="when-held">${helpGiven(shown)}</div>
    ${nextThing(shown)}`
}

function topicsOf({ typed, errors }: Shown, label: string): Html {
  const choices = chosenFrom(words.topic, topicOrder)
  return checkChips({
    name: 'topics',
    label,
    aside: t.severalAside,
    choices,
    values: typedAll({ typed }, 'topics'),
    error: errorOf(errors, 'topics'),
  })
}

function helpGiven({ typed, errors }: Shown): Html {
  const choices = helpForms.map(each => ({ value: String(each), label: words.help[each] }))
  const advice = typedIn({ typed }, 'advice') ? ['1'] : []
  return html`${checkChips({ name: 'help', label: t.help, aside: t.severalAside, layout: 'pair', choices, values: typedAll({ typed }, 'help'), error: errorOf(errors, 'help') })}
    <div class="advice">
      ${checkChips({ name: 'advice', label: t.adviceLegend, labelHidden: true, choices: [{ value: '1', label: t.advice }], values: advice })}
    </div>`
}

function nextThing(shown: Shown): Html {
  const { typed, errors } = shown
  const value = typedIn({ typed }, 'nextThing') ?? ''
  return html`<div class="next-thing">
    ${textField({ name: 'nextThing', label: t.nextThing, aside: t.nextThingAside, value, maxlength: 200, autocomplete: 'off', error: errorOf(errors, 'nextThing') })}
    ${oneOf(shown, { name: 'nextWhen', label: t.nextWhen, labelHidden: true, optional: true, choices: chosenFrom(t.nextWhens, nextWhens) })}
    <div class="when-picked">
      ${dateField({ name: 'nextDay', label: t.nextDay, value: typedIn({ typed }, 'nextDay'), error: errorOf(errors, 'nextDay') })}
    </div>
    ${handOver(shown)}
  </div>`
}

function handOver({ typed, actor, colleagues }: Shown): Content {
  const others = colleagues.filter(each => each.id !== actor.personId)
  if (others.length === 0) return html`<p class="quiet follow-up">${t.youFollowUp}</p>`
  const value = typedIn({ typed }, 'nextOwner')
  const choices = [
    { value: actor.personId, label: actor.personName },
    ...others.map(each => ({ value: each.id, label: each.name })),
  ]
  const open = value !== undefined && value !== '' && value !== actor.personId
  return html`<details${attributes({ class: 'hand-over', open })}>
    <summary><span class="quiet">${t.youFollowUp}</span> <span class="as-link">${t.handOver}</span></summary>
    ${selectField({ name: 'nextOwner', label: t.nextOwner, choices, value: value || actor.personId })}
  </details>`
}

function folded(shown: Shown): Html {
  const { typed, errors, mode } = shown
  const agendas = ['agenda', 'workerAgenda'] as const
  const written = agendas.some(name => (typedIn({ typed }, name) ?? '') !== '')
  const wrong = agendas.some(name => errorOf(errors, name) !== undefined)
  return html`<div class="folds">
    <div class="when-known${wrong ? ' stays' : ''}">
      ${details(
        { summary: t.agendaFold, open: written || wrong },
        agendas.map(name => agendaField(shown, name)),
      )}
    </div>
    ${mode !== 'agree' && details({ summary: t.moreFold }, seldom(shown))}
  </div>`
}

function agendaField({ typed, errors }: Shown, name: 'agenda' | 'workerAgenda'): Html {
  const hint = name === 'agenda' ? t.agendaHint : t.workerAgendaHint
  const value = typedIn({ typed }, name) ?? ''
  return textArea({ name, label: t[name], hint, value, rows: 3, maxlength: 500, error: errorOf(errors, name) })
}

function seldom(shown: Shown): Html {
  const known = { yes: t.yes, no: t.no }
  return html`${oneOf(shown, { name: 'came', optional: true, label: t.came, choices: chosenFrom(words.comer, comers) })}
    ${oneOf(shown, { name: 'introducedBy', optional: true, label: t.introducedBy, choices: chosenFrom(words.introducer, introducers) })}
    <div class="when-known">
      ${oneOf(shown, { name: 'known', optional: true, label: t.knownBefore, choices: chosenFrom(known, ['yes', 'no']) })}
      ${oneOf(shown, { name: 'income', optional: true, label: t.income, choices: chosenFrom(words.income, incomes) })}
    </div>`
}

function oneOf(
  { typed, errors }: Shown,
  group: Pick<Parameters<typeof radioChips>[0], 'name' | 'label' | 'labelHidden' | 'optional' | 'choices'>,
): Html {
  return radioChips({ ...group, value: typedIn({ typed }, group.name), error: errorOf(errors, group.name) })
}

const venueOrder = [
  'centre',
  'street',
  'home',
  'phone',
  'townHall',
  'other',
] as const satisfies (typeof venues)[number][]
const outcomeOrder = ['held', 'noShow', 'excused', 'moved', 'calledOff'] as const
const topicOrder = ['economyAndHousing', 'health', 'mentalHealth', 'substanceUse', 'work'] as const
