import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { closeCodes } from './close-codes.ts'
import { createPlanRooms } from './plan-rooms.ts'
import { createMemoryLog } from './testing/memory-log.ts'
import { setupClient } from './testing/room-client.ts'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function typed(text: string, clientId: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

it('[S1] a room whose last member is sent away in the middle of a batch stays until that batch is in the log', async () => {
  const log = createMemoryLog()
  const rooms = createPlanRooms({
    log,
    reportError: (error) => {
      throw error
    },
  })
  const author = setupClient(rooms)
  await settled()
  log.gate.held = true
  author.say({ type: 'update', update: typed('gardé', 1) })
  const subdocument = new Y.Doc()
  subdocument.getArray('a').insert(0, [new Y.Doc()])
  author.say({ type: 'update', update: Y.encodeStateAsUpdate(subdocument) })
  await settled()
  expect(author.closed).toEqual([closeCodes.badMessage.code])
  // Comes while the first words are on their way into the log: it must not open the plan without them.
  const next = setupClient(rooms, { userId: 'paul' })
  await settled()
  next.say({ type: 'syncStep1', stateVector: Uint8Array.from([0]) })
  log.release()
  await settled()
  await settled()
  const doc = new Y.Doc()
  for (const { update } of [...next.of('syncStep2'), ...next.of('update')]) Y.applyUpdate(doc, update)
  expect(doc.getText('t').toJSON()).toBe('gardé')
})
