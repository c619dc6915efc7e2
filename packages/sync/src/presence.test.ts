import { expect, it } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { MessageError } from './messages.ts'
import { createPresenceRoom, type PresenceRoom } from './presence.ts'

const marie = { userId: 'marie', name: 'Marie', colours: ['#0b5c8f', '#94284f'] as const }
const paul = { userId: 'paul', name: 'Paul', colours: ['#0b5c8f', '#94284f'] as const }

/** What the others are told after this, null when nothing. */
function told(room: PresenceRoom): Uint8Array | null {
  return room.takeChanges()?.update ?? null
}

function setupAwareness(state: Record<string, unknown>) {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState(state)
  const update = (): Uint8Array => encodeAwarenessUpdate(awareness, [doc.clientID])
  return { awareness, update, clientId: doc.clientID, end: () => awareness.destroy() }
}

it('[S8] others read the name of the session, whatever the client wrote', () => {
  const room = createPresenceRoom()
  const client = setupAwareness({ user: { id: 'recteur', name: 'Le recteur' }, place: { node: 'n1' } })
  const witness = setupAwareness({})
  room.receive({}, marie, client.update())
  applyAwarenessUpdate(witness.awareness, told(room)!, null)
  expect(witness.awareness.getStates().get(client.clientId)).toEqual({
    place: { node: 'n1' },
    user: { id: 'marie', name: 'Marie', color: '#0b5c8f' },
  })
  client.end()
  witness.end()
})

it('[S8] nobody speaks for the client of another person, and a person may come back on a new line', () => {
  const room = createPresenceRoom()
  const client = setupAwareness({ place: null })
  const [first, second, stranger] = [{}, {}, {}]
  room.receive(first, marie, client.update())
  expect(told(room)).not.toBeNull()
  room.receive(stranger, paul, client.update())
  expect(told(room)).toBeNull()
  room.receive(second, marie, client.update())
  expect(told(room)).not.toBeNull()
  room.leave(first)
  expect(told(room)).toBeNull()
  expect(room.everyone()).not.toBeNull()
  client.end()
})

it('two people in one plan are shown in two colours while there are enough, and each keeps theirs', () => {
  const room = createPresenceRoom()
  const witness = setupAwareness({})
  const colourOf = (clientId: number): unknown =>
    (witness.awareness.getStates().get(clientId) as { user: { color: string } }).user.color
  const clients = [marie, paul, { ...paul, userId: 'lea' }].map((identity) => {
    const client = setupAwareness({ place: null })
    const say = (): void => {
      room.receive(client, identity, client.update())
      applyAwarenessUpdate(witness.awareness, told(room)!, null)
    }
    say()
    return Object.assign(client, { say })
  })
  expect(clients.map(({ clientId }) => colourOf(clientId))).toEqual(['#0b5c8f', '#94284f', '#0b5c8f'])
  room.leave(clients[0]!)
  told(room)
  clients[1]!.awareness.setLocalState({ place: { node: 'n1' } })
  clients[1]!.say()
  expect(colourOf(clients[1]!.clientId)).toBe('#94284f')
  for (const client of clients) client.end()
  witness.end()
})

it('the others are told when someone leaves', () => {
  const room = createPresenceRoom()
  const client = setupAwareness({ place: null })
  const witness = setupAwareness({})
  const owner = {}
  room.receive(owner, marie, client.update())
  applyAwarenessUpdate(witness.awareness, told(room)!, null)
  room.leave(owner)
  applyAwarenessUpdate(witness.awareness, told(room)!, null)
  expect([...witness.awareness.getStates().keys()]).toEqual([witness.clientId])
  expect(room.everyone()).toBeNull()
  client.end()
  witness.end()
})

it('[S5] presences too long, too many or of another form are typed errors', () => {
  const room = createPresenceRoom()
  const long = setupAwareness({ place: 'x'.repeat(5_000) })
  expect(() => room.receive({}, marie, long.update())).toThrow(MessageError)
  long.end()
  expect(() => room.receive({}, marie, new Uint8Array([200, 1]))).toThrow(MessageError)
  const owner = {}
  const crowd = Array.from({ length: 5 }, () => setupAwareness({ place: null }))
  expect(() => crowd.forEach((client) => room.receive(owner, marie, client.update()))).toThrow(MessageError)
  for (const client of crowd) client.end()
})
