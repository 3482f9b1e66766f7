// Plain JavaScript, because it runs before Node can read anything else.
import * as module from 'node:module'

/**
 * From here on a relative import is the address that it says. Node would ask the disk several times for each of the
 * 600 files whether it is there, a link, or of another kind: a fifth of the time that a start takes. Only files whose
 * kind is known from their name and place are taken so: ours, and those of the packages of many small modules.
 */
export function resolveAsWritten() {
  module.registerHooks({
    resolve(specifier, context, next) {
      const format = specifier.startsWith('.') ? formatOf(specifier, context) : undefined
      if (format === undefined) return next(specifier, context)
      return { url: new URL(specifier, context.parentURL).href, format, shortCircuit: true }
    },
  })
}

function formatOf(specifier, { parentURL, conditions }) {
  if (parentURL === undefined || !conditions.includes('import')) return undefined
  if (specifier.endsWith('.ts')) return 'module-typescript'
  return specifier.endsWith('.js') && manyModules.test(parentURL) ? 'module' : undefined
}

const manyModules = /\/node_modules\/(?:kysely\/dist\/esm|zod\/v4|hono\/dist(?!\/cjs))\//
