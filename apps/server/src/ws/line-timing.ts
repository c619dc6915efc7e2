/** How often lines give a sign of life, in ms: proxies cut what is quiet, the usual ones after 30 s or 60 s. */
export type LineTiming = {
  /** Pings on WebSockets. */
  heartbeatMs: number
  /** The longest silence on a stream. */
  quietMs: number
  /** The longest that a poll waits for something to answer. */
  pollMs: number
  /** A line over HTTP of which nothing was heard for so long is left. */
  idleMs: number
}

export const usualTiming: LineTiming = {
  heartbeatMs: 20_000,
  quietMs: 10_000,
  pollMs: 20_000,
  idleMs: 60_000,
}
