import { paths } from '../../paths.ts'
import { details, formDock, lampNote, note, quote } from '../../platform/html/blocks.ts'
import { button, linkButton } from '../../platform/html/buttons.ts'
import { checkbox, radioRows, selectField } from '../../platform/html/choices.ts'
import type { Choice } from '../../platform/html/choices.ts'
import { dateField, textField } from '../../platform/html/fields.ts'
import { errorOf, form, hiddenField } from '../../platform/html/forms.ts'
import type { FieldError } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import type { Typed } from '../../platform/form.ts'
import { typedIn } from '../../platform/form.ts'
import { owners } from './codes.ts'
import { smallSteps, stepLine } from './path-part.ts'
import type { Candidate } from './people-queries.ts'
import { personField } from './plan-form-pages.ts'
import type { Step } from './queries.ts'
import { citizenFramed, nameOf, ownerOf, topicChips, topicName, wordsHead } from './shown.ts'
import type { CitizenShown } from './shown.ts'
import type { StepState } from './state-rules.ts'
import { chainThrough, couldWaitFor, movesOf } from './step-rules.ts'
import { partTexts, planTexts, stepTexts as t } from './texts.da.ts'

/** One step: how far it is, what it waits for, and what it can become with a tap. */
export function stepPage(shown: StepShown): Html {
  const { municipality, asked, step, errors = [], changed } = shown
  const name = nameOf(shown)
  const owner = ownerOf(shown, step.partyId)
  const line = stepLine(step, { ...shown, name })
  return citizenFramed(shown, {
    title: step.words,
    lead: `${t.state[step.state]}${line === '' ? '' : `. ${line}`}`,
    within: [{ label: planTexts.title, href: paths.plan(municipality, asked.id) }],
    errors,
    open: owner !== undefined,
    main: html`${changed && lampNote(html`<p>${t.changed}</p>`)} ${done(shown, name)} ${chain(shown)}
      ${owner ? note(html`<p>${planTexts.readOnly(owner.partyName, name)}</p>`) : moves(shown, name)}
      <p class="quiet">${step.topic === null ? planTexts.notShared : planTexts.shown(topicName(step.topic))}</p>`,
    styles: ['forms', 'lists', 'path', 'record', 'plans'],
    scripts: ['form-once'],
  })
}

/** The page on which a step is written or changed. */
export function stepFormPage(shown: StepFormShown): Html {
  const { municipality, asked, typed, errors, stands } = shown
  const href = stands ? paths.editStep(municipality, asked.id, stands.id) : paths.newStep(municipality, asked.id)
  return citizenFramed(shown, {
    title: stands ? t.editTitle : t.newTitle,
    within: [{ label: planTexts.title, href: paths.plan(municipality, asked.id) }],
    errors,
    main: form({ href, ping: paths.alive(), className: 'step-form' }, [
      ...wordsHead(shown, { label: t.words, hint: t.wordsHint, maxlength: 120 }),
      whoseFields(shown),
      dateField({
        name: 'day',
        label: t.day,
        aside: t.dayAside,
        value: typedIn({ typed }, 'day'),
        error: errorOf(errors, 'day'),
      }),
      !stands && beginningFields(shown),
      topicChips({ value: typedIn({ typed }, 'topic'), error: errorOf(errors, 'topic') }),
      formDock(button({ label: t.save })),
    ]),
    styles: ['forms', 'lists', 'record', 'plans'],
    scripts: ['form-once'],
  })
}

function whoseFields(shown: StepFormShown): Content {
  const { typed, errors } = shown
  const words = t.owner(nameOf(shown))
  const choices = owners.map((value): Choice => ({ value, label: words[value] }))
  return html`${radioRows({
    name: 'whose',
    label: t.whose,
    choices: [...choices, { value: 'nobody', label: t.nobody }],
    value: typedIn({ typed }, 'whose'),
    error: errorOf(errors, 'whose'),
  })}
  <div class="when-person">${personField(shown, { name: 'personId', label: t.person })}</div>`
}

function beginningFields({ typed, errors, others }: StepFormShown): Content {
  const left = others.filter(each => each.state !== 'done')
  return html`${
    left.length > 0 &&
    selectField({
      name: 'waitsFor',
      label: t.waits,
      prompt: t.waitsNone,
      choices: left.map(each => ({ value: each.id, label: each.words })),
      value: typedIn({ typed }, 'waitsFor'),
      error: errorOf(errors, 'waitsFor'),
    })
  }
  ${checkbox({ name: 'done', label: t.isDone, checked: (typedIn({ typed }, 'done') ?? '') !== '' })}`
}

// What is done is told first, in the citizen's words when there are some; and what it opened for.
function done({ step, steps }: StepShown, name: string): Content {
  if (step.state !== 'done') return undefined
  const opened = steps.find(each => each.waitsFor === step.id && ['next', 'open'].includes(each.state))
  return html`<section>
    ${step.doneWords === null ? lampNote(html`<p><b>${t.celebrate(step.words)}</b></p>`) : quote(html`”${step.doneWords}”`, name)}
    ${opened && html`<p>${t.next(opened.words)}</p>`}
  </section>`
}

// MitID, then the power of attorney, then the debt adviser: what comes before the step and after it.
function chain(shown: StepShown): Content {
  const steps = chainThrough(shown.step, shown.steps)
  if (steps.length < 2) return undefined
  const { municipality, asked, now } = shown
  return html`<section>
    <h2>${t.chain}</h2>
    ${smallSteps({ municipality, citizenId: asked.id, name: nameOf(shown), steps, now })}
  </section>`
}

// The likeliest move is a button in sight; the others are folded away.
function moves(shown: StepShown, name: string): Html {
  const { municipality, asked, step, steps, errors = [] } = shown
  const all = movesOf(
    step,
    steps.filter(each => each.partyId === step.partyId),
  )
  const first = step.state === 'done' ? undefined : all.find(each => each.to === 'done')
  const rest = all.filter(each => each !== first)
  const held = steps.some(each => each.waitsFor === step.id && each.state === 'waiting')
  return html`<section class="moves">
    ${first && moveForm(shown, { to: 'done', name })}
    ${details(
      { summary: t.more, open: errors.length > 0 },
      html`<div class="moves">
        ${rest.map(({ to, why }) => (why === undefined ? moveForm(shown, { to, name }) : html`<p class="quiet">${why}</p>`))}
        ${step.state !== 'done' && (held ? html`<p class="quiet">${t.putAwayHeld}</p>` : awayForm(shown))}
      </div>`,
    )}
    <p class="button-row">
      ${linkButton({ href: paths.editStep(municipality, asked.id, step.id), label: t.edit, icon: 'edit', variant: 'secondary' })}
    </p>
  </section>`
}

function moveForm(shown: StepShown, { to, name }: { to: StepState; name: string }): Html {
  const { step } = shown
  const label = step.state === 'done' && to === 'next' ? t.undo : t.to[to]
  return stateForm(shown, to, [
    moveFields(shown, { to, name }),
    button({ label, ...(to === 'done' ? { icon: 'check' } : { variant: 'secondary' }) }),
  ])
}

function moveFields(shown: StepShown, { to, name }: { to: StepState; name: string }): Content {
  const { step, steps, errors = [], typed } = shown
  const isTyped = typedIn({ typed: typed ?? {} }, 'state') === to
  const said = (field: string) => (isTyped ? typedIn({ typed: typed ?? {} }, field) : undefined)
  if (to === 'done')
    return textField({
      name: 'doneWords',
      label: t.doneWords(name),
      aside: t.doneAside,
      value: said('doneWords'),
      maxlength: 200,
    })
  if (to === 'resting')
    return textField({
      name: 'restWords',
      label: t.restWords(name),
      value: said('restWords'),
      maxlength: 200,
      error: isTyped ? errorOf(errors, 'restWords') : undefined,
    })
  if (to !== 'waiting') return undefined
  const own = steps.filter(each => each.partyId === step.partyId)
  return selectField({
    name: 'waitsFor',
    label: t.waitsFor,
    prompt: true,
    choices: couldWaitFor(step.id, own).map(each => ({ value: each.id, label: each.words })),
    value: isTyped ? typedIn({ typed: typed ?? {} }, 'waitsFor') : (step.waitsFor ?? undefined),
    error: isTyped ? errorOf(errors, 'waitsFor') : undefined,
  })
}

function awayForm(shown: StepShown): Html {
  return stateForm(shown, 'away', [
    html`<p>${partTexts.putAwayText}</p>`,
    button({ label: t.putAway, variant: 'secondary' }),
  ])
}

function stateForm({ municipality, asked, step }: StepShown, to: string, content: Content[]): Html {
  return form({ href: paths.stepState(municipality, asked.id, step.id), ping: paths.alive() }, [
    hiddenField('version', String(step.version)),
    hiddenField('state', to),
    content,
  ])
}

export interface StepShown extends CitizenShown {
  step: Step
  /** All steps that the page may show: the chain is among them. */
  steps: readonly Step[]
  typed?: Typed
  errors?: readonly FieldError[]
  /** Whether somebody else was there first. */
  changed?: boolean
}

export interface StepFormShown extends CitizenShown {
  candidates: readonly Candidate[]
  /** Steps of the same record, to wait for. */
  others: readonly Step[]
  /** The step that is changed; none while it is new. */
  stands: Step | undefined
  typed: Typed
  errors: readonly FieldError[]
  before?: Html | undefined
}
