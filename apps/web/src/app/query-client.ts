import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

import { isApiError } from '../api/api-error.ts'
import { sessionQuery } from '../api/session.ts'
import { keepUser } from '../offline/kept-user.ts'

/** A session that ended elsewhere shows on the next request: the page then asks to sign in and comes back. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (!isApiError(error, 'not-signed-in')) return
    keepUser(null)
    client.setQueryData(sessionQuery.queryKey, { user: null })
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // A request without a network fails and says so; waiting for one would say nothing, and much is on the device.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        // Only what another try can mend.
        retry: (count, error) => count < 2 && isApiError(error, 'network'),
        staleTime: 5_000,
      },
    },
  })
  return client
}
