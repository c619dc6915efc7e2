import type { ProjectId } from '@concerte/api'
import { joinFrames, splitFrames } from '@concerte/sync'
import * as Y from 'yjs'
import { z } from 'zod'

import type { Visitor } from './visitor.ts'

/** The message that asks to be told what is saved, in the first version of the protocol. */
export const askSaved = Uint8Array.from([100, 0, 1])

/** A line over HTTP spoken by hand, request by request. */
export type HttpLineClient = {
  path: string
  /** Sends messages as request `n`, the next one where it is left out. */
  send: (messages: readonly Uint8Array[], n?: number) => Promise<Response>
  /** What comes with one more poll. */
  poll: () => Promise<Uint8Array[]>
  /** Polls until a message satisfies a condition, and resolves to it. */
  hear: (condition: (message: Uint8Array) => boolean) => Promise<Uint8Array>
}

export async function openHttpLine(visitor: Visitor, projectId: ProjectId): Promise<HttpLineClient> {
  const { id } = await visitor.read(z.object({ id: z.string() }), 'POST', `/sync/${projectId}/lines`)
  const path = `/sync/${projectId}/lines/${id}`
  let [sent, polled] = [0, 0]
  const line: HttpLineClient = {
    path,
    send(messages, n = (sent += 1)) {
      return visitor.send('POST', `${path}/send?n=${n}`, joinFrames(messages.map(toFrame)))
    },
    async poll() {
      const response = await visitor.send('GET', `${path}/poll?n=${(polled += 1)}`)
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
      return splitFrames(new Uint8Array(await response.arrayBuffer()), 2 ** 30).messages
    },
    async hear(condition) {
      for (;;) {
        const found = (await line.poll()).find(condition)
        if (found !== undefined) return found
      }
    },
  }
  return line
}

/** Writes what its person may not, and resolves to the code that they are refused with. */
export async function forge(line: HttpLineClient): Promise<string> {
  const forged = new Y.Doc()
  forged.getText('test').insert(0, 'intrus')
  const update = Y.encodeStateAsUpdate(forged)
  await line.send([askSaved, Uint8Array.from([0, 2, update.byteLength, ...update])])
  const refused = await line.hear(([type, kind]) => type === 100 && kind === 2)
  return new TextDecoder().decode(refused.subarray(3))
}

/** Short messages only, put together by hand. */
function toFrame(message: Uint8Array): Uint8Array {
  if (message.byteLength > 125) throw new Error('A message for a test is short')
  return Uint8Array.from([0x82, message.byteLength, ...message])
}
