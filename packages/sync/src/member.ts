import { toFrame } from './frames.ts'
import { encodeMessage } from './messages.ts'
import type { Connection } from './ports.ts'

/** One client in a room, and what is known of its line. */
export type Member = {
  readonly connection: Connection
  asksSaved: boolean
  /** Answered the state vector of the server, with everything that it had until then. */
  hasToldAll: boolean
  /** Document messages received, and how many of them, from the first on, are durable. */
  received: number
  durable: number
  /** Milliseconds of the room's clock. */
  lastSentAt: number
  /** An update of its own waits for its commit. */
  wait(bytes: number): void
  /** [S7] So much of it waits that no more should be read before. */
  readonly waitsTooMuch: boolean
  /** One of them is durable, and with it the client's first `upTo` messages. */
  settle(upTo: number, bytes: number): void
  /** Something settled since the last receipt. */
  readonly hasSettled: boolean
  /** The acknowledgement that is due, as frames: one, or none for a client that did not ask. */
  takeReceipt(): Uint8Array[]
  /** Reads no more of this client until what made it stop has passed. */
  pause(because: 'updates' | 'presence'): void
  /** One more message of presence; true when there were too many since the others were last told. */
  movesTooMuch(): boolean
  mayMoveAgain(): void
  /** One more request whose answer costs as much as the plan is long; false when there were too many. */
  maySpend(at: number): boolean
}

/** Updates and bytes of one client that may wait for a commit. */
const maxWaiting = { updates: 512, bytes: 1024 * 1024 }
/** Presences of one client between two tellings, 50 ms apart. */
const maxMoves = 25
/** Plan-sized answers to one connection in a minute: a client asks once, a stock one that resyncs six times. */
const maxAnswers = 30
const minuteMs = 60_000

export function createMember(connection: Connection, at: number): Member {
  const stops = new Set<'updates' | 'presence'>()
  const waiting = { updates: 0, bytes: 0 }
  const answers = { count: 0, since: at }
  let moves = 0
  let hasSettled = false

  function resume(from: 'updates' | 'presence'): void {
    if (stops.delete(from) && stops.size === 0) connection.resume()
  }

  return {
    connection,
    asksSaved: false,
    hasToldAll: false,
    received: 0,
    durable: 0,
    lastSentAt: at,
    wait(bytes) {
      waiting.updates += 1
      waiting.bytes += bytes
    },
    get waitsTooMuch() {
      return waiting.updates > maxWaiting.updates || waiting.bytes > maxWaiting.bytes
    },
    settle(upTo, bytes) {
      waiting.updates -= 1
      waiting.bytes -= bytes
      this.durable = Math.max(this.durable, upTo)
      hasSettled = true
      if (waiting.updates <= maxWaiting.updates / 2 && waiting.bytes <= maxWaiting.bytes / 2)
        resume('updates')
    },
    get hasSettled() {
      return hasSettled
    },
    takeReceipt() {
      hasSettled = false
      if (!this.asksSaved) return []
      return [toFrame(encodeMessage({ type: 'acknowledged', count: this.durable }))]
    },
    pause(because) {
      if (stops.size === 0) connection.pause()
      stops.add(because)
    },
    movesTooMuch() {
      moves += 1
      return moves > maxMoves
    },
    mayMoveAgain() {
      moves = 0
      resume('presence')
    },
    maySpend(now) {
      if (now - answers.since > minuteMs) Object.assign(answers, { count: 0, since: now })
      answers.count += 1
      return answers.count <= maxAnswers
    },
  }
}
