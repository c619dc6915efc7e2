import { errorMessages } from '../language/error-messages.ts'
import { requestLanguage } from '../language/language.ts'
import type { Api } from './api.ts'

type Fetch = Api['fetch']

/** What stands behind the port: the application, or nobody for the moment in which the data are exchanged. */
export type Front = {
  fetch(...request: Parameters<Fetch>): Promise<Response>
  open(api: Pick<Api, 'fetch'>): void
  /** From now on requests are asked to come back. Resolves when those before have been answered. */
  shut(): Promise<void>
}

/** Seconds after which to come back. */
const retryAfter = '5'

export function createFront(): Front {
  let api: Pick<Api, 'fetch'> | null = null
  let underWay = 0
  let emptied: (() => void) | null = null

  function done(): void {
    underWay -= 1
    if (underWay === 0) emptied?.()
  }

  return {
    async fetch(...request) {
      if (api === null) return unavailable(request[0])
      underWay += 1
      try {
        return await api.fetch(...request)
      } finally {
        done()
      }
    },
    open(opened) {
      api = opened
      emptied = null
    },
    shut() {
      api = null
      return new Promise((resolve) => {
        if (underWay === 0) resolve()
        else emptied = resolve
      })
    },
  }
}

/** For the API, for whoever watches `/healthz`, and for people alike. */
function unavailable({ headers }: Request): Response {
  const message = errorMessages[requestLanguage(headers.get('accept-language') ?? undefined)].unavailable
  return Response.json(
    { status: 'unavailable', error: { code: 'unavailable', message } },
    { status: 503, headers: { 'retry-after': retryAfter, 'cache-control': 'no-store' } },
  )
}
