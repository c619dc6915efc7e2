import { useQueryClient } from '@tanstack/react-query'

import { sessionQuery } from '../../api/session.ts'

/** After a request that opened a session: reads who is signed in, and forgets what another person saw. */
export function useSignedIn(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] })
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
  }
}
