import { asset, type ScriptName, type StyleName } from './assets.ts'
import { mark } from './drawings.ts'
import { errorSummary, type FieldError } from './forms.ts'
import { html, attributes, type Content, type Html } from './html.ts'
import { icon, type IconName } from './icons.ts'
import { idleNotice, offlineNotice, type IdleOptions } from './notices.ts'
import { texts } from './texts.da.ts'

/**
 * A complete page: one bar, one main part, and on phones the primary action by the thumb.
 * It needs no script, and holds no inline script or style. The frame writes signs beyond Latin-1 as entities: a single
 * one makes Node keep the whole page in two bytes a sign, and encode it at twice the cost.
 */
export function page(options: PageOptions): Html {
  const { title, styles = [], scripts = [], robots = 'noindex', errors = [] } = options
  const name = errors.length > 0 ? texts.correctTitle(title) : title
  return html`<!DOCTYPE html>
    <html lang="da">
      <head>
        <meta charset="utf-8" />
        <title>${name} &ndash; ${texts.brand}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0a2f38" />
        <meta name="robots" content="${robots}" />
        <link rel="icon" href="${asset('mark.svg')}" type="image/svg+xml" />
        ${['base' as const, ...styles].map(style => html`<link rel="stylesheet" href="${asset(`${style}.css`)}" />`)}
        ${scripts.map(script => html`<script type="module" src="${asset(`${script}.js`)}"></script>`)}
      </head>
      ${body(options)}
    </html>`
}

/**
 * The row of the heading. `page` draws it by itself; a page whose heading is fetched anew with the rest of a live part
 * leaves `heading` out and puts this into its main part.
 */
export function pageHead({ heading, lead, face, aside, dock }: HeadOptions): Content {
  if (!heading) return docked(dock)
  return html`<div class="page-head">
    ${face}
    <div class="page-title">
      <h1>${heading}</h1>
      ${lead && html`<p class="lead">${lead}</p>`}
    </div>
    ${aside && html`<div class="page-aside">${aside}</div>`}${docked(dock)}
  </div>`
}

/** A person or a place with its own page, shown to the right in the bar. */
export type BarLink = { name: Content; href?: string | undefined }

/** One entry of the menu in the bar, or of the tab bar on phones. */
export type NavItem = { label: string; href: string; current?: boolean }
export type TabItem = NavItem & { icon: IconName }

export type HeadOptions = {
  /** The one big heading. Leave it out where `main` brings its own `<h1>`. */
  heading?: Content
  /** The line under the heading. */
  lead?: Content
  /** A portrait beside the heading. */
  face?: Content
  /** What stands beside the heading on desktop and under it on phones. */
  aside?: Content
  /** The primary action: by the thumb on phones, in the row of the heading on desktop. */
  dock?: Content
}

export type PageOptions = HeadOptions & {
  /** Stands in the tab of the browser, before the name of the product. */
  title: string
  /** The breadcrumbs over the heading. */
  crumbs?: Content
  main: Content
  /** `citizen` has larger text; `together`, read by a citizen at a worker's side, still larger. */
  audience?: 'staff' | 'citizen' | 'together'
  place?: BarLink
  user?: BarLink
  nav?: readonly NavItem[]
  tabs?: readonly TabItem[]
  /** Turns the bar into an arrow back and the heading, for a page that is one single task. */
  back?: { href: string; label?: string }
  /** The front page behind the mark. */
  home?: string
  footer?: Content
  /** One sentence over the page, such as that the server is a demonstration. */
  notice?: Content
  /** What is wrong with the form on the page; drawn on top, and named in the title. */
  errors?: readonly FieldError[]
  /** Colours the top of the page dark, as on the board in the evening. */
  dusk?: Content
  idle?: IdleOptions
  styles?: readonly StyleName[]
  scripts?: readonly ScriptName[]
  robots?: string
}

function body(options: PageOptions): Html {
  const { audience = 'staff', tabs = [], dock, idle, scripts = [] } = options
  const classes = [
    `for-${audience}`,
    options.back && 'is-task',
    tabs.length > 0 && 'has-tabs',
    dock ? 'has-dock' : undefined,
  ]
  return html`<body${attributes({ class: classes })}>
<a class="skipnav" href="#main-content">${texts.skipToContent}</a>
${options.back ? taskBar(options) : bar(options)}
${options.notice && html`<aside class="page-notice" aria-label="${texts.notice}"><div class="container">${options.notice}</div></aside>`}
<main id="main-content" tabindex="-1">
${options.dusk && html`<div class="dusk dark"><div class="container">${options.dusk}</div></div>`}
<div class="container content">
${errorSummary(options.errors ?? [])}
${scripts.includes('form-once') && offlineNotice()}
${idle && idleNotice(idle)}
${options.crumbs}${options.back ? docked(options.dock) : pageHead(options)}
${options.main}
</div>
</main>
${options.footer && html`<footer class="footer"><div class="container">${options.footer}</div></footer>`}
${tabBar(tabs)}
</body>`
}

function bar({ home = '/', place, user, nav = [] }: PageOptions): Html {
  return html`<header class="bar dark">
    <div class="container bar-inner">
      <a class="brand" href="${home}">${mark()}<span>${texts.brand}</span></a>
      ${
        nav.length > 0 &&
        html`<nav class="bar-nav" aria-label="${texts.mainMenu}">
          <ul>
            ${nav.map(navLink)}
          </ul>
        </nav>`
      }
      ${place && barLink(place)}${user && barLink(user)}
    </div>
  </header>`
}

function taskBar({ back, heading, title }: PageOptions): Html {
  return html`<header class="bar dark">
    <div class="container bar-inner">
      <a class="bar-back" href="${back?.href}"
        >${icon('back')}<span class="sr-only">${back?.label ?? texts.back}</span></a
      >
      <h1 class="bar-title">${heading ?? title}</h1>
    </div>
  </header>`
}

function barLink({ name, href }: BarLink): Html {
  return href ? html`<a class="bar-link" href="${href}">${name}</a>` : html`<span class="bar-link">${name}</span>`
}

function navLink({ label, href, current }: NavItem): Html {
  return html`<li><a${attributes({ href, 'aria-current': current && 'page' })}>${label}</a></li>`
}

function docked(dock: Content): Content {
  return dock && html`<div class="page-dock">${dock}</div>`
}

function tabBar(tabs: readonly TabItem[]): Content {
  if (tabs.length === 0) return undefined
  const links = tabs.map(tab => {
    const own = { href: tab.href, 'aria-current': tab.current && ('page' as const) }
    return html`<li><a${attributes(own)}>${icon(tab.icon)}<span>${tab.label}</span></a></li>`
  })
  return html`<nav class="tab-bar" aria-label="${texts.shortcuts}">
    <ul>
      ${links}
    </ul>
  </nav>`
}
