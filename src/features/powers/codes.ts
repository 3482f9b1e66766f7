/** Whom a power of attorney can be given to. */
export const powerKinds = ['debtAdviser', 'homeHelp', 'relative', 'contactPerson', 'other'] as const
/** What a helper from outside can be let see. */
export const thingKinds = ['step', 'appointment', 'part', 'task'] as const
export type ThingKind = (typeof thingKinds)[number]
export type PowerKind = (typeof powerKinds)[number]
