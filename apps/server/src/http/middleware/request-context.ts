import type { MiddlewareHandler } from 'hono'
import { nanoid } from 'nanoid'

import { requestLanguage } from '../../language/language.ts'
import type { AppEnv } from '../api.ts'
import { clientAddress } from '../client-address.ts'

/** What every route may ask of a request: an id for the log, the language of answers, the client's address. */
export function requestContext(trustedProxies: number): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('requestId', nanoid(10))
    c.set('language', requestLanguage(c.req.header('accept-language')))
    const socket = c.env?.incoming?.socket.remoteAddress
    c.set('address', clientAddress(socket, c.req.header('x-forwarded-for'), trustedProxies))
    await next()
  }
}
