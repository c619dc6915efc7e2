import type { Plugin } from 'vite'

/**
 * A server renders one moment: what a component would subscribe to, it reads once. React asks every `useSyncExternalStore` for a third
 * function for that, which would be the second again everywhere here.
 */
export function ofOneMoment(): Plugin {
  const name = '\0concerte:react-of-one-moment'
  return {
    name: 'concerte:of-one-moment',
    enforce: 'pre',
    resolveId(source, importer) {
      const isOurs = importer !== undefined && /[\\/]apps[\\/]web[\\/]src[\\/]/.test(importer)
      return source === 'react' && isOurs ? name : null
    },
    load(id) {
      if (id !== name) return null
      return `export * from 'react'\nexport function useSyncExternalStore(_subscribe, read) { return read() }\n`
    },
  }
}
