import { z } from 'zod'
import { choiceInput, dayInput, flagInput, idInput, one, textInput } from '../../platform/form.ts'
import { phoneInput } from '../../platform/phone.ts'
import { parseHours } from './hours-rules.ts'
import { centreTexts, controllerTexts, partyTexts, prepositions } from './texts.da.ts'

const name = textInput({ max: 80, required: centreTexts.nameMissing })
const contact = { address: textInput({ max: 200 }), phone: phoneInput() }

/** Left out, it stays as it is. */
const preposition = choiceInput(prepositions)

/** `controller` is an id, or the word for one that is not there yet. */
export const newController = 'new'
export const newCentreForm = z.object({
  name,
  controller: one().check(context => {
    if (context.value !== '') return
    context.issues.push({ code: 'custom', message: centreTexts.controllerMissing, input: context.value })
  }),
  controllerName: textInput({ max: 120 }),
  preposition,
  ...contact,
})

const words = { profile: textInput({ max: 2000 }), houseRules: textInput({ max: 2000 }) }
/** A manager's page has no field for the name and the last day; what comes in their place counts for nothing. */
export const centreForm = z.object({
  name: textInput({ max: 80 }),
  preposition,
  ...contact,
  ...words,
  closedOn: dayInput(),
})

const hoursInput = () =>
  one().transform((text, context) => {
    const parsed = parseHours(text)
    if (parsed.ok) return parsed.value
    context.addIssue(parsed.message)
    return z.NEVER
  })
export const hoursForm = z.object({
  day1: hoursInput(),
  day2: hoursInput(),
  day3: hoursInput(),
  day4: hoursInput(),
  day5: hoursInput(),
  day6: hoursInput(),
  day7: hoursInput(),
})

export const roomForm = z.object({
  roomName: textInput({ max: 80, required: centreTexts.roomNameMissing }),
  confidential: flagInput(),
})
/** The button `remove` deletes; then no name is asked for. */
export const changeRoomForm = z.object({
  roomName: textInput({ max: 80 }),
  confidential: flagInput(),
  remove: flagInput(),
})

export const changeControllerForm = z.object({
  controllerId: idInput(controllerTexts.missing),
  agreed: flagInput().check(context => {
    if (context.value) return
    context.issues.push({ code: 'custom', message: controllerTexts.agreedMissing, input: context.value })
  }),
})
export const controllerForm = z.object({ name: textInput({ max: 120, required: controllerTexts.nameMissing }) })
export const partyForm = z.object({
  name: textInput({ max: 120, required: partyTexts.nameMissing }),
  fromWords: textInput({ max: 120, required: partyTexts.fromWordsMissing }),
})
