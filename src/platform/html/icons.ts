import { readFileSync } from 'node:fs'
import { raw } from './html.ts'
import type { Html } from './html.ts'

/** The names that `icon` knows. */
export type IconName = keyof typeof fromDkfds | keyof typeof own

/** One inline icon, 24 px, hidden from screen readers: it always stands beside a word. */
export function icon(name: IconName): Html {
  const known = drawn.get(name)
  if (known) return known
  const fresh = raw(draw(name))
  drawn.set(name, fresh)
  return fresh
}

/** The icons that come from dkfds, with the name of their file in its set. */
const fromDkfds = {
  add: 'plus',
  attach: 'attach-file',
  back: 'arrow-back',
  calendar: 'calendar-month',
  chart: 'analytics',
  chat: 'chat',
  check: 'check',
  close: 'close',
  document: 'document',
  download: 'download',
  edit: 'edit',
  error: 'error',
  flag: 'flag',
  forward: 'arrow-forward',
  hidden: 'visibility-off',
  home: 'home',
  hourglass: 'hourglass',
  info: 'info',
  language: 'language',
  list: 'checklist',
  location: 'location',
  lock: 'lock',
  mail: 'email',
  menu: 'menu',
  next: 'chevron-right',
  previous: 'chevron-left',
  people: 'persons',
  person: 'person',
  print: 'print',
  refresh: 'refresh',
  save: 'save',
  search: 'search',
  send: 'send',
  settings: 'settings',
  time: 'time',
  upload: 'upload',
  visible: 'visibility',
} as const

/** The icons that dkfds does not have. */
const own = {
  pause: '<path d="M7 5h3v14H7zM14 5h3v14h-3z"/>',
  pediment: '<path d="M12 2 2 7.5V9h20V7.5zM4 10.5h3V17H4zM10.5 10.5h3V17h-3zM17 10.5h3V17h-3zM2 18.5h20V21H2z"/>',
  phone:
    '<path d="M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1.02z"/>',
} as const

const folder = new URL('../img/svg-icons/', import.meta.resolve('dkfds'))
const drawn = new Map<IconName, Html>()

function draw(name: IconName): string {
  const [viewBox, shapes] = isIn(own, name) ? ['0 0 24 24', own[name]] : readShapes(fromDkfds[name])
  return `<svg class="icon" viewBox="${viewBox}" width="24" height="24" aria-hidden="true" focusable="false">${shapes}</svg>`
}

function isIn<T extends object>(set: T, name: PropertyKey): name is keyof T {
  return name in set
}

function readShapes(name: string): [viewBox: string, shapes: string] {
  const file = readFileSync(new URL(`${name}.svg`, folder), 'utf8')
  const parts = /viewBox="([^"]+)"[^>]*>([\s\S]+)<\/svg>/.exec(file)
  if (!parts?.[1] || !parts[2]) throw new Error(`The icon ${name} is not the SVG that dkfds used to have`)
  return [parts[1], parts[2].trim()]
}
