import { expect, test } from 'vitest'

import { createMetrics } from '../operations/metrics.ts'
import { createApi } from './api.ts'
import { requestContext } from './middleware/request-context.ts'
import { requestMetrics } from './middleware/request-metrics.ts'
import { answerError } from './answer-error.ts'
import { addMetrics } from './metrics.ts'
import { createLog } from '../log.ts'

function setup(
  site: { publicUrl?: string; trustedProxies?: number; metricsToken?: string } = {},
  from = '127.0.0.1',
) {
  const api = createApi()
  const metrics = createMetrics()
  const log = createLog({ level: 'error', now: () => '', write: () => undefined })
  api.onError((error, c) => answerError(error, c, log))
  api.use('*', requestContext(0))
  api.use('*', requestMetrics(metrics))
  api.get('/secrets/:token', (c) => c.text('x', 418))
  addMetrics(api, {
    metrics,
    counts: () => ({ rooms: 3, connections: 7 }),
    site: {
      publicUrl: new URL(site.publicUrl ?? 'http://localhost:4000'),
      trustedProxies: site.trustedProxies ?? 0,
      metricsToken: site.metricsToken ?? null,
    },
  })
  const get = (path: string, headers: Record<string, string> = {}) =>
    Promise.resolve(
      api.fetch(new Request(`http://localhost${path}`, { headers }), {
        incoming: { socket: { remoteAddress: from } },
      }),
    )
  return { metrics, get }
}

test('the figures are in the text format of Prometheus', async () => {
  const { metrics, get } = setup()
  metrics.meter.commit({ updates: 4, rooms: 2, bytes: 120, ms: 3 })
  metrics.meter.delivery({ ms: 4, clients: 19 })
  metrics.meter.refusal('axis-locked')
  await get('/secrets/abc')
  await get('/secrets/def')
  const answer = await get('/metrics')
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const lines = (await answer.text()).split('\n')
  for (const line of [
    'concerte_rooms 3',
    'concerte_connections 7',
    'concerte_updates_total 4',
    'concerte_update_bytes_total 120',
    'concerte_commit_updates_bucket{le="2"} 0',
    'concerte_commit_updates_bucket{le="5"} 1',
    'concerte_commit_seconds_bucket{le="0.0025"} 0',
    'concerte_commit_seconds_bucket{le="0.005"} 1',
    'concerte_commit_seconds_count 1',
    'concerte_delivery_seconds_bucket{le="0.005"} 1',
    'concerte_deliveries_total 19',
    'concerte_refusals_total{code="axis-locked"} 1',
    'concerte_http_requests_total{method="GET",route="/secrets/:token",status="418"} 2',
  ]) {
    expect(lines).toContain(line)
  }
  expect(lines.join('\n')).not.toMatch(/abc|def/)
  for (const name of [
    'process_cpu_seconds_total',
    'process_resident_memory_bytes',
    'nodejs_eventloop_lag_p99_seconds',
  ]) {
    expect(
      lines.some((line) => line.startsWith(`${name} `)),
      name,
    ).toBe(true)
  }
})

test.each([
  ['127.0.0.1', {}],
  ['127.8.9.1', {}],
  ['::1', {}],
  ['::ffff:127.0.0.1', {}],
])('without a token, a direct request of this machine (%s) reads them', async (from) => {
  expect((await setup({}, from).get('/metrics')).status).toBe(200)
})

test.each([
  ['10.0.0.8', {}, {}],
  ['::ffff:10.0.0.8', {}, {}],
  ['128.0.0.1', {}, {}],
  ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, {}],
  ['127.0.0.1', { forwarded: 'for=127.0.0.1' }, {}],
  ['127.0.0.1', { 'x-real-ip': '127.0.0.1' }, {}],
  ['127.0.0.1', { authorization: 'Bearer ' }, { metricsToken: 'a token of some length' }],
  [
    '127.0.0.1',
    { authorization: 'Bearer a token of some lengt' },
    { metricsToken: 'a token of some length' },
  ],
  ['127.0.0.1', {}, { metricsToken: 'a token of some length' }],
  // A proxy that adds no header would let everyone in.
  ['127.0.0.1', {}, { publicUrl: 'https://plans.example.fr' }],
] as const)('for others there is no such page: %s %j %j', async (from, headers, site) => {
  const answer = await setup(site, from).get('/metrics', headers)
  expect(answer.status).toBe(404)
  expect(await answer.text()).not.toContain('concerte_')
})

test('whoever has the token reads them from anywhere; behind a known proxy this machine does too', async () => {
  const token = 'a token of some length'
  const far = setup({ publicUrl: 'https://plans.example.fr', metricsToken: token }, '10.0.0.8')
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': '192.0.2.1' }
  expect((await far.get('/metrics', headers)).status).toBe(200)
  const near = setup({ publicUrl: 'https://plans.example.fr', trustedProxies: 1 })
  expect((await near.get('/metrics')).status).toBe(200)
})

test('methods that people invent make no labels of their own', async () => {
  const { metrics } = setup()
  for (let n = 0; n < 50; n += 1) metrics.request({ method: `X${n}`, route: '*', status: 404 })
  const text = await metrics.text({ rooms: 0, connections: 0 })
  expect(text).toContain('concerte_http_requests_total{method="other",route="*",status="404"} 50')
  expect(text).not.toContain('X1')
})
