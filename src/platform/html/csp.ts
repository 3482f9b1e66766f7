/**
 * What a page may load and do: only what this server itself sends, no inline script, no inline style. A browser
 * script turns text into elements only through the one Trusted Types policy, in `src/browser/trusted.ts`.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  'trusted-types brobygger',
  "require-trusted-types-for 'script'",
].join('; ')
