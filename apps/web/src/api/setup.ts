import { setupStateSchema, type Setup } from '@concerte/api'
import { queryOptions } from '@tanstack/react-query'

import { getJson, sendOnly } from './request.ts'

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => getJson('/api/setup', setupStateSchema, { signal }),
})

/** Makes the first account and signs it in. Fails with `setup-closed`, `setup-token-invalid`, `password-too-weak`. */
export function createFirstAccount(setup: Setup): Promise<void> {
  return sendOnly('POST', '/api/setup', setup)
}
