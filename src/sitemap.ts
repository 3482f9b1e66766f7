import { answerRoutes } from './features/access-requests/answer-routes.ts'
import { askRoutes } from './features/access-requests/ask-routes.ts'
import { followRoutes } from './features/access-requests/follow-routes.ts'
import { cardRoutes } from './features/citizens/card-routes.ts'
import { closeRoutes } from './features/citizens/close-routes.ts'
import { everythingRoutes } from './features/citizens/everything-routes.ts'
import { numberRoutes } from './features/citizens/number-routes.ts'
import { citizenRoutes } from './features/citizens/routes.ts'
import { centreDayRoutes } from './features/contacts/centre-day-routes.ts'
import { contactRoutes } from './features/contacts/contact-routes.ts'
import { listRoutes } from './features/contacts/list-routes.ts'
import { recordRoutes } from './features/contacts/record-routes.ts'
import { todayRoutes } from './features/contacts/today-routes.ts'
import { consentRoutes } from './features/consents/consent-routes.ts'
import { giveRoutes } from './features/consents/give-routes.ts'
import { glassRoutes } from './features/glass/routes.ts'
import { checkRoutes } from './features/access-log/check-routes.ts'
import { lookedRoutes } from './features/access-log/looked-routes.ts'
import { helperRoutes } from './features/helpers/routes.ts'
import { helperVisitRoutes } from './features/helpers/visit-routes.ts'
import { linkRoutes } from './features/links/routes.ts'
import { paperRoutes } from './features/consents/paper-routes.ts'
import { powerRoutes } from './features/powers/routes.ts'
import { logRoutes } from './features/access-log/routes.ts'
import { sealingRoutes } from './features/access-log/sealing-routes.ts'
import { watchRoutes } from './features/access-log/watch-routes.ts'
import { centreRoutes } from './features/centres/centre-routes.ts'
import { placeRoutes } from './features/centres/place-routes.ts'
import { evaluationRoutes } from './features/evaluation/routes.ts'
import { importRoutes } from './features/imports/routes.ts'
import { accountRoutes } from './features/people/account-routes.ts'
import { rightsRoutes } from './features/rights/routes.ts'
import { accessibilityRoutes } from './features/municipalities/accessibility-routes.ts'
import { childRoutes } from './features/municipalities/child-routes.ts'
import { settingsRoutes } from './features/municipalities/settings-routes.ts'
import { citizenPageRoutes } from './features/notes/citizen-routes.ts'
import { journalRoutes } from './features/notes/journal-routes.ts'
import { noteRoutes } from './features/notes/note-routes.ts'
import { outboxRoutes } from './features/outbox/routes.ts'
import { meRoutes } from './features/people/me-routes.ts'
import { moreRoutes } from './features/people/more-routes.ts'
import { offerRoutes } from './features/people/offer-routes.ts'
import { staffRoutes } from './features/people/staff-routes.ts'
import { appointmentRoutes } from './features/plans/appointment-routes.ts'
import { fridgeCardRoutes } from './features/plans/card-routes.ts'
import { planRoutes } from './features/plans/plan-routes.ts'
import { stepRoutes } from './features/plans/step-routes.ts'
import { taskRoutes } from './features/tasks/routes.ts'
import { arrivalRoutes } from './features/presence/arrival-routes.ts'
import { absenceRoutes } from './features/presence/absence-routes.ts'
import { singleDayRoutes } from './features/presence/centre-day-routes.ts'
import { hoursRoutes } from './features/presence/hours-routes.ts'
import { occurrenceRoutes } from './features/presence/occurrence-routes.ts'
import { presenceRoutes } from './features/presence/routes.ts'
import { retentionRoutes } from './features/retention/routes.ts'
import type { Routes } from './features/routing.ts'
import { signInRoutes } from './features/sign-in/routes.ts'

/** One line a feature: the sitemap below `/{slug}`. */
export const features: readonly Routes[] = [
  signInRoutes,
  presenceRoutes,
  arrivalRoutes,
  occurrenceRoutes,
  hoursRoutes,
  singleDayRoutes,
  absenceRoutes,
  meRoutes,
  staffRoutes,
  offerRoutes,
  accountRoutes,
  placeRoutes,
  centreRoutes,
  settingsRoutes,
  accessibilityRoutes,
  outboxRoutes,
  watchRoutes,
  checkRoutes,
  sealingRoutes,
  followRoutes,
  logRoutes,
  lookedRoutes,
  todayRoutes,
  recordRoutes,
  listRoutes,
  contactRoutes,
  centreDayRoutes,
  citizenRoutes,
  retentionRoutes,
  cardRoutes,
  numberRoutes,
  closeRoutes,
  everythingRoutes,
  askRoutes,
  answerRoutes,
  citizenPageRoutes,
  noteRoutes,
  journalRoutes,
  linkRoutes,
  paperRoutes,
  powerRoutes,
  glassRoutes,
  helperRoutes,
  helperVisitRoutes,
  giveRoutes,
  consentRoutes,
  planRoutes,
  stepRoutes,
  taskRoutes,
  fridgeCardRoutes,
  appointmentRoutes,
  evaluationRoutes,
  importRoutes,
  childRoutes,
  rightsRoutes,
  moreRoutes,
]
