import { randomBytes } from 'node:crypto'

import { sha256Of } from '../../storage/sha256-of.ts'

/** The secret of an invitation's link: 256 random bits, in 43 letters. */
export function createInvitationToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of it. No salt: it cannot be guessed, so no table of guesses helps. */
export function hashInvitationToken(token: string): string {
  return sha256Of(token)
}
