import type { Plugin } from 'vite'

/** The modules that a plan's page comes to need, in this order; each is in another chunk. */
const entries = ['/src/features/plan/plan-page.tsx', '/packages/editor/src/index.ts']

/** Runs as soon as it is there, whatever else is: it stands on nothing else. */
const firstEntry = '/src/app/open-ahead.ts'

/** Of the plan and of the interface, upright: in every first screen. */
const mainFonts = /^assets\/source-(?:sans-3|serif-4)-latin-wght-normal-.+\.woff2$/

/**
 * Writes plan.html: index.html with the styles of a plan's page, which its first HTML is shown in, and with its scripts fetched at once
 * rather than one after another. The server puts the plan between the two.
 */
export function planDocument(): Plugin {
  return {
    name: 'concerte:plan-document',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const index = bundle['index.html']
        if (index?.type !== 'asset') throw new Error('Vite has made no index.html')
        const html = String(index.source)
        const scripts = new Set<string>()
        const styles = new Set<string>()
        const seen = new Set<string>()
        const add = (fileName: string): void => {
          const chunk = bundle[fileName]
          if (chunk?.type !== 'chunk' || seen.has(fileName)) return
          seen.add(fileName)
          for (const imported of chunk.imports) add(imported)
          scripts.add(fileName)
          for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style)
        }
        const chunkOf = (entry: string) => {
          for (const file of Object.values(bundle)) {
            if (file.type !== 'chunk') continue
            if (file.moduleIds.some((module) => module.replaceAll('\\', '/').endsWith(entry))) return file
          }
          throw new Error(`No chunk is made of ${entry}`)
        }
        const first = chunkOf(firstEntry)
        if (first.imports.length > 0) throw new Error(`The first script waits for ${first.imports.join(' ')}`)
        for (const entry of entries) add(chunkOf(entry).fileName)
        const fonts = Object.keys(bundle).filter((name) => mainFonts.test(name))
        if (fonts.length !== 2) throw new Error(`The main fonts are not two: ${fonts.join(' ')}`)
        const links = [
          ...fonts.map(
            (name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${name}">`,
          ),
          ...[...styles].map((name) => `<link rel="stylesheet" crossorigin href="/${name}">`),
          ...[...scripts].map((name) => `<link rel="modulepreload" crossorigin href="/${name}">`),
        ].filter((link) => !html.includes(/href="[^"]+"/.exec(link)?.[0] ?? link))
        this.emitFile({
          type: 'asset',
          fileName: 'plan.html',
          source: html
            .replace(
              '<script',
              `<script type="module" async crossorigin src="/${first.fileName}"></script>\n    <script`,
            )
            .replace('</head>', `${links.join('\n')}\n</head>`),
        })
      },
    },
  }
}
