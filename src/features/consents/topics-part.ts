import { typedAll, typedIn } from '../../platform/form.ts'
import type { Typed } from '../../platform/form.ts'
import { checkChips, checkbox } from '../../platform/html/choices.ts'
import { errorOf } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import type { Content } from '../../platform/html/html.ts'
import { shownTopics } from '../contacts/codes.ts'
import { giveTexts as t, topicWords } from './texts.da.ts'

/** What a yes can be about. Where a private controller gives it, court and police stand by themselves, with the law's sentence. */
export function topicsPart(options: {
  typed: Typed
  errors: readonly FieldError[]
  label: string
  aside?: string
  hint?: string
  isPrivate: boolean
}): Content[] {
  const { typed, errors, isPrivate, ...said } = options
  const chips = checkChips({
    name: 'topics',
    ...said,
    layout: 'pair',
    choices: shownTopics
      .filter(topic => !isPrivate || topic !== 'court')
      .map(topic => ({ value: topic, label: topicWords[topic] })),
    values: typedAll({ typed }, 'topics'),
    error: errorOf(errors, 'topics'),
  })
  if (!isPrivate) return [chips]
  const court = checkbox({
    name: 'court',
    label: t.court,
    hint: t.courtHint,
    checked: typedIn({ typed }, 'court') !== undefined,
    error: errorOf(errors, 'court'),
  })
  return [chips, court]
}
