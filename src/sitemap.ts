import { presenceRoutes } from './features/presence/routes.ts'
import type { Routes } from './features/routing.ts'
import { signInRoutes } from './features/sign-in/routes.ts'

/** One line a feature: the sitemap below `/{slug}`. */
export const features: readonly Routes[] = [signInRoutes, presenceRoutes]
