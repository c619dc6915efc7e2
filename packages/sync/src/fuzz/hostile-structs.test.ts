import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { closeCodes } from '../close-codes.ts'
import { createPlanRooms } from '../plan-rooms.ts'
import { createMemoryLog } from '../testing/memory-log.ts'
import { setupClient } from '../testing/room-client.ts'
import { Deep, poisoned, writeUpdate, type WrittenContent, type WrittenStruct } from './write-update.ts'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Whose structs begin at clock 0: of Eve, who has written nothing yet, and of the plan. */
const [eve, second, plan] = [50, 51, 1]
const at = (client: number, clock: number) => ({ client, clock })
const word: WrittenContent = { type: 'string', text: 'mot' }

function item(of: Partial<Extract<WrittenStruct, { type: 'item' }>> = {}): WrittenStruct {
  return { type: 'item', origin: null, rightOrigin: null, parent: 'mine', key: null, content: word, ...of }
}

function said(...structs: WrittenStruct[]): Uint8Array {
  return writeUpdate([{ client: eve, clock: 0, structs }], [])
}

/** `theirs` holds clocks 0 to 3, the second letter is a pair; `mine` holds 4; the map has a value at 5. */
function planOf(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = plan
  doc.getText('theirs').insert(0, 'a😀b')
  doc.getText('mine').insert(0, 'c')
  doc.getMap('map').set('key', 1)
  return Y.encodeStateAsUpdate(doc)
}

const updates: [what: string, update: Uint8Array][] = [
  ['words without length', said(item({ content: { type: 'string', text: '' } }))],
  [
    'a value without length, in the place of another',
    said(item({ parent: 'map', key: 'key', content: { type: 'any', values: [] } })),
  ],
  [
    'a client twice',
    writeUpdate(
      [
        { client: eve, clock: 0, structs: [item()] },
        { client: eve, clock: 3, structs: [item()] },
      ],
      [],
    ),
  ],
  [
    'structs that wait for each other',
    writeUpdate(
      [
        { client: eve, clock: 0, structs: [item({ origin: at(plan, 4), rightOrigin: at(second, 0) })] },
        { client: second, clock: 0, structs: [item({ origin: at(plan, 4), rightOrigin: at(eve, 0) })] },
      ],
      [],
    ),
  ],
  ['words between two texts', said(item({ origin: at(plan, 4), rightOrigin: at(plan, 2) }))],
  [
    'words between a text and what the same update says',
    said(item(), item({ origin: at(eve, 2), rightOrigin: at(plan, 2) })),
  ],
  [
    'words between what is gone and a text',
    said({ type: 'gc', length: 1 }, item({ origin: at(eve, 0), rightOrigin: at(plan, 2) })),
  ],
  ['a neighbour of a value of a map', said(item({ rightOrigin: at(plan, 5) }))],
  ['a value too deep', said(item({ content: { type: 'any', values: [new Deep(200)] } }))],
  [
    'an embed too deep',
    said(item({ content: { type: 'embed', text: '['.repeat(5_000) + ']'.repeat(5_000) } })),
  ],
  [
    'a value with a prototype of its own',
    said(item({ parent: 'map', key: 'key', content: { type: 'any', values: [poisoned] } })),
  ],
  [
    'a number that JSON cannot say',
    said(item({ parent: 'map', key: 'key', content: { type: 'any', values: [3n] } })),
  ],
]

it.each(updates)(
  '[S5] %s: its author is sent away, and the plan and the log stay as they were',
  async (_what, update) => {
    const log = createMemoryLog()
    const errors: unknown[] = []
    const rooms = createPlanRooms({ log, reportError: (error) => errors.push(error) })
    log.rows.push({ projectId: 'plan', userId: null, update: planOf(), claims: [] })
    const [hostile, witness] = [setupClient(rooms, { userId: 'eve' }), setupClient(rooms, { userId: 'lea' })]
    await settled()
    const before = await rooms.read('plan')
    hostile.say({ type: 'update', update })
    await settled()
    expect([hostile.closed, witness.closed, errors]).toEqual([[closeCodes.badMessage.code], [], []])
    expect(await rooms.read('plan')).toEqual(before)
    expect(log.rows).toHaveLength(1)
  },
)

it('[S4] what is told again with other neighbours changes nothing: only what is new of it is looked at and taken', async () => {
  const log = createMemoryLog()
  const rooms = createPlanRooms({ log, reportError: () => undefined })
  log.rows.push({ projectId: 'plan', userId: null, update: planOf(), claims: [] })
  const hostile = setupClient(rooms, {
    userId: 'eve',
    judge: (_doc, touches) => (touches.some(({ root }) => root !== 'mine') ? 'not-your-axis' : null),
  })
  await settled()
  hostile.say({ type: 'update', update: said(item({ rightOrigin: at(plan, 4) })) })
  await settled()
  // The same three letters, said to stand in the middle of the pair, and one more.
  const again = item({ rightOrigin: at(plan, 2), content: { type: 'string', text: 'mots' } })
  hostile.say({ type: 'update', update: said(again) })
  await settled()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await rooms.read('plan'))
  expect([doc.getText('theirs').toJSON(), doc.store.pendingStructs]).toEqual(['a😀b', null])
  expect(hostile.closed).toEqual([closeCodes.badMessage.code])
})
