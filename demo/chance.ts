// Chance that falls the same way every time, so that the demo is the same town on every machine.

import { hash } from 'node:crypto'

export type Chance = ReturnType<typeof chanceOf>

/** A row of numbers that look drawn by lot (mulberry32) and follow from the seed alone. */
export function chanceOf(seed: number) {
  let state = seed

  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  return {
    next,
    is: (share: number): boolean => next() < share,
    pick: <T>(list: readonly [T, ...T[]]): T => list[Math.floor(next() * list.length)] ?? list[0],
    /** One of the choices, each as likely as its weight says. */
    weigh: <T>(choices: readonly [Weighed<T>, ...Weighed<T>[]]): T => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      return (choices.find(([, weight]) => (left -= weight) < 0) ?? choices[0])[0]
    },
  }
}

/**
 * Says yes in the share that it is told, evenly and without luck: a rate of 2 % is 2 of every 100. Where it may not
 * say yes, it says so the next time.
 */
export function meter(): (share: number, may?: boolean) => boolean {
  let owed = 0.5
  return (share, may = true) => {
    owed += share
    if (owed < 1 || !may) return false
    owed -= 1
    return true
  }
}

/** The id of a thing of the demo: it sorts by the time that it is given and follows from its name. */
export function demoId(name: string, at = Date.UTC(2024, 0, 1)): string {
  const hex = hash('sha256', `haderby ${name}`)
  const time = Math.floor(at).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`
}

type Weighed<T> = readonly [choice: T, weight: number]
