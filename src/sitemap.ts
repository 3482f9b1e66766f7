import type { Routes } from './features/routing.ts'

/** One line a feature: the sitemap below `/{slug}`. */
export const features: readonly Routes[] = []
