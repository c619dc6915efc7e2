import { createHash, timingSafeEqual } from 'node:crypto'

import { ApiError } from '../api-error.ts'
import type { Site } from '../app.ts'
import type { Counts, Metrics } from '../operations/metrics.ts'
import type { Api, ApiContext } from './api.ts'

/**
 * The figures in the text format of Prometheus, for whoever knows the token; without a token, for direct requests from
 * this machine. For everyone else there is no such page.
 */
export function addMetrics(
  api: Api,
  options: {
    metrics: Metrics
    counts: () => Counts
    site: Pick<Site, 'publicUrl' | 'trustedProxies' | 'metricsToken'>
  },
): void {
  const { metrics, counts, site } = options
  const { metricsToken: token } = site
  api.get('/metrics', async (c) => {
    const mayRead = token === null ? !hasUnknownProxy(site) && isDirect(c) : carries(c, token)
    if (!mayRead) throw new ApiError('not-found')
    const text = await metrics.text(counts())
    return c.body(text, 200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' })
  })
}

/** A proxy that we know nothing of stands on this machine, maybe: its requests could not be told from the machine's own. */
function hasUnknownProxy({ publicUrl, trustedProxies }: Pick<Site, 'publicUrl' | 'trustedProxies'>): boolean {
  return trustedProxies === 0 && !['localhost', '127.0.0.1', '[::1]'].includes(publicUrl.hostname)
}

const loopback = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/
const forwarded = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
]

function isDirect(c: ApiContext): boolean {
  const address = c.env?.incoming?.socket.remoteAddress ?? ''
  return loopback.test(address) && forwarded.every((name) => c.req.header(name) === undefined)
}

function carries(c: ApiContext, token: string): boolean {
  return timingSafeEqual(digest(c.req.header('authorization') ?? ''), digest(`Bearer ${token}`))
}

/** Digests have one length, which timingSafeEqual needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
