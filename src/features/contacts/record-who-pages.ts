import { button } from '../../platform/html/buttons.ts'
import { radioChips, radioRows } from '../../platform/html/choices.ts'
import { textField } from '../../platform/html/fields.ts'
import { errorOf, hiddenField } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { typedIn } from '../../platform/form.ts'
import { displayName } from '../citizens/rules.ts'
import { chosenFrom } from './record-forms.ts'
import type { Shown } from './record-forms.ts'
import { recordTexts as t } from './texts.da.ts'

/** Without a name, unless it is one whom the party knows: then one searches first, and makes a record only if need be. */
export function whoIsIt(shown: Shown): Html {
  const { typed, errors } = shown
  const choices = chosenFrom({ anonymous: t.anonymous, known: t.known }, ['anonymous', 'known'])
  return html`${radioChips({ name: 'who', label: t.who, layout: 'pair', choices, value: typedIn({ typed }, 'who'), error: errorOf(errors, 'who') })}
    <div class="when-known choose-citizen">
      ${textField({ name: 'alias', label: t.alias, hint: t.aliasHint, value: typedIn({ typed }, 'alias'), maxlength: 80, autocomplete: 'off', spellcheck: 'false', error: errorOf(errors, 'alias') })}
      ${button({ label: t.find, icon: 'search', variant: 'secondary', name: 'find', value: '1' })} ${thoseFound(shown)}
    </div>`
}

function thoseFound({ typed, errors, found }: Shown): Content {
  if (found === undefined) return undefined
  const alias = (typedIn({ typed }, 'alias') ?? '').trim()
  const same = found.some(each => each.alias.toLowerCase() === alias.toLowerCase())
  const parties = new Set(found.map(each => each.partyId)).size
  const known = found.map(each => ({
    value: each.id,
    label: displayName(each),
    hint: each.closed ? t.closedHint : parties > 1 ? each.partyName : undefined,
    // Whoever comes back is opened again first, by their own word; a second record is what must not be made.
    disabled: each.closed,
  }))
  const fresh = {
    value: 'new',
    label: t.newCitizen(alias),
    hint: same ? t.newHintSame : found.length === 0 ? t.newHint : undefined,
  }
  const chosen = typedIn({ typed }, 'citizen') || (found.length === 0 ? 'new' : undefined)
  const choices = alias === '' ? known : [...known, fresh]
  return html`${hiddenField('searched', alias)}
  ${radioRows({ name: 'citizen', label: t.which, choices, value: chosen, ruled: true, error: errorOf(errors, 'citizen') })}`
}
