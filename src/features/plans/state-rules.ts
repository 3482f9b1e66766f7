// What may follow what: one table for the rule, the buttons, the tests and, as `may_follow` in the migration, for
// the database, which a test compares with this one.

export const stepStates = ['open', 'next', 'waiting', 'resting', 'done'] as const
export type StepState = (typeof stepStates)[number]

export const appointmentStates = ['planned', 'held', 'missed', 'calledOff', 'moved'] as const
export type AppointmentState = (typeof appointmentStates)[number]

/** A step that rests is never late, and one that was done too early can be taken up again. */
export const stepFollows: Record<StepState, readonly StepState[]> = {
  open: ['next', 'waiting', 'resting', 'done'],
  next: ['done', 'resting', 'waiting', 'open'],
  waiting: ['next', 'open', 'resting', 'done'],
  resting: ['next', 'open', 'waiting', 'done'],
  done: ['next', 'open'],
}

/** What came of an appointment can be taken back, save that it was moved: then there is another. */
export const appointmentFollows: Record<AppointmentState, readonly AppointmentState[]> = {
  planned: ['held', 'missed', 'calledOff', 'moved'],
  held: ['planned'],
  missed: ['planned'],
  calledOff: ['planned'],
  moved: [],
}

export const mayFollowStep = (former: StepState, later: StepState): boolean =>
  former === later || stepFollows[former].includes(later)

export const mayFollowAppointment = (former: AppointmentState, later: AppointmentState): boolean =>
  former === later || appointmentFollows[former].includes(later)
