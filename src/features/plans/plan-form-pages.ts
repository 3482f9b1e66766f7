import { paths } from '../../paths.ts'
import { details, formDock } from '../../platform/html/blocks.ts'
import { button } from '../../platform/html/buttons.ts'
import { checkChips, checkbox, selectField } from '../../platform/html/choices.ts'
import { numberField, textArea, textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import type { Typed } from '../../platform/form.ts'
import { typedAll, typedIn } from '../../platform/form.ts'
import { areas, partKinds } from './codes.ts'
import type { PartKind } from './codes.ts'
import type { Candidate } from './people-queries.ts'
import { citizenFramed, topicChips } from './shown.ts'
import type { CitizenShown } from './shown.ts'
import { keepingTexts, partTexts as t, personTexts, planTexts } from './texts.da.ts'

/** The page on which a part of the plan is written or changed. */
export function partPage(shown: FormShown): Html {
  const { municipality, asked, typed, errors, standsId } = shown
  const kind = partKinds.find(each => each === typedIn({ typed }, 'kind')) ?? 'goal'
  const href =
    standsId === undefined
      ? paths.newPlanPart(municipality, asked.id)
      : paths.planPart(municipality, asked.id, standsId)
  return formPage(shown, { title: t.title[kind], href }, [
    hiddenField('kind', kind),
    textArea({
      name: 'words',
      label: t.words,
      hint: t.wordsHint,
      value: typedIn({ typed }, 'words') ?? '',
      rows: 4,
      maxlength: 1000,
      error: errorOf(errors, 'words'),
    }),
    areaChips(kind, shown),
    topicChips({ value: typedIn({ typed }, 'topic'), error: errorOf(errors, 'topic') }),
  ])
}

/** The page on which somebody around the citizen is written down. */
export function planPersonPage(shown: FormShown & { candidates: readonly Candidate[] }): Html {
  const { municipality, asked, typed, errors, standsId } = shown
  const href =
    standsId === undefined
      ? paths.newPlanPerson(municipality, asked.id)
      : paths.planPerson(municipality, asked.id, standsId)
  return formPage(shown, { title: personTexts.title, href }, [
    personField(shown, { name: 'personId', label: personTexts.person }),
    textField({
      name: 'words',
      label: personTexts.words,
      hint: personTexts.wordsHint,
      value: typedIn({ typed }, 'words') ?? '',
      maxlength: 80,
      error: errorOf(errors, 'words'),
    }),
    topicChips({ value: typedIn({ typed }, 'topic'), error: errorOf(errors, 'topic') }),
  ])
}

/** Who is told when the plan stands still. */
export function keepingPage(shown: FormShown & { candidates: readonly Candidate[] }): Html {
  const { municipality, asked, typed, errors } = shown
  return formPage(
    { ...shown, standsId: undefined },
    { title: keepingTexts.title, lead: keepingTexts.lead, href: paths.planKeeping(municipality, asked.id) },
    [
      personField(shown, { name: 'keptBy', label: keepingTexts.keptBy, hint: keepingTexts.keptByHint }),
      numberField({
        name: 'weeks',
        label: keepingTexts.weeks,
        value: typedIn({ typed }, 'weeks') ?? '',
        error: errorOf(errors, 'weeks'),
      }),
      checkbox({
        name: 'open',
        label: keepingTexts.open,
        hint: keepingTexts.openHint,
        checked: (typedIn({ typed }, 'open') ?? '') !== '',
      }),
    ],
  )
}

/** A choice among people who work, each once, colleagues first. */
export function personField(
  { typed, errors, candidates }: Pick<FormShown, 'typed' | 'errors'> & { candidates: readonly Candidate[] },
  field: { name: string; label: string; hint?: string; prompt?: string | true },
): Html {
  const people = candidates.filter(
    (each, place) => candidates.findIndex(other => other.personId === each.personId) === place,
  )
  return selectField({
    prompt: true,
    ...field,
    choices: people.map(({ personId, name, partyName, own }) => ({
      value: personId,
      label: own ? name : personTexts.candidate(name, partyName),
    })),
    value: typedIn({ typed }, field.name),
    error: errorOf(errors, field.name),
  })
}

function areaChips(kind: PartKind, { typed, errors }: FormShown): Content {
  if (kind !== 'goal') return undefined
  return checkChips({
    name: 'areas',
    label: t.areas,
    aside: t.areasAside,
    layout: 'pair',
    choices: areas.map(value => ({ value, label: planTexts.areas[value] })),
    values: typedAll({ typed }, 'areas'),
    error: errorOf(errors, 'areas'),
  })
}

function formPage(shown: FormShown, at: { title: string; lead?: string; href: string }, fields: Content[]): Html {
  const { municipality, asked, typed, errors, standsId, before } = shown
  const carried = [
    hiddenField('id', typedIn({ typed }, 'id') ?? ''),
    hiddenField('version', typedIn({ typed }, 'version') ?? ''),
  ]
  return citizenFramed(shown, {
    title: at.title,
    ...(at.lead === undefined ? {} : { lead: at.lead }),
    within: [{ label: planTexts.title, href: paths.plan(municipality, asked.id) }],
    main: html`${form({ href: at.href, ping: paths.alive() }, [carried, before, fields, formDock(button({ label: t.save }))])}
    ${standsId !== undefined && putAway(at.href, shown)}`,
    errors,
    styles: ['forms', 'lists', 'record', 'plans'],
    scripts: ['form-once'],
  })
}

// It goes away as it stands, whatever is typed above; the words that the form needs are those that stand.
function putAway(href: string, { typed }: FormShown): Html {
  const keep = ['id', 'version', 'kind', 'words', 'personId', 'topic'].map(name =>
    hiddenField(name, typedIn({ typed }, name) ?? ''),
  )
  return details(
    { summary: t.putAway },
    html`<p>${t.putAwayText}</p>`,
    form({ href }, [keep, hiddenField('away', '1'), button({ label: t.putAway, variant: 'secondary' })]),
  )
}

export interface FormShown extends CitizenShown {
  typed: Typed
  errors: readonly FieldError[]
  /** The row that is changed; none while it is new. */
  standsId: string | undefined
  /** What stands above the fields, such as what somebody else wrote meanwhile. */
  before?: Html | undefined
}
