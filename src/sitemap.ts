import { centreDayRoutes } from './features/contacts/centre-day-routes.ts'
import { contactRoutes } from './features/contacts/contact-routes.ts'
import { listRoutes } from './features/contacts/list-routes.ts'
import { recordRoutes } from './features/contacts/record-routes.ts'
import { todayRoutes } from './features/contacts/today-routes.ts'
import { accountRoutes } from './features/people/account-routes.ts'
import { meRoutes } from './features/people/me-routes.ts'
import { staffRoutes } from './features/people/staff-routes.ts'
import { presenceRoutes } from './features/presence/routes.ts'
import type { Routes } from './features/routing.ts'
import { signInRoutes } from './features/sign-in/routes.ts'

/** One line a feature: the sitemap below `/{slug}`. */
export const features: readonly Routes[] = [
  signInRoutes,
  presenceRoutes,
  meRoutes,
  staffRoutes,
  accountRoutes,
  todayRoutes,
  recordRoutes,
  listRoutes,
  contactRoutes,
  centreDayRoutes,
]
