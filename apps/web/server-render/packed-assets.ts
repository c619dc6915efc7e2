import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import type { Plugin } from 'vite'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Writes each script and each style sheet also as it travels, packed as well as can be: the server does it for nobody again. */
export function packedAssets(): Plugin {
  return {
    name: 'concerte:packed-assets',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.values(bundle).filter(({ fileName }) =>
          /^assets\/.+\.(?:js|css)$/.test(fileName),
        )
        await Promise.all(
          files.map(async (file) => {
            const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source)
            const [brotli, zipped] = await Promise.all([
              toBrotli(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } }),
              toGzip(bytes, { level: constants.Z_BEST_COMPRESSION }),
            ])
            this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: brotli })
            this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: zipped })
          }),
        )
      },
    },
  }
}
