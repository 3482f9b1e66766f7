import { paths } from '../../paths.ts'
import { linkRow, lockBlock } from '../../platform/html/blocks.ts'
import { html } from '../../platform/html/html.ts'
import type { Content, Html } from '../../platform/html/html.ts'
import { rowList } from '../../platform/html/lists.ts'
import { addDays, capitalised, formatDay, formatHoursBare } from '../../platform/time.ts'
import type { Day, Instant } from '../../platform/time.ts'
import { isShown } from '../evaluation/suppression.ts'
import type { Held } from '../evaluation/suppression.ts'
import { framed } from '../frame.ts'
import { standing } from '../frame-texts.da.ts'
import { holds, recordRoles } from '../people/rules.ts'
import type { Actor } from '../people/rules.ts'
import { faceOf } from '../presence/face-rules.ts'
import { presentOn } from '../presence/occurrence-rules.ts'
import type { Timetable } from '../presence/occurrence-rules.ts'
import type { Municipality } from '../routing.ts'
import { contactList, contactRow } from './list-pages.ts'
import type { ContactRow } from './queries.ts'
import { section } from './today-pages.ts'
import { centreDayTexts as t } from './today-texts.da.ts'

/** The day of a centre: who comes, how many talks there were, and those of one's own party for those who may see them. */
export function centreDayPage(shown: CentreDayShown): Html {
  const { municipality, actor, centre, day } = shown
  const title = t.title(centre.at)
  const own = shown.own.map(contact => contactRow(shown, contact))
  const main = html`${shown.strip} ${section(t.whoComes, visitors(shown.timetable, centre, day))}
  ${section(t.talks, html`<p>${isShown(shown.talks) ? t.talkCount(shown.talks) : t.talksHeldBack}</p>`)}
  ${own.length > 0 && section(t.own, contactList(own))} ${holds(actor, ...recordRoles) && lockBlock(standing)}
  ${linkRow([
    { href: paths.centreDayOn(municipality, centre.slug, String(addDays(day, -1))), label: t.before },
    { href: paths.centreDayOn(municipality, centre.slug, String(addDays(day, 1))), label: t.after },
  ])}`
  return framed(shown, {
    title,
    heading: title,
    lead: capitalised(formatDay(day)),
    main,
    menu: 'today',
    styles: ['lists', 'forms', 'record'],
  })
}

/** Who comes to a centre on a day, in the order of the clock. */
function visitors(timetable: Timetable, centre: DayCentre, day: Day): Content {
  const here = presentOn(timetable, day).filter(each => each.centreId === centre.id)
  if (here.length === 0) return html`<p>${t.nobodyComes}</p>`
  return rowList(
    here.map(each => {
      const face = faceOf(timetable, each)
      const room = centre.rooms.find(one => one.id === each.roomId)
      return {
        start: formatHoursBare(each.hours),
        title: face.name,
        text: [face.roleLine, ...(room ? [room.name] : [])].join('. '),
      }
    }),
  )
}

/** For Today: who comes to the centre that one works at. */
export function ownCentreDays(
  at: Municipality,
  days: { centres: readonly DayCentre[]; timetable: Timetable },
  day: Day,
): Content {
  return days.centres.map(centre =>
    section(
      t.whoComesAt(centre.at),
      visitors(days.timetable, centre, day),
      html`<p class="make-agreement"><a href="${paths.centreDay(at, centre.slug)}">${t.seeDay}</a></p>`,
    ),
  )
}

export interface DayCentre {
  id: string
  slug: string
  at: string
  rooms: readonly { id: string; name: string }[]
}

interface CentreDayShown {
  municipality: Municipality
  actor: Actor
  now: Instant
  centre: DayCentre
  day: Day
  timetable: Timetable
  talks: Held
  own: readonly ContactRow[]
  /** On the front page of a volunteer: where I am. */
  strip?: Content
}
