import { choiceInput, numberInput, textInput } from '../../platform/form.ts'
import { hasCpr } from '../citizens/cpr-rules.ts'
import { shownTopics } from '../contacts/codes.ts'
import { partTexts } from './texts.da.ts'

// What the forms of a plan, its steps, its appointments and its tasks have in common.

export const versionInput = () => numberInput({ min: 1, max: 1_000_000 })

/** `none`: it has no topic, and is never shared. */
export const topicInput = () =>
  choiceInput([...shownTopics, 'none']).transform(chosen => (chosen === 'none' ? undefined : chosen))

/** A citizen's own words: no number that tells who they are. */
export const ownWords = (options: { max: number; required?: string }) =>
  textInput(options).check(context => {
    if (hasCpr(context.value)) context.issues.push({ code: 'custom', message: partTexts.cpr, input: context.value })
  })
