import type { MiddlewareHandler } from 'hono'

import type { AppEnv } from '../http/api.ts'

/**
 * [S7] How many lines (WebSockets, and lines over HTTP) one address may open and hold, asked before anything else is
 * done for it. A whole académie may come from one address, so the limits are wide: they keep one machine from taking
 * all that the server has.
 */
export type HandshakeLimits = {
  /** Takes a place, to be given back by `leave`, once however often it is called; else says when to try again. */
  enter(address: string): Admission
  /** How many addresses are remembered. */
  readonly size: number
}
export type Admission =
  | { type: 'admitted'; leave: () => void }
  | { type: 'refused'; retryAfterSeconds: number }

export type HandshakeBounds = {
  /** Lines that one address holds at once. */
  perAddress: number
  /** Handshakes of one address that are taken in a second, on average. */
  perSecond: number
  /** Handshakes of one address that are taken at once, after some quiet: everybody comes back when a server restarts. */
  burst: number
}

export const usualBounds: HandshakeBounds = { perAddress: 2_000, perSecond: 200, burst: 1_000 }

/** Of lines that were refused since there are too many: they end by themselves, and not soon. */
const fullRetrySeconds = 30
/** Addresses to remember before those are swept out of which nothing need be known. */
const sweepAt = 10_000

type Known = { open: number; tokens: number; at: number }

export function createHandshakeLimits(bounds: HandshakeBounds, nowMs: () => number): HandshakeLimits {
  const { perAddress, perSecond, burst } = bounds
  const addresses = new Map<string, Known>()

  function fill(known: Known, now: number): void {
    known.tokens = Math.min(burst, known.tokens + (Math.max(0, now - known.at) / 1_000) * perSecond)
    known.at = now
  }

  /** Forgets who holds nothing and has all tokens again, else the oldest that hold nothing: memory is bounded by what is held. */
  function sweep(now: number): void {
    for (const [address, known] of addresses) {
      fill(known, now)
      if (known.open === 0 && known.tokens === burst) addresses.delete(address)
    }
    for (const [address, { open }] of addresses) {
      if (addresses.size <= sweepAt / 2) return
      if (open === 0) addresses.delete(address)
    }
  }

  return {
    enter(given) {
      const address = toNetwork(given)
      const now = nowMs()
      if (addresses.size >= sweepAt && !addresses.has(address)) sweep(now)
      const known = addresses.get(address) ?? { open: 0, tokens: burst, at: now }
      addresses.set(address, known)
      fill(known, now)
      if (known.open >= perAddress) return { type: 'refused', retryAfterSeconds: fullRetrySeconds }
      if (known.tokens < 1) {
        return { type: 'refused', retryAfterSeconds: Math.ceil((1 - known.tokens) / perSecond) }
      }
      known.tokens -= 1
      known.open += 1
      let hasLeft = false
      return {
        type: 'admitted',
        leave() {
          if (hasLeft) return
          hasLeft = true
          known.open -= 1
        },
      }
    },
    get size() {
      return addresses.size
    },
  }
}

/**
 * Refuses WebSockets with a 429 before the upgrade. A close code after it would not do: a stock client takes an upgrade
 * for a success, and knocks again at once; after a refusal it waits longer each time.
 */
export function limitHandshakes(limits: HandshakeLimits): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const admission = limits.enter(c.var.address)
    if (admission.type === 'refused') return refuseHandshake(admission.retryAfterSeconds)
    // The place is the TCP connection's, whatever becomes of the handshake.
    const socket = c.env?.incoming?.socket
    if (socket?.once === undefined || socket.destroyed === true) admission.leave()
    else socket.once('close', admission.leave)
    await next()
  }
}

export function refuseHandshake(retryAfterSeconds: number): Response {
  return new Response(null, {
    status: 429,
    headers: { 'retry-after': String(retryAfterSeconds), 'cache-control': 'no-store' },
  })
}

/** Who has an IPv6 address has 2^64 of them: the first half counts. */
function toNetwork(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const first = head.split(':').filter((group) => group !== '')
  const last = tail.split(':').filter((group) => group !== '')
  const gap = plain.includes('::') ? Math.max(0, 8 - first.length - last.length) : 0
  return [...first, ...Array.from({ length: gap }, () => '0'), ...last].slice(0, 4).join(':')
}
