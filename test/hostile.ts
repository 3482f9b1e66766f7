import { randomInt } from 'node:crypto'

/** Texts that somebody who wants in, or a broken client, may send in any field. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\u202Etxet',
  'e\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦'.repeat(50),
  'x'.repeat(100_000),
  '30-02-2026',
  '31.04.2026',
  '2026-13-45',
  '02.30',
  '29-03-2026 02.30',
  '99:99',
  '-1',
  '0',
  '1e309',
  'NaN',
  '99999999999999999999',
  '1,5',
  'true',
  'null',
  'undefined',
  '[]',
  '{"$gt":""}',
  '__proto__',
  'constructor',
  "'; drop table contacts; --",
  '" onmouseover="alert(1)',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '${process.env}',
  '../../../../etc/passwd',
  '%00',
  '%E0%A4%A',
  '=cmd|calc!A1',
  'https://elsewhere.example/',
  '//elsewhere.example',
  '01890000-0000-7000-8000-00000000dead',
  '00000000-0000-0000-0000-000000000000',
  '01890000-0000-7000-8000-00000000DEAD',
  '010170-1234',
  'æøåÆØÅ',
]

/** Headers that no browser of ours sends. */
export const hostileHeaders: readonly Record<string, string>[] = [
  { 'accept-language': 'x'.repeat(5_000) },
  { cookie: 'brobygger=' + 'x'.repeat(4_000) },
  { cookie: 'brobygger=%00; brobygger=b; __proto__=1' },
  { cookie: ';;;=;=' },
  { 'content-type': 'application/json' },
  { 'content-type': 'multipart/form-data' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/x-www-form-urlencoded; charset=utf-16' },
  { 'content-type': 'text/plain' },
  { 'x-forwarded-for': "1.2.3.4'; drop table" },
  { 'x-http-method-override': 'DELETE' },
  { range: 'bytes=0-1,5-2,-1' },
  { 'if-none-match': 'x'.repeat(5_000) },
  { accept: '*/*;q=9' },
]

/** Bodies that are no form. */
export const hostileBodies: readonly { type: string; body: string }[] = [
  { type: 'application/json', body: '['.repeat(20_000) + ']'.repeat(20_000) },
  { type: 'application/json', body: '{"a":' },
  { type: 'application/x-www-form-urlencoded', body: '%' },
  { type: 'application/x-www-form-urlencoded', body: '%ff=%fe&' + 'a=1&'.repeat(5_000) },
  { type: 'application/x-www-form-urlencoded', body: 'x'.repeat(10 * 1024 * 1024) },
  { type: 'multipart/form-data; boundary=x', body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb' },
  { type: 'multipart/form-data; boundary=x', body: '--y--' },
  { type: 'multipart/form-data', body: 'no boundary' },
]

/** A seeded choice, so that a run that failed can be run again. */
export function chooser(seed = randomInt(2 ** 31)) {
  let state = seed
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e3779b9) | 0
    return (state >>> 0) / 2 ** 32
  }
  return {
    seed,
    some<T>(list: readonly T[], count: number): T[] {
      return count >= list.length
        ? [...list]
        : Array.from({ length: count }, () => list[Math.floor(next() * list.length)]).filter(
            (each): each is T => each !== undefined,
          )
    },
  }
}
