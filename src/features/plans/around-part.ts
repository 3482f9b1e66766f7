import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { badge, person, portrait } from '../../platform/html/people.ts'
import { faceOfCard } from '../people/card-rules.ts'
import { roleSays } from '../presence/texts.da.ts'
import type { Around } from './queries.ts'

/** The people around a citizen, two beside each other on desktop: what they do, and whether they decide anything. */
export function peopleAroundPart(
  around: readonly Around[],
  edit: (personId: string) => Content = () => undefined,
): Html {
  return html`<div class="around">
    ${around.map(each => {
      const mayDecide = each.memberships.some(held => held.mayDecide)
      const { tone, ...face } = faceOfCard(each.name, { memberships: each.memberships })
      return person({
        face: portrait({ ...face, tone }),
        name: each.name,
        role: html`${each.words ?? each.trade} ${edit(each.personId)}`,
        badge: badge({
          kind: mayDecide ? 'filled' : 'outlined',
          tone,
          text: mayDecide ? roleSays.mayDecide : roleSays.mayNotDecide,
        }),
      })
    })}
  </div>`
}
