import type { CheckId, Finding } from '@concerte/schema'
import * as Y from 'yjs'

import type { ChecksRequest, ChecksView } from './checks-view.ts'
import type { FromWorker, ToWorker } from './worker-messages.ts'

/** `hidden`: keys of findings that one has just dealt with, before the plan was checked again. */
export type ChecksState =
  | { type: 'off'; total: number | null }
  | { type: 'checking' }
  | { type: 'ready'; view: ChecksView; hidden: ReadonlySet<string> }
  | { type: 'failed' }

/** The findings of an open plan, for as long as somebody looks. */
export type Checks = {
  current: () => ChecksState
  subscribe: (listener: () => void) => () => void
  /** How many findings are open; null when nobody knows: the plan changed since it was checked. */
  total: () => number | null
  start: (request: ChecksRequest) => void
  request: (request: ChecksRequest) => void
  /** Everything that mends a check in one go. */
  mends: (check: CheckId, axes: readonly string[] | null) => Promise<readonly Finding[]>
  /** A finding was just dealt with: it is not shown any more, unless the next check finds it again. */
  hide: (keys: readonly string[]) => void
  stop: () => void
}

type ChecksWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

/** The page itself does nothing on a keystroke but pass the small update on. */
export function createChecks(doc: Y.Doc, startWorker: () => ChecksWorker = startChecksWorker): Checks {
  const listeners = new Set<() => void>()
  const hidden = new Map<string, number>()
  const asked = new Map<number, (findings: readonly Finding[]) => void>()
  let state: ChecksState = { type: 'off', total: null }
  let worker: ChecksWorker | null = null
  let sent = 0
  let questions = 0

  function show(next: ChecksState): void {
    state = next
    for (const listener of listeners) listener()
  }
  function send(message: ToWorker): void {
    // The target is for windows: a worker has its page alone.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker?.postMessage(message)
  }
  function pass(update: Uint8Array): void {
    sent += 1
    send({ type: 'update', update })
  }
  /** What is known of a plan that is no longer watched holds until it changes. */
  function forget(): void {
    doc.off('update', forget)
    if (state.type === 'off') show({ type: 'off', total: null })
  }
  function hear(message: FromWorker): void {
    if (message.type === 'mends') {
      asked.get(message.id)?.(message.findings)
      asked.delete(message.id)
      return
    }
    for (const [key, since] of hidden) if (message.seen >= since) hidden.delete(key)
    show({ type: 'ready', view: message.view, hidden: new Set(hidden.keys()) })
  }

  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    total() {
      if (state.type === 'off') return state.total
      return state.type === 'ready' ? state.view.total : null
    },
    start(request) {
      if (worker !== null) return
      doc.off('update', forget)
      const started = startWorker()
      worker = started
      started.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (worker === started) hear(data)
      })
      started.addEventListener('error', () => {
        if (worker === started) show({ type: 'failed' })
      })
      sent = 0
      send({ type: 'request', request })
      pass(Y.encodeStateAsUpdate(doc))
      doc.on('update', pass)
      show({ type: 'checking' })
    },
    request: (request) => send({ type: 'request', request }),
    mends(check, axes) {
      questions += 1
      const answer = Promise.withResolvers<readonly Finding[]>()
      asked.set(questions, answer.resolve)
      send({ type: 'mends', id: questions, check, axes })
      return answer.promise
    },
    hide(keys) {
      if (state.type !== 'ready') return
      for (const key of keys) hidden.set(key, sent)
      show({ ...state, hidden: new Set(hidden.keys()) })
    },
    stop() {
      if (worker === null) return
      doc.off('update', pass)
      worker.terminate()
      worker = null
      hidden.clear()
      asked.clear()
      const total = state.type === 'ready' ? state.view.total : null
      if (total !== null) doc.on('update', forget)
      show({ type: 'off', total })
    },
  }
}

function startChecksWorker(): Worker {
  return new Worker(new URL('./checks-worker.ts', import.meta.url), { type: 'module' })
}
