import { sessionSchema, type SignIn } from '@concerte/api'
import { queryOptions } from '@tanstack/react-query'

import { getJson, sendOnly } from './request.ts'

/** Who is signed in; `user` is null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => getJson('/api/session', sessionSchema, { signal }),
  staleTime: Infinity,
})

/** Fails with `wrong-credentials`, `too-many-attempts`. */
export function signIn(credentials: SignIn): Promise<void> {
  return sendOnly('POST', '/api/session', credentials)
}

export function signOut(): Promise<void> {
  return sendOnly('DELETE', '/api/session')
}
