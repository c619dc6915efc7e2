import { pipeline, Readable, type Transform } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'

/** Quality 5 of 11: beyond it takes longer than it saves. */
const quality = 5

/**
 * Parts of a text, compressed as the browser takes it. Each part is sent when it comes: Hono's own compression keeps it back until there is
 * more.
 */
export function packed(
  parts: Readable,
  acceptEncoding: string | undefined,
): { stream: ReadableStream; encoding: 'br' | 'gzip' | null } {
  const accepted = acceptEncoding ?? ''
  const encoder = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
  if (encoder === null) return { stream: Readable.toWeb(parts), encoding: null }
  // Whoever has gone needs no answer: that is all that can fail.
  const stream = pipeline(parts, compressor(encoder), () => undefined)
  return { stream: Readable.toWeb(stream), encoding: encoder }
}

function compressor(encoding: 'br' | 'gzip'): Transform {
  return encoding === 'gzip'
    ? createGzip({ flush: constants.Z_SYNC_FLUSH })
    : createBrotliCompress({
        flush: constants.BROTLI_OPERATION_FLUSH,
        params: { [constants.BROTLI_PARAM_QUALITY]: quality },
      })
}
