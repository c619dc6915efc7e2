import * as Y from 'yjs'

import type { Member } from './member.ts'
import type { PlanDocument } from './plan-document.ts'
import type { Waiting, WaitingMessage } from './waiting.ts'

/*
 * Yjs finds the place of each struct by walking over those that others put at the same place: structs made for it cost
 * the square of their number, here, on every page, and at each opening of the plan. Nothing but Yjs says how long they
 * take. So a big update is first taken in by a copy of the plan, in a thread that can be ended [S5].
 */

/**
 * Applies an update to a copy of a plan, away from the event loop; `too-heavy` when that takes longer than `limitMs`
 * from when the copy is ready. Rejects when no copy could be made.
 */
export type TryOut = (state: Uint8Array, update: Uint8Array, limitMs: number) => Promise<'fine' | 'too-heavy'>

/** Trials of all rooms: few at once, the others wait in line. */
export type TrialLine = {
  run(trial: (tryOut: TryOut) => Promise<void>): void
  /** Resolves when none runs and none waits. */
  drain(): Promise<void>
}

/** What is being tried in one room, and what its authors said after it. */
export type RoomTrials = {
  /** False, and nothing begins, when it was tried often enough. @param heavy what is new of the update */
  begin(message: WaitingMessage, heavy: { update: Uint8Array; parts: number }): boolean
  /** True when a message of the same author is being tried: this one comes after it. */
  hold(message: Waiting): boolean
  /** What this author said and is not taken yet does not count. */
  drop(author: Member): void
  readonly isIdle: boolean
}

/** What came of a trial. `failed`: nothing is known. */
export type TrialOutcome = 'fine' | 'too-heavy' | 'failed'

/** Parts of an update that may cost their square, which takes less than a tenth of a second. */
const maxUntried = 500
/** Each at most the copy of a plan and 300 MB for a moment, and half of a small machine. */
const maxRunning = 2
/** Of one update, when the plan changes much meanwhile. */
const maxTrials = 3
/**
 * Parts of the update times parts that the plan took in since the copy was made. A trial is of an older moment than the
 * plan at acceptance. All that the update names was there already, and what came since costs each struct a step more
 * for each part at most, some 100 ns: a second at the worst, for two members who bring together what neither could
 * alone. Past that it is tried again.
 */
const maxNewSteps = 10_000_000
/** A part of an honest update takes some 10 µs: ten times that, and what a busy machine may stand still. */
const limit = { ms: 300, msPerPart: 0.1 }

/** @param since parts that the plan took in since a copy of it took this update in well; null when none did */
export function mustBeTried(parts: number, since: number | null): boolean {
  return parts > maxUntried && (since === null || since * parts > maxNewSteps)
}

export function createTrialLine(tryOut: TryOut): TrialLine {
  const line: (() => void)[] = []
  const pending = new Set<Promise<void>>()
  let running = 0

  async function runInTurn(trial: (tryOut: TryOut) => Promise<void>): Promise<void> {
    if (running === maxRunning) await new Promise<void>((resolve) => line.push(resolve))
    else running += 1
    try {
      await trial(tryOut)
    } finally {
      const next = line.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }

  return {
    run(trial) {
      const ending = runInTurn(trial).finally(() => pending.delete(ending))
      pending.add(ending)
    },
    async drain() {
      while (pending.size > 0) await Promise.all(pending)
    },
  }
}

export function createRoomTrials(ports: {
  line: TrialLine
  plan: Pick<PlanDocument, 'doc' | 'parts'>
  /** [S7] Bytes that wait in all rooms. */
  backlog: { bytes: number }
  /** `messages`: what was tried, and what its author said after it. Not called for what was dropped. */
  onOutcome: (outcome: TrialOutcome, author: Member, messages: readonly WaitingMessage[]) => void
  reportError: (error: unknown) => void
}): RoomTrials {
  const { line, plan, backlog, onOutcome, reportError } = ports
  /** By author: what is being tried, and what comes after it. */
  const held = new Map<Member, WaitingMessage[]>()

  function put(message: WaitingMessage): void {
    backlog.bytes += message.update.byteLength
    const messages = held.get(message.author)
    if (messages === undefined) held.set(message.author, [message])
    else messages.push(message)
  }

  function take(author: Member): WaitingMessage[] {
    const messages = held.get(author) ?? []
    held.delete(author)
    for (const { update } of messages) backlog.bytes -= update.byteLength
    return messages
  }

  async function run(tryOut: TryOut, update: Uint8Array, parts: number): Promise<TrialOutcome> {
    try {
      return await tryOut(Y.encodeStateAsUpdate(plan.doc), update, limit.ms + limit.msPerPart * parts)
    } catch (error) {
      reportError(error)
      return 'failed'
    }
  }

  return {
    begin(message, { update, parts }) {
      const { author } = message
      const times = (message.trial?.times ?? 0) + 1
      if (times > maxTrials) return false
      const isHeld = (): boolean => held.get(author)?.[0] === message
      put(message)
      author.pause('trial')
      line.run(async (tryOut) => {
        // What else is in the same batch is taken before the copy is made.
        await Promise.resolve()
        if (!isHeld()) return
        message.trial = { at: plan.parts, times }
        const outcome = await run(tryOut, update, parts)
        if (!isHeld()) return
        onOutcome(outcome, author, take(author))
        author.resume('trial')
      })
      return true
    },
    hold(message) {
      if (message.type === 'edit' || !held.has(message.author)) return false
      put(message)
      return true
    },
    drop(author) {
      if (take(author).length > 0) author.resume('trial')
    },
    get isIdle() {
      return held.size === 0
    },
  }
}
