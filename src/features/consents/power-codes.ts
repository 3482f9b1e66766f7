/** Whom a power of attorney can be given to. */
export const powerKinds = ['debtAdviser', 'homeHelp', 'relative', 'contactPerson', 'other'] as const
export type PowerKind = (typeof powerKinds)[number]
