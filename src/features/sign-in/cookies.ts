import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Config } from '../../config.ts'
import { hashToken, sessionCookie } from '../routing.ts'

// 400 days is the longest that a browser keeps anything.
const deviceSeconds = 400 * 24 * 60 * 60

/** 32 random bytes, as text that fits into a cookie, a link and a field. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The session that the browser shows, whether it lives or not. */
export function presentedSession(c: Context, config: Config): string | undefined {
  return getCookie(c, sessionCookie(config))
}

/** The last session of this browser, dead or alive. */
export function lastSession(c: Context, config: Config): string | undefined {
  return presentedSession(c, config) ?? getCookie(c, endedCookie(config))
}

/** It ends with the browser; the database ends it sooner. */
export function giveSession(c: Context, config: Config, token: string): void {
  setCookie(c, sessionCookie(config), token, flags(config))
}

/**
 * After signing out the browser keeps the dead token under another name: it opens nothing, but a form left in
 * another window can wait for the same person.
 */
export function takeSession(c: Context, config: Config): void {
  const token = deleteCookie(c, sessionCookie(config), flags(config))
  if (token !== undefined) setCookie(c, endedCookie(config), token, flags(config))
}

/** The hash of the device that asks, as the database knows it; nothing on a device that has never been here. */
export function presentedDevice(c: Context, config: Config): Buffer | undefined {
  const token = getCookie(c, deviceCookie(config))
  return token === undefined ? undefined : hashToken(token)
}

/** Marks the device as one that its owner signs in on; several people may share it. */
export function markDevice(c: Context, config: Config): Buffer {
  const token = getCookie(c, deviceCookie(config)) ?? newToken()
  setCookie(c, deviceCookie(config), token, { ...flags(config), maxAge: deviceSeconds })
  return hashToken(token)
}

function endedCookie(config: Config): string {
  return `${sessionCookie(config)}-ended`
}

function deviceCookie(config: Config): string {
  return `${sessionCookie(config)}-device`
}

function flags(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'Lax' as const, secure: config.baseUrl.startsWith('https:') }
}
