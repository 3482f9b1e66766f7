// A power of attorney on paper, to sign: the words that the citizen chose, and how to take them back.

import { readFileSync } from 'node:fs'
import { pdfOf } from '../../platform/pdf.ts'
import { day, formatDateYear } from '../../platform/time.ts'
import type { Day } from '../../platform/time.ts'
import { phoneWords } from '../presence/face-rules.ts'
import { deskWords } from '../consents/paper-rules.ts'
import type { Desk } from '../consents/paper-rules.ts'
import { paperTexts } from '../consents/paper-texts.da.ts'
import { rightsTexts } from '../rights/texts.da.ts'
import type { Power } from './queries.ts'
import { powerPaperTexts as t, powerTexts } from './texts.da.ts'

let template: string | null = null

export function powerPdf(given: {
  power: Power
  desk: Desk
  place: string
  /** Of the page of rights, as it is typed. */
  rights: string
  today: Day
  witness: string
}): Promise<Buffer> {
  template ??= readFileSync(new URL('power.typ', import.meta.url), 'utf8')
  const { power, desk, place, today, witness } = given
  const whom = `${power.toName} (${powerTexts.kind[power.toKind].toLocaleLowerCase('da')})`
  const { readSelf, readAloud, name, day: date, signature } = paperTexts
  return pdfOf(template, {
    readSelf,
    readAloud,
    name,
    day: date,
    signature,
    title: t.title,
    place: paperTexts.place(place),
    date: formatDateYear(today),
    lead: t.lead(whom),
    may: t.may,
    scope: power.scope,
    span: t.from(formatDateYear(day(power.from)), formatDateYear(day(power.until))),
    takeBack: t.takeBack,
    takeBackHow: paperTexts.takeBackHow(deskWords(desk), desk.phone === null ? null : phoneWords(desk.phone)),
    address: t.address,
    rights: rightsTexts.paper(given.rights),
    agent: t.agent(power.toName),
    witness: paperTexts.witness(witness),
  })
}
