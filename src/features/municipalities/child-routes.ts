import { html } from '../../platform/html/html.ts'
import { paths } from '../../paths.ts'
import { NotFound } from '../../platform/errors.ts'
import { framed } from '../frame.ts'
import { Routes } from '../routing.ts'
import { childTexts } from './child-texts.da.ts'

/** The municipality's own text on whom to ring about a child. Open to everybody, and nothing is recorded about it. */
export const childRoutes = new Routes().get(
  '/child',
  { who: 'everybody', purpose: 'places.show' },
  async (c, given) => {
    const row = await given.db.read(given.asker, 'places.show', tx =>
      tx
        .selectFrom('municipalities')
        .select('child_concern_text as text')
        .where('id', '=', given.municipality.id)
        .executeTakeFirst(),
    )
    const text = row?.text?.trim()
    if (!text) throw new NotFound()
    const paragraphs = text.split(/\n\s*\n/).map(part => html`<p class="own-words">${part}</p>`)
    return c.html(
      framed(given, {
        title: childTexts.title,
        heading: childTexts.title,
        back: { href: given.actor ? paths.today(given.municipality) : paths.board(given.municipality) },
        main: html`${paragraphs}
        <section>
          <p><b>${childTexts.danger}</b></p>
          <p class="quiet">${childTexts.nothingKept}</p>
        </section>`,
        styles: ['lists'],
      }),
    )
  },
)
