import type { Form } from '../../platform/form.ts'
import { refuse } from '../../platform/form.ts'
import type { Day } from '../../platform/time.ts'
import type { Effort } from '../contacts/codes.ts'
import type { Counted } from './count-rules.ts'
import { evaluationOf } from './evaluation-rules.ts'
import type { Evaluation, Named } from './evaluation-rules.ts'
import type { FiguresForm } from './forms.ts'
import { noShowsOf } from './no-show-rules.ts'
import type { NoShows } from './no-show-rules.ts'
import { defaultPeriod, periodOf } from './period-rules.ts'
import type { Period } from './period-rules.ts'
import type { Asked } from './sum-rules.ts'
import { texts } from './texts.da.ts'

/** What was chosen, as it counts; the figures of three years where the choice was refused. */
export interface Choice {
  form: Form<FiguresForm>
  period: Period
  centre: Named['centres'][number] | undefined
  effort: Effort | undefined
}

/** Everything that a page, a spreadsheet or an answer of figures may show: small numbers are held back in it. */
export interface View extends Choice {
  named: Named
  evaluation: Evaluation
  noShows: NoShows
  isEmpty: boolean
}

/** What was chosen. A choice that is refused stands with its sentence above the figures of three years. */
export function choiceOf(form: Form<FiguresForm>, { named, today }: { named: Named; today: Day }): Choice {
  const centre = named.centres.find(each => each.slug === form.value?.centre)
  const period = periodOf(form.value ?? {}, today)
  let checked = form
  if (form.ok && form.value.centre !== '' && !centre) checked = refuse(checked, 'centre', texts.form.unknownCentre)
  if (!period.ok) checked = refuse(checked, period.field, period.message)
  if (checked.ok && period.ok) return { form, period: period.period, centre, effort: checked.value.effort }
  return { form: checked, period: defaultPeriod(today), centre: undefined, effort: undefined }
}

export function askedOf({ period, centre, effort }: Choice): Asked {
  return { from: period.from, to: period.to, centreId: centre?.id, effort }
}

export function viewOf(choice: Choice, given: { named: Named; counted: Counted; today: Day }): View {
  const { named, counted, today } = given
  return {
    ...choice,
    named,
    evaluation: evaluationOf({ asked: askedOf(choice), counted, named, raw: false }),
    noShows: noShowsOf(counted, choice.period, today),
    isEmpty: counted.contacts.count === 0,
  }
}
