import { parentPort, type MessagePort } from 'node:worker_threads'

/** The thread's end of its line to the event loop. @throws when this is no worker thread */
export function threadPort(): MessagePort {
  if (parentPort === null) throw new Error('This file runs in a worker thread only')
  return parentPort
}

/** What went wrong, as a message. `errcode` is SQLite's extended result code, null when it was not SQLite. */
export function errorReply(id: number, error: unknown) {
  const message = error instanceof Error ? error.message : String(error)
  return { id, type: 'error', message, errcode: errorCode(error) } as const
}

function errorCode(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return null
  return typeof error.errcode === 'number' ? error.errcode : null
}
