import { userIdSchema, type UserId } from '@concerte/api'
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Links that end somebody's e-mails without signing in: signed with the secret of the server, good for nothing else. */
export type MailStop = {
  tokenOf(userId: UserId): string
  /** Whose e-mails a token ends; null when it is not one of ours. */
  read(token: string): UserId | null
}

export function createMailStop(secret: string): MailStop {
  const sign = (userId: string) =>
    createHmac('sha256', secret).update(`mail-stop:${userId}`).digest('base64url')
  return {
    tokenOf: (userId) => `${Buffer.from(userId).toString('base64url')}.${sign(userId)}`,
    read(token) {
      const [encoded = '', signature = ''] = token.split('.')
      const userId = userIdSchema.safeParse(Buffer.from(encoded, 'base64url').toString()).data
      if (userId === undefined) return null
      const [given, expected] = [Buffer.from(signature), Buffer.from(sign(userId))]
      return given.length === expected.length && timingSafeEqual(given, expected) ? userId : null
    },
  }
}
