import { sessionSchema, type SignIn, type User } from '@concerte/api'
import { queryOptions } from '@tanstack/react-query'

import { keepUser, keptUser } from '../offline/kept-user.ts'
import { getJson, sendOnly } from './request.ts'
import { isApiError } from './api-error.ts'

/** `isKept`: the server could not be asked; this is who was signed in on this device last. */
export type Session = { user: User | null; isKept?: boolean }

/** How long the server may take, in ms, before a device that knows who is there goes on without it. */
export const patience = 4000

/** Who is signed in; `user` is null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: ({ state }) => (state.data?.isKept === true ? 0 : Infinity),
  refetchInterval: ({ state }) => (state.data?.isKept === true ? 15_000 : false),
})

/** Fails with `wrong-credentials`, `too-many-attempts`. */
export function signIn(credentials: SignIn): Promise<void> {
  return sendOnly('POST', '/api/session', credentials)
}

export function signOut(): Promise<void> {
  return sendOnly('DELETE', '/api/session')
}

async function readSession(signal: AbortSignal): Promise<Session> {
  const kept = keptUser()
  try {
    const hurried = kept === null ? signal : AbortSignal.any([signal, AbortSignal.timeout(patience)])
    const session = await getJson('/api/session', sessionSchema, { signal: hurried })
    keepUser(session.user)
    return session
  } catch (error) {
    if (kept === null || !isApiError(error, 'network')) throw error
    return { user: kept, isKept: true }
  }
}
