import type { NoteKind } from './codes.ts'

/** "Viggos", "Jens’" */
export const genitive = (name: string): string => (/[sxz]$/i.test(name) ? `${name}’` : `${name}s`)

/** Notes. */
export const noteTexts = {
  title: 'Note',
  newTitle: 'Skriv en note',
  editTitle: 'Ret noten',
  write: 'Skriv en note',
  kind: 'Hvem er noten til?',
  kinds: (name: string, party: string) =>
    ({
      own: { label: `Kun os i ${party}`, hint: 'Den bliver aldrig delt, heller ikke med et emne.' },
      shared: { label: `Os og dem, ${name} har sagt ja til`, hint: 'Vælg et emne. Uden emne deles intet.' },
      citizens: { label: `${genitive(name)} egne ord`, hint: `Skriv det, som ${name} siger det.` },
    }) satisfies Record<NoteKind, { label: string; hint: string }>,
  topic: 'Hvad handler den om?',
  noTopic: 'Intet emne',
  words: 'Noten',
  wordsHint: 'Skriv kort, hvad du har set og hørt.',
  save: 'Gem noten',
  saidYes: (name: string) => `Det har ${name} sagt ja til`,
  mayKnow: (party: string, topics: string) => `${party} må se: ${topics}.`,
  noYes: (name: string) => `${name} har ikke sagt ja til, at andre ser noget herfra. En note bliver hos jer.`,
  by: (when: string, name: string) => `${when}, skrevet af ${name}`,
  belongsTo: (party: string) => `Hører til ${party}`,
  about: (topic: string) => `Handler om ${topic}`,
  whoSees: 'Hvem kan se den?',
  onlyUs: (party: string) => `Kun I i ${party}.`,
  nobodyYet: (party: string, name: string, topic: string) =>
    `Lige nu kun I i ${party}. ${name} har ikke sagt ja til at dele noget om ${topic}.`,
  withoutTopic: (party: string) => `Kun I i ${party}. Den har intet emne, og så deles den ikke.`,
  theySee: (parties: string, name: string, topic: string) =>
    `${parties} kan se den. ${name} har sagt ja til at dele noget om ${topic}.`,
  youSee: (name: string) => `Du kan læse den, fordi ${name} har sagt ja.`,
  share: (parties: string) => `Del med ${parties}`,
  shareAs: (parties: string, topic: string) => `Del som ”${topic}” med ${parties}`,
  shareWith: 'Del den med andre',
  shareWithText: (name: string) =>
    `Vælg, hvad den handler om. Så kan de læse den, så længe ${name} siger ja. Du kan tage den tilbage.`,
  shareText: (parties: string, name: string) =>
    `Så kan ${parties} læse den, så længe ${name} siger ja. Du kan tage den tilbage.`,
  unshare: 'Lad være med at dele den',
  askFirst: (name: string) => `Spørg ${name} først. Så kan noten deles.`,
  edit: 'Ret noten',
  former: 'Sådan stod der før',
  replaced: (when: string, name: string) => `Rettet ${when} af ${name}`,
  someone: 'en, der ikke er her mere',
  changedTitle: 'En anden har rettet noten imens',
  takenTitle: 'Noten er allerede gemt, med noget andet',
  standsNow: 'Sådan står den nu:',
  yours: 'Det, du skrev, står herunder. Tryk Gem, hvis dit skal gælde.',
  letItStand: 'Lad den stå',
  readAgain: 'En anden har rettet noten imens. Læs den igen, før du gør noget ved den.',
  quoteWhose: (name: string) => `Det siger ${name}`,
}

/** What is said when something must be put right. */
export const noteSays = {
  noId: 'Åbn siden igen, og prøv en gang til.',
  kind: 'Vælg, hvem noten er til.',
  topic: 'Vælg et emne. Uden emne deles intet.',
  words: 'Skriv noget i noten.',
  cpr: 'Her står et CPR-nummer. Det hører ikke til i en note. Skriv det uden nummeret.',
  noYes: (name: string) => `${name} siger ikke ja til det lige nu, så noten blev ikke delt.`,
}
