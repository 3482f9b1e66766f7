import { paths } from '../../paths.ts'
import { html } from '../../platform/html/html.ts'
import type { Html } from '../../platform/html/html.ts'
import { badge, portrait } from '../../platform/html/people.ts'
import { initialsOf } from '../presence/face-rules.ts'
import { roleSays } from '../presence/texts.da.ts'
import type { PartyFace } from './queries.ts'
import { texts as t } from './texts.da.ts'

/** A party by the face that the citizen knows, in the shape that tells whether it may decide something. */
export function partyPerson(at: { slug: string }, face: PartyFace): Html {
  const photo = face.photo && face.personId !== null ? paths.personPhoto(at, face.personId) : undefined
  const tone = face.kind === 'centre' ? 'centre' : 'kommune'
  const { name, others, authority } = partyWords(face)
  return html`<div class="door-person">
    ${portrait({ initials: initialsOf(name), shape: face.mayDecide ? 'square' : 'round', tone, photo })}
    <div>
      <p class="person-name">${name}</p>
      <p>${others}</p>
      ${badge({ kind: face.mayDecide ? 'filled' : 'outlined', tone, text: authority })}
    </div>
  </div>`
}

/** The same in words: "Mette Lund", "og de andre fra jobcentret", "Myndighed". */
export function partyWords(face: PartyFace): { name: string; others: string; authority: string } {
  return {
    name: face.personName ?? face.name,
    others: face.personName === null ? t.everybody : othersOf(face),
    authority: face.mayDecide ? t.authority : t.noAuthority,
  }
}

/**
 * What a party is called in a sentence: "jobcentret" where its words name it, else its name. "Kommunen" would say that
 * everybody there is meant.
 */
export function calledInWords({ name, fromWords }: Pick<PartyFace, 'name' | 'fromWords'>): string {
  const stem = name.toLocaleLowerCase('da').slice(0, 5)
  return fromWords.toLocaleLowerCase('da').includes(stem) ? fromWords : name
}

function othersOf(face: PartyFace): string {
  const called = calledInWords(face)
  return called === face.fromWords ? roleSays.line(t.andTheOthers, called) : t.andTheOthersIn(called)
}

/** "Mette Lund og de andre fra jobcentret", in the middle of a sentence. */
export function partyInWords(face: PartyFace): string {
  const { name, others } = partyWords(face)
  return face.personName === null ? name : `${name} ${others}`
}
