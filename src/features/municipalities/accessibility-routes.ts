import { html } from '../../platform/html/html.ts'
import { framed } from '../frame.ts'
import { Routes } from '../routing.ts'
import { findSettings } from './settings-queries.ts'
import { accessibilityTexts as t } from './settings-texts.da.ts'

/** What was tried, what is known not to work, and whom to tell. */
export const accessibilityRoutes = new Routes().get(
  '/accessibility',
  { who: 'everybody', purpose: 'places.show' },
  async (c, given) => {
    const { contact } = await given.db.read(given.asker, 'places.show', tx => findSettings(tx, given.municipality.id))
    const list = (heading: string, lines: readonly string[]) =>
      html`<section>
        <h2>${heading}</h2>
        <ul class="bullets">
          ${lines.map(line => html`<li>${line}</li>`)}
        </ul>
      </section>`
    const tell = html`<section>
      <h2>${t.tell}</h2>
      ${contact === '' ? html`<p>${t.tellNobody}</p>` : html`<p>${t.tellUs}</p><p><b>${contact}</b></p>`}
      <p>${t.complain}</p>
    </section>`
    const main = html`${list(t.how, t.howList)} ${list(t.tested, t.testedList)} ${list(t.not, t.notList)} ${tell}`
    return c.html(
      framed(given, { title: t.title, heading: t.title, lead: t.lead, main, audience: 'citizen', styles: ['lists'] }),
    )
  },
)
