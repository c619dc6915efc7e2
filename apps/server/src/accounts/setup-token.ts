import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The secret of the set-up link. It lives in memory only: each start makes another. */
export type SetupToken = { readonly value: string; matches(candidate: string): boolean }

export function createSetupToken(): SetupToken {
  const value = randomBytes(32).toString('base64url')
  const expected = digest(value)
  // Digests have one length, which timingSafeEqual needs.
  return { value, matches: (candidate) => timingSafeEqual(digest(candidate), expected) }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
