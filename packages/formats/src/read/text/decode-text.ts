import iconv from 'iconv-lite'

/** The bytes are not text: a picture, an archive, a word processor's file. */
export class NotTextError extends Error {
  override readonly name = 'NotTextError'
  readonly code = 'not-text'
}

/**
 * The characters of a text file: UTF-8, or UTF-16 that says so, else windows-1252 (old Windows files, in French).
 * @throws {NotTextError} when control characters show that the bytes are something else.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decodeUtf(bytes) ?? iconv.decode(bytes, 'windows-1252')
  if (!looksLikeText(text)) throw new NotTextError('the file is not a text')
  return text
}

function decodeUtf(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Control characters that a text may hold by accident are rare; a zero byte never stands in one. */
function looksLikeText(text: string): boolean {
  if (text.includes('\0')) return false
  const controls = text.match(/(?![\t\n\v\f\r\u0085])\p{Cc}/gu)?.length ?? 0
  return controls * 100 <= text.length
}
