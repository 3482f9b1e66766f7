import { citizensTold } from './citizens/told.da.ts'
import { accessTold } from './access-requests/told.da.ts'
import type { Told } from './citizens/everything-rules.ts'
import { consentsTold } from './consents/told.da.ts'
import { glassTold } from './glass/told.da.ts'
import { helpersTold } from './helpers/told.da.ts'
import { linksTold } from './links/told.da.ts'
import { powersTold } from './powers/told.da.ts'
import { contactsTold } from './contacts/told.da.ts'
import { notesTold } from './notes/told.da.ts'
import { plansTold } from './plans/told.da.ts'
import { tasksTold } from './tasks/told.da.ts'

/** Each feature's part of everything that is known about a citizen, in the order in which it is read. */
export const everything: readonly Told[] = [
  ...citizensTold,
  ...accessTold,
  ...plansTold,
  ...tasksTold,
  ...notesTold,
  ...contactsTold,
  ...consentsTold,
  ...powersTold,
  ...helpersTold,
  ...linksTold,
  ...glassTold,
]
