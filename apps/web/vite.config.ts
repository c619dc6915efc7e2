import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'

import { packedAssets } from './server-render/packed-assets.ts'
import { planDocument } from './server-render/plan-document.ts'
import { ofOneMoment } from './server-render/of-one-moment.ts'

const api = process.env['CONCERTE_API'] ?? 'http://localhost:4000'

const root = fileURLToPath(new URL('.', import.meta.url))
/** What of the packages has no effect but its exports: a page takes the schemas that it parses with, not the whole model with Yjs. */
const onlyDefines = [{ test: /[\\/]packages[\\/](api|schema|sync)[\\/]src[\\/]/, sideEffects: false }]

/** What a plan's page shares with the others, which would come to need the plan's code otherwise. */
const ofSeveralPages =
  /[\\/]src[\\/](?:i18n[\\/]|ui[\\/](?:late|menu)\.tsx$|app[\\/]account-menu\.tsx$)|[\\/]react-query[\\/].*[\\/]useMutation\.js$/

/** What `open-ahead.ts` needs: it runs before everything else has come. */
const ofOpeningAhead =
  /[\\/]src[\\/](?:app[\\/]open-ahead|offline[\\/]plan-ahead|offline[\\/]plans-database|client[\\/]socket-ahead)\.ts$|[\\/]node_modules[\\/]idb[\\/]/

/** `vite build`: the application. `vite build --ssr server-render/render-plan.tsx`: what renders the first HTML of a plan at the server. */
export default defineConfig(({ isSsrBuild }) => (isSsrBuild === true ? atServer : inBrowser))

const inBrowser: UserConfig = {
  root,
  plugins: [
    react(),
    twoLanguages(),
    ourLocale(),
    noJsonSchemas(),
    planDocument(),
    packedAssets(),
    serviceWorker(),
  ],
  server: {
    proxy: {
      '/api': api,
      '/public': api,
      '/sync': { target: api, ws: true },
    },
  },
  worker: { format: 'es', rolldownOptions: { treeshake: { moduleSideEffects: onlyDefines } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    // The Content-Security-Policy refuses inline scripts and `data:` fonts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'ahead', priority: 7, test: ofOpeningAhead },
            { name: 'start', priority: 6, test: /[\\/]src[\\/]app[\\/]start\.ts$/ },
            // What every page needs anyway comes in one piece, which packs better.
            { name: 'app', priority: 5, tags: ['$initial'] },
            // Each with all that it imports: a file more is a request more before the first keystroke.
            { name: 'pages', priority: 4, test: ofSeveralPages },
            { name: 'rescue', priority: 3, test: /[\\/]features[\\/]rescue[\\/]rescue-notices\.tsx$/ },
            { name: 'editor', priority: 1, test: /[\\/]packages[\\/]editor[\\/]src[\\/]index\.ts$/ },
            { name: 'plan', priority: 2, test: /[\\/]features[\\/]plan[\\/]plan-page\.tsx$/ },
          ],
        },
      },
      treeshake: { moduleSideEffects: onlyDefines },
    },
  },
}

const atServer: UserConfig = {
  root,
  plugins: [react(), twoLanguages(), ofOneMoment()],
  // The server finds one folder with all that is needed.
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'es2024',
    copyPublicDir: false,
    rolldownOptions: { treeshake: { moduleSideEffects: onlyDefines } },
  },
}

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

/**
 * react-aria asks the browser at once whether it knows the language of the system, for which the browser reads all that it knows (12 to 40 ms
 * before the first keystroke). The page says its language itself (app.tsx).
 */
function ourLocale(): Plugin {
  return {
    name: 'concerte:our-locale',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]react-aria[\\/].*[\\/]useDefaultLocale\.m?js$/ },
      handler(code) {
        const asked = /Intl\.DateTimeFormat\.supportedLocalesOf\(\[\s*locale\s*\]\)/
        const parts = code.split(asked)
        if (parts.length !== 2) throw new Error('react-aria asks for its default language in another way now')
        return parts.join('void 0')
      },
    },
  }
}

/** zod can describe each schema in JSON Schema, and every schema carries the way to: pages never ask for it. */
function noJsonSchemas(): Plugin {
  return {
    name: 'concerte:no-json-schemas',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!/[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/.test(id)) return null
      const names = [...readFileSync(id, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)].map(
        ([, name]) => `export const ${name} = () => undefined`,
      )
      return [...names, 'export const process = () => undefined'].join('\n')
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
      const names = Object.keys(bundle).filter((name) => /^assets\/.*\.(?!br$|gz$)\w+$/.test(name))
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
