import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the rooms tell while they work: once a commit, never once a client. Times in milliseconds. */
export type Meter = {
  commit(commit: { updates: number; rooms: number; bytes: number; ms: number }): void
  delivery(delivery: { ms: number; clients: number }): void
  refusal(code: string): void
}

/** What stands in memory at this moment. */
export type Counts = { rooms: number; connections: number }

/** The figures of this process since it started; they outlive a restored backup. */
export type Metrics = {
  meter: Meter
  /** `route` is its pattern: a path may hold a secret, and there are as many as people care to invent. */
  request(request: { method: string; route: string; status: number }): void
  /** In the text format of Prometheus; `contentType` names it. */
  text(counts: Counts): Promise<string>
  contentType: string
}

/** Seconds, around what people notice: a commit takes a millisecond on a good disk, a bad one takes a hundred. */
const seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
const batchSizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000]
/** What others may be asked by; else anyone could make as many labels as there are words. */
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  // Every 50 ms, not 10: it wakes an idle server.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 50 })
  const counter = (name: string, help: string) => new Counter({ name, help, registers })
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers })
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name, help, buckets, registers })

  const rooms = gauge('concerte_rooms', 'Plans in memory')
  const connections = gauge('concerte_connections', 'Open connections to plans')
  const updates = counter('concerte_updates_total', 'Updates written to the log')
  const bytes = counter('concerte_update_bytes_total', 'Bytes of updates written to the log')
  const batches = histogram('concerte_commit_updates', 'Updates in one commit', batchSizes)
  const plans = histogram('concerte_commit_rooms', 'Plans in one commit', batchSizes)
  const commits = histogram(
    'concerte_commit_seconds',
    'From handing a batch to the log to its being durable',
    seconds,
  )
  const deliveries = histogram(
    'concerte_delivery_seconds',
    'From the arrival of the oldest update of a batch to its being written to the others',
    seconds,
  )
  const delivered = counter('concerte_deliveries_total', 'Batches written to clients, counted by client')
  const refusals = new Counter({
    name: 'concerte_refusals_total',
    help: 'Updates refused, by code',
    labelNames: ['code'],
    registers,
  })
  const requests = new Counter({
    name: 'concerte_http_requests_total',
    help: 'HTTP requests answered, by route and status',
    labelNames: ['method', 'route', 'status'],
    registers,
  })

  return {
    meter: {
      commit(commit) {
        updates.inc(commit.updates)
        bytes.inc(commit.bytes)
        batches.observe(commit.updates)
        plans.observe(commit.rooms)
        commits.observe(commit.ms / 1000)
      },
      delivery({ ms, clients }) {
        deliveries.observe(ms / 1000)
        delivered.inc(clients)
      },
      refusal: (code) => refusals.inc({ code }),
    },
    request({ method, route, status }) {
      requests.inc({ method: knownMethods.has(method) ? method : 'other', route, status })
    },
    text(counts) {
      rooms.set(counts.rooms)
      connections.set(counts.connections)
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}
