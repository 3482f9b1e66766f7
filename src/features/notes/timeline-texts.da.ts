import type { Outcome, Venue } from '../contacts/codes.ts'

/** What has happened, each as a title and a line. */
export const timelineTexts = {
  title: 'Det er der sket',
  contact: {
    held: (name: string) => `Samtale med ${name}`,
    open: (name: string) => `Aftale med ${name}, som ingen har fortalt om`,
    noShow: (name: string) => `Aftale med ${name}: kom ikke`,
    excused: (name: string) => `Aftale med ${name}: afbud`,
    calledOff: (name: string) => `Aftale med ${name}: vi aflyste`,
    moved: () => 'Aftale flyttet',
  } satisfies Record<Outcome, (name: string) => string>,
  venue: {
    centre: 'værestedet',
    townHall: 'rådhuset',
    home: 'hjemme',
    street: 'ude',
    phone: 'telefon',
    other: undefined,
  } satisfies Record<Venue, string | undefined>,
  about: (topics: string) => `Om ${topics}.`,
  minutes: (minutes: number) => `${minutes} min.`,
  note: {
    own: 'Note, kun for jer',
    shared: 'Note, der må deles',
    citizens: (name: string) => `Det siger ${name}`,
  },
  noteOfOthers: 'Note',
  quoted: (words: string) => `”${words}”`,
  step: 'et skridt',
  task: (name: string) => `${name} lovede det, og nu er det gjort`,
  appointment: {
    held: (words: string) => words,
    missed: (words: string) => `${words}: det blev ikke til noget`,
    calledOff: (words: string) => `Aflyst: ${words}`,
    moved: (words: string) => `Flyttet: ${words}`,
  },
  wentAlong: (name: string) => `${name} gik med.`,
  yes: (name: string) => `${name} sagde ja`,
  takenBack: (name: string) => `${name} tog sit ja tilbage`,
  maySee: (party: string, topics: string) => `${party} må se noget om ${topics}.`,
  maySeeNoMore: (party: string, topics: string) => `${party} kan ikke mere se noget om ${topics}.`,
  sms: 'At få SMS.',
  story: 'At historien bliver fortalt.',
}
