import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const api = process.env['CONCERTE_API'] ?? 'http://localhost:4000'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), twoLanguages()],
  server: {
    proxy: {
      '/api': api,
      '/sync': { target: api, ws: true },
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    // The Content-Security-Policy refuses inline scripts and `data:` fonts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'start', test: /[\\/]src[\\/]app[\\/]start\.ts$/ }] },
      },
      treeshake: {
        // These packages only define: a page takes the schemas that it parses with, not the whole model with Yjs.
        moduleSideEffects: [{ test: /[\\/]packages[\\/](api|schema)[\\/]src[\\/]/, sideEffects: false }],
      },
    },
  },
})

/** react-aria brings its own few words in 34 languages; French and English are kept. */
function twoLanguages(): Plugin {
  return {
    name: 'concerte:two-languages',
    enforce: 'pre',
    load(id) {
      const locale =
        /[\\/]react-(?:aria|stately)[^?]*[\\/]intl[\\/](?:.*[\\/])?([a-z]{2}-[A-Z]{2})\.m?js$/.exec(id)?.[1]
      if (locale === undefined || locale === 'fr-FR' || locale === 'en-US') return null
      return 'export default {}'
    },
  }
}
