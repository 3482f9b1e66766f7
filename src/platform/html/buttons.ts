import { html, attributes, type Content, type Html } from './html.ts'
import { icon, type IconName } from './icons.ts'

/** How a button looks. A page has one `primary`; `lamp` is for the next step on dark ground; `plain` looks like a link. */
export type ButtonVariant = 'primary' | 'secondary' | 'lamp' | 'plain'

/** A button that sends its form. Give `type: 'button'` to one that only a script listens to. */
export function button(options: ButtonOptions): Html {
  const { label, name, value, form, type = 'submit', hidden } = options
  const own = { type, class: buttonClasses(options), name, value, form, hidden, 'data-action': options.action }
  return html`<button${attributes(own)}>${inside(options.icon, label)}</button>`
}

/** A link that looks like a button. */
export function linkButton(options: LinkButtonOptions): Html {
  const { href, rel, download } = options
  const own = { href, class: buttonClasses(options), rel, download }
  return html`<a${attributes(own)}>${inside(options.icon, options.label)}</a>`
}

/** Buttons and links side by side, which wrap when there is no room. */
export function buttonRow(...buttons: Content[]): Html {
  return html`<div class="button-row">${buttons}</div>`
}

/** A form that is nothing but one button and what it sends. */
export function postButton(options: PostButtonOptions): Html {
  const hidden = Object.entries(options.values ?? {}).map(
    ([name, value]) => html`<input type="hidden" ${attributes({ name, value })} />`,
  )
  return html`<form method="post" ${attributes({ action: options.href, class: 'post-button' })}>
    ${hidden}${button(options)}
  </form>`
}

/** A telephone number as a link that never breaks over a line. `tel` is what is dialled. */
export function telephoneLink(options: { tel: string; label: Content; variant?: ButtonVariant }): Html {
  const { tel, label, variant = 'secondary' } = options
  return linkButton({ href: `tel:${tel}`, label, variant, icon: 'phone', size: 'small' })
}

function buttonClasses({ variant = 'primary', size, wide }: Look): string[] {
  const kind = variant === 'plain' ? 'button-unstyled' : `button-${variant}`
  return ['button', kind, size === 'small' ? 'button-small' : '', wide ? 'full-width' : '']
}

function inside(name: IconName | undefined, label: Content): Html {
  return html`${name && icon(name)}<span>${label}</span>`
}

type Look = { variant?: ButtonVariant; size?: 'small'; wide?: boolean }

export type ButtonOptions = Look & {
  label: Content
  icon?: IconName
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** The id of a form that the button stands outside of. */
  form?: string
  hidden?: boolean
  /** What a browser script knows the button by. */
  action?: string
}

export type LinkButtonOptions = Look & {
  label: Content
  href: string
  icon?: IconName
  rel?: string
  download?: boolean | string
}

export type PostButtonOptions = Omit<ButtonOptions, 'form' | 'type'> & {
  href: string
  values?: Record<string, string>
}
