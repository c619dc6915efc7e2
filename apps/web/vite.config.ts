import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const api = process.env['CONCERTE_API'] ?? 'http://localhost:4000'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), twoLanguages(), serviceWorker()],
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

/** Writes /sw.js: the service worker, after the list of the files that it keeps and a version that changes with them. */
function serviceWorker(): Plugin {
  const source = fileURLToPath(new URL('service-worker/service-worker.js', import.meta.url))
  return {
    name: 'concerte:service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = readFileSync(source, 'utf8')
      const names = Object.keys(bundle).filter((name) => name.startsWith('assets/'))
      const files = ['/', '/favicon.svg', ...names.toSorted().map((name) => `/${name}`)]
      // Assets carry a hash of their content; the page names them.
      const version = createHash('sha256')
        .update(JSON.stringify(files))
        .update(worker)
        .digest('hex')
        .slice(0, 16)
      const head = `const version = ${JSON.stringify(version)}\nconst files = ${JSON.stringify(files)}\n`
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: head + worker })
    },
  }
}
