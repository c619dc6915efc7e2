import type { ProjectId } from '@concerte/api'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'

import type { RunningServer } from '../main.ts'
import { browserSocket } from './test-server.ts'
import type { Visitor } from './visitor.ts'

/** A client that says what it likes, in bytes put together here: what it was forbidden, it does all the same. */
export type RawClient = {
  doc: Y.Doc
  /** Changes the document here, tells the server, and waits for its verdict: `acknowledged`, or the code of the refusal. */
  write(change: (doc: Y.Doc) => void): Promise<string>
  send(bytes: Uint8Array): void
  sendUpdate(update: Uint8Array): void
  /** Resolves to the close code. */
  closed: Promise<number>
  close(): void
}

const sync = 0
const save = 100
const version = 1

/** Joins a plan, asks to be told what becomes of its words, and resolves when it has the plan. */
export async function joinPlanRaw(
  server: Pick<RunningServer, 'port'>,
  visitor: Visitor,
  projectId: ProjectId,
): Promise<RawClient> {
  const Socket = browserSocket(`http://localhost:${server.port}`, visitor.cookie)
  const socket = new Socket(`ws://localhost:${server.port}/sync/${projectId}`)
  socket.binaryType = 'arraybuffer'
  onTestFinished(() => socket.close())
  const doc = new Y.Doc()
  const loaded = Promise.withResolvers<void>()
  let verdict = Promise.withResolvers<string>()
  const send = (bytes: Uint8Array): void => socket.send(Uint8Array.from(bytes))
  socket.addEventListener('open', () => {
    send(Uint8Array.from([save, 0, version]))
    send(message(sync, 0, Y.encodeStateVector(doc)))
  })
  socket.addEventListener('message', ({ data }: { data: unknown }) => {
    if (!(data instanceof ArrayBuffer)) return
    const bytes = new Uint8Array(data)
    const [type, kind] = bytes
    if (type === sync && kind !== 0) Y.applyUpdate(doc, payload(bytes), 'server')
    if (type === sync && kind === 1) loaded.resolve()
    if (type === save && kind === 1) verdict.resolve('acknowledged')
    if (type === save && kind === 2) verdict.resolve(new TextDecoder().decode(payload(bytes)))
  })
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener('close', ({ code }) => resolve(code)),
  )
  await Promise.race([loaded.promise, closed])
  return {
    doc,
    send,
    sendUpdate: (update) => send(message(sync, 2, update)),
    closed,
    close: () => socket.close(),
    async write(change) {
      verdict = Promise.withResolvers()
      const updates: Uint8Array[] = []
      const keep = (update: Uint8Array, origin: unknown) => origin !== 'server' && updates.push(update)
      doc.on('update', keep)
      change(doc)
      doc.off('update', keep)
      if (updates.length === 0) throw new Error('This writes nothing')
      send(message(sync, 2, Y.mergeUpdates(updates)))
      return verdict.promise
    },
  }
}

/** One message as the wire has it. */
export function message(type: number, kind: number, bytes: Uint8Array): Uint8Array {
  const length: number[] = []
  for (let rest = bytes.byteLength; ; rest = Math.floor(rest / 128)) {
    length.push(rest < 128 ? rest : (rest % 128) + 128)
    if (rest < 128) break
  }
  return Uint8Array.from([type, kind, ...length, ...bytes])
}

/** What follows type, kind and length. */
function payload(bytes: Uint8Array): Uint8Array {
  let at = 2
  while ((bytes[at] ?? 0) >= 128) at += 1
  return bytes.subarray(at + 1)
}
