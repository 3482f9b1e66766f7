import { z } from 'zod'
import { paths } from '../../paths.ts'
import { choicesInput, flagInput, textInput, typedAll, typedIn } from '../../platform/form.ts'
import type { Form } from '../../platform/form.ts'
import { note } from '../../platform/html/blocks.ts'
import { button, buttonRow } from '../../platform/html/buttons.ts'
import { checkbox, checkRows } from '../../platform/html/choices.ts'
import { textArea, textField } from '../../platform/html/fields.ts'
import { errorOf, form as formTag } from '../../platform/html/forms.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { framed } from '../frame.ts'
import { administratorTabs } from '../people/admin-tabs.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { changeSettings } from './settings-commands.ts'
import { findSettings, keptDays } from './settings-queries.ts'
import type { Settings } from './settings-queries.ts'
import { settingsTexts } from './settings-texts.da.ts'

const who = ['administrator'] as const
const settingsForm = z.object({
  name: textInput({ max: 80, required: settingsTexts.nameMissing }),
  keeps: choicesInput(keptDays),
  childConcern: textInput({ max: 2000 }),
  contact: textInput({ max: 500 }),
  listed: flagInput(),
  breaksGlass: flagInput(),
  namesStaff: flagInput(),
})

export const settingsRoutes = new Routes()
  .get('/settings', { who, purpose: 'places.show' }, async (c, given) => {
    const settings = await given.db.read(given.asker, 'places.show', tx => findSettings(tx, given.municipality.id))
    return c.html(settingsPage(given, { settings, form: undefined, saved: c.req.query('done') === 'saved' }))
  })
  .post('/settings', { who, purpose: 'places.change', form: settingsForm }, async (c, given) => {
    const { asker, municipality, form } = given
    const settings = await given.db.read(asker, 'places.show', tx => findSettings(tx, municipality.id))
    if (!form.ok) return c.html(settingsPage(given, { settings, form, saved: false }), 422)
    const keeps = Object.fromEntries(keptDays.map(day => [day, form.value.keeps.includes(day)]))
    await given.db.write(asker, 'places.change', tx =>
      changeSettings(tx, municipality.id, { ...form.value, keeps: { ...settings.keeps, ...keeps } }),
    )
    return c.redirect(`${paths.settings(municipality)}?done=saved`, 303)
  })

function settingsPage(given: At, shown: { settings: Settings; form: Form<unknown> | undefined; saved: boolean }): Html {
  const { municipality } = given
  const { form, saved } = shown
  const main = html`${administratorTabs(municipality, 'settings')}
    ${saved && note(html`<p role="status">${settingsTexts.saved}</p>`)}
    ${formTag({ href: paths.settings(municipality) }, fields(given, shown), buttonRow(button({ label: settingsTexts.save })))}`
  return framed(given, {
    title: settingsTexts.title,
    heading: settingsTexts.title,
    errors: form?.errors ?? [],
    main,
    menu: 'staff',
    styles: ['forms', 'lists'],
    scripts: ['form-once'],
  })
}

function fields(
  { municipality, config }: At,
  { settings, form }: { settings: Settings; form: Form<unknown> | undefined },
): Html {
  const kept = keptDays.filter(day => settings.keeps[day])
  const field = (name: string, stored: string) => ({
    name,
    value: form ? (typedIn(form, name) ?? '') : stored,
    error: errorOf(form?.errors ?? [], name),
  })
  return html`${textField({
    ...field('name', settings.name),
    label: settingsTexts.name,
    hint: settingsTexts.address(`${config.baseUrl}${paths.board(municipality)}`),
    autocomplete: 'off',
  })}
    ${checkRows({
      name: 'keeps',
      label: settingsTexts.days,
      hint: settingsTexts.daysHint,
      error: errorOf(form?.errors ?? [], 'keeps'),
      choices: keptDays.map(day => ({ value: day, label: settingsTexts.dayWords[day] })),
      values: form ? typedAll(form, 'keeps') : kept,
    })}
    ${textArea({ ...field('childConcern', settings.childConcern), label: settingsTexts.child, hint: settingsTexts.childHint, rows: 6 })}
    ${textArea({ ...field('contact', settings.contact), label: settingsTexts.contact, hint: settingsTexts.contactHint, rows: 2 })}
    ${(['listed', 'breaksGlass', 'namesStaff'] as const).map(name =>
      checkbox({
        name,
        label: settingsTexts[name],
        hint: settingsTexts[`${name}Hint`],
        checked: form ? typedIn(form, name) !== undefined : settings[name],
      }),
    )}`
}

type At = Pick<Given, 'municipality' | 'actor' | 'config'>
