import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import type { PlanRooms } from '../plan-rooms.ts'
import { setupClient } from '../testing/room-client.ts'
import type { Message } from '../messages.ts'

/** Someone honest in the plan: says what they type at once, and reads what comes when they are told to. */
export type FuzzPerson = {
  readonly doc: Y.Doc
  readonly closed: readonly number[]
  /** Reads the next messages; false when there are none. @throws when they cannot be read */
  read(count: number): boolean
}

export function createPerson(
  rooms: PlanRooms,
  userId: string,
  clientId: number,
  canWrite: boolean,
): FuzzPerson {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const awareness = new Awareness(doc)
  // Its timer is none of ours, and nothing else stops it alone.
  // oxlint-disable-next-line eslint/no-underscore-dangle
  clearInterval(awareness._checkInterval)
  const client = setupClient(rooms, { userId, canWrite })
  const far = Symbol('from the server')
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== far && canWrite) client.say({ type: 'update', update })
  })
  client.say({ type: 'syncStep1', stateVector: Y.encodeStateVector(doc) })

  function take(message: Message): void {
    const { type } = message
    if (type === 'syncStep1')
      client.say({ type: 'syncStep2', update: Y.encodeStateAsUpdate(doc, message.stateVector) })
    if (type === 'syncStep2' || type === 'update') Y.applyUpdate(doc, message.update, far)
    if (type === 'awareness') applyAwarenessUpdate(awareness, message.update, far)
  }

  return {
    doc,
    closed: client.closed,
    read(count) {
      const messages = client.received.splice(0, count)
      for (const message of messages) take(message)
      return messages.length > 0
    },
  }
}
