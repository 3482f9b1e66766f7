import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Form } from '../../platform/form.ts'
import { refuse } from '../../platform/form.ts'
import { isId } from '../../platform/id.ts'
import { addDays, today } from '../../platform/time.ts'
import { recordParties, recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { subjectOfCitizen } from '../citizens/queries.ts'
import { actsFor, fewestMonths } from './codes.ts'
import type { RecordKind, RetentionAct } from './codes.ts'
import { changeBackupDays, changeRule } from './commands.ts'
import { duePage } from './due-pages.ts'
import { dueOf } from './due-queries.ts'
import { backupForm, ruleForm } from './forms.ts'
import { rulePage, rulesPage } from './pages.ts'
import { findBackupDays, managedRules } from './queries.ts'
import type { RetentionRule } from './queries.ts'
import { texts } from './texts.da.ts'

const who = ['administrator', 'centre_manager'] as const
const show = { who, purpose: 'retention.show' } as const

/** How long records are kept, whose time is over, and the age of backups. */
export const retentionRoutes = new Routes()
  .get('/retention', show, async (c, given) => {
    const said = { saved: texts.saved, backups: texts.backupsSaved }[c.req.query('done') ?? '']
    return c.html(rulesPage(given, { ...(await readRules(given)), said }))
  })
  .post(
    '/retention/backups',
    { who: ['administrator'], purpose: 'retention.change', form: backupForm },
    async (c, given) => {
      const { asker, municipality, form } = given
      const { value } = form
      if (!value) return c.html(rulesPage(given, { ...(await readRules(given)), form }), 422)
      await given.db.write(asker, 'retention.change', tx => changeBackupDays(tx, municipality.id, value.days))
      return c.redirect(`${paths.retention(municipality)}?done=backups`, 303)
    },
  )
  .get('/retention/:controllerId/:recordKind', show, async (c, given) => {
    return c.html(rulePage(given, { rule: await readRule(given, c.req.param()) }))
  })
  .post(
    '/retention/:controllerId/:recordKind',
    { who, purpose: 'retention.change', form: ruleForm },
    async (c, given) => {
      const { asker, municipality, actor, now } = given
      const rule = await readRule(given, c.req.param())
      const form = given.form.ok ? allowed(given.form, rule.kind) : given.form
      const { value } = form
      if (!value) return c.html(rulePage(given, { rule, form }), 422)
      const at = { municipalityId: municipality.id, ...rule, version: value.version ?? 0 }
      const checked = value.checked ? { on: String(today(now)), by: actor.personId } : undefined
      const stored = await given.db.write(asker, 'retention.change', tx => changeRule(tx, at, { ...value, checked }))
      if (stored) return c.redirect(`${paths.retention(municipality)}?done=saved`, 303)
      return c.html(rulePage(given, { rule: await readRule(given, c.req.param()), form, conflict: true }), 409)
    },
  )
  .get('/citizens/due', { who: recordRoles, purpose: 'retention.due' }, async (c, given) => {
    const mine = { municipalityId: given.municipality.id, parties: recordParties(given.actor) }
    const due = await given.db.read(given.asker, 'retention.due', async tx => {
      const found = await dueOf(tx, mine, addDays(today(given.now), 30))
      return { value: found, about: found.map(subjectOfCitizen) }
    })
    return c.html(duePage(given, due))
  })

type Asking = Given<Given['actor'], unknown>

async function readRules({ db, asker, municipality }: Asking) {
  return await db.read(asker, 'retention.show', async tx => ({
    rules: await managedRules(tx, municipality.id),
    backupDays: await findBackupDays(tx, municipality.id),
  }))
}

async function readRule(
  given: Asking,
  { controllerId, recordKind }: { controllerId?: string; recordKind?: string },
): Promise<RetentionRule> {
  if (!isId(controllerId)) throw new NotFound()
  const { rules } = await readRules(given)
  const rule = rules.find(each => each.controllerId === controllerId && each.kind === recordKind)
  if (!rule) throw new NotFound()
  return rule
}

// What may happen to a kind, and no earlier than the law's spirit allows.
function allowed<T extends { act: RetentionAct; months: number }>(form: Form<T>, kind: RecordKind): Form<T> {
  if (!form.ok) return form
  const { act, months } = form.value
  const first = actsFor[kind].includes(act) ? form : refuse(form, 'act', texts.actWrong)
  const fewest = fewestMonths(kind)
  return months >= fewest ? first : refuse(first, 'months', texts.tooFew(fewest))
}
