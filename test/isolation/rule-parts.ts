import type { Operation, Persona, Row, Rule, Rules } from './model.ts'

// What the rules of every table are put together from.
export const same: Rule = (who, row) => row['municipality_id'] === who.place.id
export const both =
  (...rules: Rule[]): Rule =>
  (who, row, facts) =>
    rules.every(rule => rule(who, row, facts))
export const either =
  (...rules: Rule[]): Rule =>
  (who, row, facts) =>
    rules.some(rule => rule(who, row, facts))
export const is =
  (...names: string[]): Rule =>
  who =>
    names.includes(who.as)
export const admin = is('administrator')

/** A column that must name the person who asks. */
export const names =
  (column: string): Rule =>
  (who, row) =>
    who.personId !== null && row[column] === who.personId
export const mine = names('person_id')
export const all = (rule: Rule): Rules => ({ read: rule, insert: rule, update: rule, delete: rule })

/** The same rule for some of what can be done. */
export const only = (rule: Rule, ...operations: Operation[]): Rules =>
  Object.fromEntries(operations.map(operation => [operation, rule]))

export const isNull =
  (column: string): Rule =>
  (_who: Persona, row: Row) =>
    (row[column] ?? null) === null
