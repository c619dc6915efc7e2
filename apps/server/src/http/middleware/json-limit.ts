import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import { ApiError } from '../../api-error.ts'
import type { AppEnv } from '../api.ts'

/** The longest JSON body of any route; imports, which have a limit of their own, are files. */
const sizeLimit = 64_000

export function jsonLimit(): MiddlewareHandler<AppEnv> {
  const limit = bodyLimit({
    maxSize: sizeLimit,
    onError: () => {
      throw new ApiError('invalid-request')
    },
  })
  return (c, next) => (c.req.path === '/api/projects/import' ? next() : limit(c, next))
}
