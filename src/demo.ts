import type { OpenHouse } from './house.ts'

/** Loads the demo municipality on the first start. */
export async function loadDemo(_house: OpenHouse): Promise<void> {}

/** One line a demo sign-in, for the terminal. */
export function demoSignIns(): string {
  return ''
}
