import { userIdSchema, userSchema, type NewAccount, type SignIn, type User } from '@concerte/api'
import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { hashPassword } from 'better-auth/crypto'
import { nanoid } from 'nanoid'
import { z } from 'zod'

import { ApiError } from '../api-error.ts'
import type { AccountRecord, Storage } from '../storage/port.ts'
import { authOptions } from './auth-options.ts'

/** Who is signed in, and by which session. */
export type SignedIn = { user: User; sessionId: string }

/** People and their sessions, over better-auth. Its own routes are not exposed: ours call it. */
export type Accounts = {
  /** Makes a session. `cookies` are values of Set-Cookie. @throws ApiError `wrong-credentials` */
  signIn(credentials: SignIn): Promise<{ user: User; cookies: string[] }>
  /** Ends the session of these request headers. */
  signOut(headers: Headers): Promise<{ cookies: string[] }>
  /** Who sent these request headers. `cookies` prolong the session where that is due. */
  identify(headers: Headers): Promise<(SignedIn & { cookies: string[] }) | null>
  /** The row of a person to be added; the password is hashed. */
  prepare(account: NewAccount, admin: boolean): Promise<AccountRecord>
}

const sessionAnswerSchema = z.object({ session: z.object({ id: z.string() }), user: userSchema })

export function createAccounts(options: {
  database: Storage['authDatabase']
  secret: string
  secureCookies: boolean
}): Accounts {
  const auth = betterAuth(authOptions(options))

  return {
    async signIn({ email, password }) {
      try {
        const { headers, response } = await auth.api.signInEmail({
          body: { email, password },
          returnHeaders: true,
        })
        return { user: userSchema.parse(response.user), cookies: headers.getSetCookie() }
      } catch (cause) {
        if (isAPIError(cause) && cause.statusCode === 401) throw new ApiError('wrong-credentials', { cause })
        throw cause
      }
    },

    async signOut(headers) {
      const answer = await auth.api.signOut({ headers: cookieOf(headers), returnHeaders: true })
      return { cookies: answer.headers.getSetCookie() }
    },

    async identify(headers) {
      if (!headers.has('cookie')) return null
      const answer = await auth.api.getSession({ headers: cookieOf(headers), returnHeaders: true })
      if (answer.response === null) return null
      const { session, user } = sessionAnswerSchema.parse(answer.response)
      return { user, sessionId: session.id, cookies: answer.headers.getSetCookie() }
    },

    prepare: (account, admin) => prepareAccount(account, admin),
  }
}

/** The row of a person to be added; the password is hashed (scrypt, better-auth's own). */
export async function prepareAccount(
  { name, email, password }: NewAccount,
  admin: boolean,
): Promise<AccountRecord> {
  return { id: userIdSchema.parse(nanoid()), name, email, passwordHash: await hashPassword(password), admin }
}

/** Only the cookie: what else a request says is not better-auth's to judge. */
function cookieOf(headers: Headers): Headers {
  return new Headers({ cookie: headers.get('cookie') ?? '' })
}
