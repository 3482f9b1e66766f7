/**
 * Who a note is for: the own party and nobody else; those to whom the citizen said yes to its topic; or words that are
 * the citizen's own, which follow the citizen's yes too.
 */
export const noteKinds = ['own', 'shared', 'citizens'] as const
export type NoteKind = (typeof noteKinds)[number]
