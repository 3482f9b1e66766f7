import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import type { Form } from '../../platform/form.ts'
import { refuse } from '../../platform/form.ts'
import { recordRoles } from '../people/rules.ts'
import { Routes } from '../routing.ts'
import type { Given } from '../routing.ts'
import { cardPage } from './card-pages.ts'
import type { Card } from './card-queries.ts'
import { cardTexts, nameTexts } from './card-texts.da.ts'
import { needMask } from './codes.ts'
import { changeName, changeWishes, writeAct } from './commands.ts'
import type { At, WishesWritten } from './commands.ts'
import { hasCpr } from './cpr-rules.ts'
import { cardForm, nameBackForm, nameForm } from './forms.ts'
import { namePage } from './name-pages.ts'
import { mineOf, readOwnCard } from './own-card.ts'
import type { Asking } from './own-card.ts'
import { subjectOfCitizen } from './queries.ts'

const show = { who: recordRoles, purpose: 'citizens.show' } as const
const change = { who: recordRoles, purpose: 'citizens.change' } as const

/** How a citizen wants to be met, and their name: said, corrected and taken back. */
export const cardRoutes = new Routes()
  .get('/citizens/:citizenId/card', show, async (c, given) => {
    const own = await readOwnCard(given, 'citizens.show', c.req.param('citizenId'))
    const said = c.req.query('done') === 'saved' ? cardTexts.saved : undefined
    return c.html(cardPage(given, { ...own, errors: [], said }))
  })
  .post('/citizens/:citizenId/card', { ...change, form: cardForm }, async (c, given) => {
    const own = await readOwnCard(given, 'citizens.change', c.req.param('citizenId'))
    const form = withoutCpr(given.form)
    const { typed, errors } = form
    if (!form.ok) return c.html(cardPage(given, { ...own, typed, errors }), 422)
    const { version = 0, safeTimes, introducedBy = null, ...rest } = form.value
    const wanted = { ...rest, safeTimes: safeTimes || null, introducedBy, needs: needMask(rest.needs) }
    const stored = isSameCard(own.card, wanted) || (await saveWishes(given, { card: own.card, version, wanted }))
    if (stored) return c.redirect(`${paths.citizenCard(given.municipality, own.card.id)}?done=saved`, 303)
    const fresh = await readOwnCard(given, 'citizens.change', own.card.id)
    return c.html(cardPage(given, { ...fresh, typed, errors: [], conflict: true }), 409)
  })
  .get('/citizens/:citizenId/name', show, async (c, given) => {
    const own = await readOwnCard(given, 'citizens.show', c.req.param('citizenId'))
    const taken = nameTexts.taken[own.card.isPublic ? 'public' : 'private']
    const said = { saved: nameTexts.saved, taken }[c.req.query('done') ?? '']
    return c.html(namePage(given, { ...own, errors: [], said }))
  })
  .post('/citizens/:citizenId/name', { ...change, form: nameForm }, async (c, given) => {
    const form = given.form.ok && hasCpr(given.form.value.name) ? refuse(given.form, 'name', cardTexts.cpr) : given.form
    return await answerName(c, { ...given, form }, form.value?.name)
  })
  .post('/citizens/:citizenId/name/back', { ...change, form: nameBackForm }, async (c, given) => {
    const { form } = given
    const back = form.ok ? { ...form, value: { ...form.value, how: form.value.howBack } } : form
    return await answerName(c, { ...given, form: back }, null)
  })

// The name that was said, or null when it is taken back; nothing where the form was refused.
async function answerName(c: Context, given: Naming, name: string | null | undefined): Promise<Response> {
  const own = await readOwnCard(given, 'citizens.change', c.req.param('citizenId'))
  const { typed, errors, value } = given.form
  if (value === undefined || name === undefined) return c.html(namePage(given, { ...own, typed, errors }), 422)
  const at = atOf(given, own.card)
  const act = { id: value.id ?? own.actId, act: name === null ? 'name_back' : 'name', how: value.how } as const
  const stored =
    own.card.name === name ||
    (await given.db.write(given.asker, 'citizens.change', async tx => {
      const changed = await changeName(tx, { ...at, version: value.version ?? 0 }, name)
      if (changed) await writeAct(tx, at, act)
      return { value: changed, about: [subjectOfCitizen(own.card)] }
    }))
  const done = name === null ? 'taken' : 'saved'
  if (stored) return c.redirect(`${paths.citizenName(given.municipality, own.card.id)}?done=${done}`, 303)
  const fresh = await readOwnCard(given, 'citizens.change', own.card.id)
  return c.html(namePage(given, { ...fresh, typed, errors: [], conflict: true }), 409)
}

async function saveWishes(
  given: Asking,
  { card, version, wanted }: { card: Card; version: number; wanted: WishesWritten },
): Promise<boolean> {
  const at = atOf(given, card)
  return await given.db.write(given.asker, 'citizens.change', async tx => ({
    value: await changeWishes(tx, { ...at, version }, wanted),
    about: [subjectOfCitizen(card)],
  }))
}

/** The record of a card, for the commands. */
function atOf(given: Asking, card: Card): At {
  return { ...mineOf(given), partyId: card.partyId, id: card.id }
}

// The same post twice, or a save that changes nothing, meets no conflict.
function isSameCard(card: Card, wanted: WishesWritten): boolean {
  return (
    card.alias === wanted.alias &&
    card.phone === wanted.phone &&
    card.safeTimes === wanted.safeTimes &&
    card.needs === wanted.needs &&
    card.introducedBy === wanted.introducedBy
  )
}

function withoutCpr<T extends { alias: string; safeTimes: string }>(form: Form<T>): Form<T> {
  if (!form.ok) return form
  const { alias, safeTimes } = form.value
  const first = hasCpr(alias) ? refuse(form, 'alias', cardTexts.cpr) : form
  return hasCpr(safeTimes) ? refuse(first, 'safeTimes', cardTexts.cpr) : first
}

type Naming = Given<
  Given['actor'],
  Form<{ id: string | undefined; how: 'oral' | 'writing'; version: number | undefined }>
>
