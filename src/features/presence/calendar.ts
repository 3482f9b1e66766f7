// A centre's hours as a calendar that a telephone can subscribe to. It is fetched anew again and again, so what is
// called off is simply gone; nothing is said about who is away.

import type { ICalCalendar } from 'ical-generator'
import { addDays, daysFrom, zone, type Clock, type Day, type Instant } from '../../platform/time.ts'
import { faceOf, phoneWords, publicPhone } from './face-rules.ts'
import { presentOn, type Occurrence, type Timetable } from './occurrence-rules.ts'
import type { Centre } from './opening-rules.ts'
import { calendarSays } from './texts.da.ts'

/** How far the feed reaches. The week that is running is in it from its Monday. */
export const calendarDays = 56

type CalendarInput = { timetable: Timetable; centre: Centre; from: Day; now: Instant; url: string }

export async function calendarOf(input: CalendarInput): Promise<string> {
  const { timetable, centre, from, now, url } = input
  const { default: ical } = await import('ical-generator')
  const calendar = ical({
    name: calendarSays.name(centre.name),
    prodId: { company: 'Brobygger', product: 'Brobygger', language: 'DA' },
    timezone: { name: zone, generator: () => copenhagen },
    url,
    ttl: 3600,
  })
  for (const day of daysFrom(from, addDays(from, calendarDays))) {
    for (const occurrence of presentOn(timetable, day)) {
      if (occurrence.centreId === centre.id) addEvent(calendar, { ...input, occurrence })
    }
  }
  const stamp = now
    .toZonedDateTimeISO('UTC')
    .toString({ smallestUnit: 'second', offset: 'never', timeZoneName: 'never' })
  return withStamp(calendar.toString(), `${stamp.replaceAll(/[-:]/g, '')}Z`)
}

function addEvent(
  calendar: ICalCalendar,
  { timetable, centre, occurrence, url }: CalendarInput & { occurrence: Occurrence },
): void {
  const face = faceOf(timetable, occurrence)
  const phone = publicPhone(timetable, occurrence.personId)
  calendar.createEvent({
    id: eventId(occurrence),
    start: wallTime(occurrence.day, occurrence.hours.from),
    end: wallTime(occurrence.day, occurrence.hours.until),
    timezone: zone,
    summary: calendarSays.event(face.name, face.roleLine),
    description: [`${face.badge}.`, phone && calendarSays.phone(phoneWords(phone)), occurrence.comeWith]
      .filter(Boolean)
      .join('\n'),
    location: [centre.name, centre.address].filter(Boolean).join(', '),
    url,
  })
}

/** The same occurrence keeps its name when it moves, so that a telephone moves it too. */
const eventId = (occurrence: Occurrence): string =>
  [occurrence.timeId, String(occurrence.plannedDay), occurrence.substituteFor && occurrence.personId]
    .filter(Boolean)
    .join('-') + '@brobygger'

const wallTime = (day: Day, at: Clock) => day.toPlainDateTime(at)

/** The standard wants the stamp in UTC; the library writes it in the zone of the calendar and leaves the zone out. */
const withStamp = (text: string, stamp: string): string => text.replaceAll(/^DTSTAMP:.*$/gm, `DTSTAMP:${stamp}`)

const copenhagen = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')
