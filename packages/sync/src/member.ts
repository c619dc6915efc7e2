import { encodeFrame } from './frames.ts'
import type { Connection } from './ports.ts'

/** One client in a room, and what is known of its line. */
export type Member = {
  readonly connection: Connection
  asksSaved: boolean
  /** Was told the state vector of the server. */
  isAsked: boolean
  /** Answered the state vector of the server, with everything that it had until then. */
  hasToldAll: boolean
  /** Milliseconds of the room's clock. */
  lastSentAt: number
  /** Sent away: what it said and was not taken yet does not count; it comes back and says it again. */
  isDismissed: boolean
  /** An update of its own waits for its commit. */
  wait(bytes: number): void
  /** [S7] So much of it waits that no more should be read before. */
  readonly waitsTooMuch: boolean
  /** The first of them is durable, as far as there was anything new in it. */
  settle(bytes: number): void
  /** The acknowledgement that is due, as frames: one, or none when nothing settled or the client did not ask. */
  takeReceipt(): Uint8Array[]
  /** Reads no more of this client until what made it stop has passed. */
  pause(because: Stop): void
  /** That has passed. */
  resume(from: Stop): void
  /** One more message of presence; true when there were too many since the others were last told. */
  movesTooMuch(): boolean
  mayMoveAgain(): void
  /** One more request whose answer costs as much as the plan is long; false when there were too many. */
  maySpend(at: number): boolean
}

/** Why a client is not read: too much of it waits for the log, it moves too much, or a big update of it is tried. */
type Stop = 'updates' | 'presence' | 'trial'

/** Updates and bytes of one client that may wait for a commit. */
const maxWaiting = { updates: 512, bytes: 1024 * 1024 }
/** Presences of one client between two tellings, 50 ms apart. */
const maxMoves = 25
/** Plan-sized answers to one connection in a minute: a client asks once, a stock one that resyncs six times. */
const maxAnswers = 30
const minuteMs = 60_000

export function createMember(connection: Connection, at: number): Member {
  const stops = new Set<Stop>()
  const waiting = { updates: 0, bytes: 0 }
  const answers = { count: 0, since: at }
  let moves = 0
  /** Document messages that are durable: [S2] a client counts those that it sent. */
  let durable = 0
  let hasSettled = false

  function resume(from: Stop): void {
    if (stops.delete(from) && stops.size === 0) connection.resume()
  }

  return {
    connection,
    asksSaved: false,
    isAsked: false,
    hasToldAll: false,
    isDismissed: false,
    lastSentAt: at,
    wait(bytes) {
      waiting.updates += 1
      waiting.bytes += bytes
    },
    get waitsTooMuch() {
      return waiting.updates > maxWaiting.updates || waiting.bytes > maxWaiting.bytes
    },
    settle(bytes) {
      waiting.updates -= 1
      waiting.bytes -= bytes
      durable += 1
      hasSettled = true
      if (waiting.updates <= maxWaiting.updates / 2 && waiting.bytes <= maxWaiting.bytes / 2)
        resume('updates')
    },
    takeReceipt() {
      if (!hasSettled || !this.asksSaved) return []
      hasSettled = false
      return [encodeFrame({ type: 'acknowledged', count: durable })]
    },
    pause(because) {
      if (stops.size === 0) connection.pause()
      stops.add(because)
    },
    resume,
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
