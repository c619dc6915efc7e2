import type { ProjectId } from '@concerte/api'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'

import { firstProject, invite, setUpAdmin } from '../testing/people.ts'
import {
  closeCodeOf,
  frame,
  handshake,
  openRawSocket,
  openTcp,
  type RawSocket,
} from '../testing/raw-socket.ts'
import { joinPlanAsApp, setupServer, setupToken, until, type TestServer } from '../testing/test-server.ts'
import type { Visitor } from '../testing/visitor.ts'

type Place = { server: TestServer; hostile: Visitor; projectId: ProjectId }

/** A plan in which one person types, one reads, and one is up to no good. */
async function setupPlan() {
  const server = await setupServer()
  const [admin, reader, hostile] = [server.visit(), server.visit(), server.visit()]
  await setUpAdmin(admin, setupToken(server))
  const projectId = await firstProject(admin)
  await invite(admin, reader, { projectId, role: 'reader', name: 'reader' })
  await invite(admin, hostile, { projectId, role: 'editor', name: 'hostile' })
  const typist = joinPlanAsApp(server, admin, projectId)
  const witness = joinPlanAsApp(server, reader, projectId)
  await Promise.all([typist.client.whenLoaded, witness.client.whenLoaded])
  const states = new Set<string>()
  for (const { client } of [typist, witness]) client.subscribe(() => states.add(client.state.type))
  let letters = 0
  /** What is typed now is read. */
  async function goOn(): Promise<void> {
    letters += 1
    words(typist.doc).insert(0, 'a')
    await until(witness.doc, () => words(witness.doc).length === letters)
  }
  await goOn()
  return { place: { server, hostile, projectId }, states, goOn }
}

function words(doc: Y.Doc): Y.Text {
  return doc.getText('test')
}

function enter({ server, hostile, projectId }: Place): Promise<RawSocket> {
  return openRawSocket(server, hostile, projectId)
}

/** Says something in a plan; gives the code with which the server ends that, and waits for its end. */
async function sayFrames(place: Place, ...frames: Buffer[]): Promise<number | null> {
  const raw = await enter(place)
  raw.tcp.write(Buffer.concat(frames))
  while (closeCodeOf(raw.received()) === null) await once(raw.tcp, 'data')
  // As a client answers it; the server cuts those that do not.
  raw.tcp.end(frame(bytes(), { opcode: 8 }))
  await raw.gone
  return closeCodeOf(raw.received())
}

/** Begins a line otherwise than it should be; gives the status of the answer. */
async function knock(place: Place, words: string): Promise<string> {
  const raw = await openTcp(place.server.port, words)
  await raw.gone
  return /^HTTP\/1\.1 (\d+)/.exec(raw.received().toString('latin1'))?.[1] ?? 'nothing'
}

const bytes = (...values: number[]) => Uint8Array.from(values)
const shake = ({ server, hostile, projectId }: Place, changes: Record<string, string>) =>
  handshake(server, hostile, projectId, changes)

/** Each with how it ends: a close code in a plan, a status before it. */
const attacks: [what: string, attack: (place: Place) => Promise<unknown>, end: unknown][] = [
  [
    'what is no HTTP',
    (place) => knock(place, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n'),
    '400',
  ],
  ['a key that is none', (place) => knock(place, shake(place, { 'Sec-WebSocket-Key': 'x' })), '400'],
  ['a version that is none', (place) => knock(place, shake(place, { 'Sec-WebSocket-Version': '99' })), '400'],
  ['another method', (place) => knock(place, shake(place, {}).replace('GET', 'POST')), '405'],
  ['a page of another site', (place) => knock(place, shake(place, { Origin: 'http://evil.test' })), '403'],
  ['headers without end', (place) => knock(place, shake(place, { 'X-Long': 'x'.repeat(100_000) })), '431'],
  ['text', (place) => sayFrames(place, frame(Buffer.from('bonjour'), { opcode: 1 })), 4400],
  ['text that is no UTF-8', (place) => sayFrames(place, frame(bytes(0xff, 0xfe), { opcode: 1 })), 1007],
  ['an unknown opcode', (place) => sayFrames(place, frame(bytes(1), { opcode: 5 })), 1002],
  ['a frame that is not masked', (place) => sayFrames(place, frame(bytes(1), { masked: false })), 1002],
  ['a continuation of nothing', (place) => sayFrames(place, frame(bytes(1), { opcode: 0 })), 1002],
  ['a ping that is too long', (place) => sayFrames(place, frame(Buffer.alloc(200), { opcode: 9 })), 1002],
  [
    'a frame said to be of 2^63 bytes',
    (place) => sayFrames(place, frame(bytes(0), { length: 2n ** 63n })),
    1009,
  ],
  ['a frame said to be of 5 MB', (place) => sayFrames(place, frame(bytes(0), { length: 5_000_000n })), 1009],
  [
    'fragments that come to more than a message may be',
    (place) => sayFrames(place, ...pieces(frame(Buffer.alloc(1_000_000), { final: false }), 5)),
    1009,
  ],
  [
    'fragments without end',
    (place) => sayFrames(place, ...pieces(frame(bytes(0), { final: false }), 300)),
    1008,
  ],
  ['no message', (place) => sayFrames(place, frame(bytes())), 4400],
  ['a message of no known type', (place) => sayFrames(place, frame(bytes(77, 1, 2))), 4400],
  ['an update cut off', (place) => sayFrames(place, frame(bytes(0, 2, 255, 255, 255))), 4400],
  [
    'a state vector without end',
    (place) => sayFrames(place, frame(bytes(0, 0, 5, 255, 255, 255, 255, 15))),
    4400,
  ],
  ['what only servers say', (place) => sayFrames(place, frame(bytes(100, 1, 3))), 4400],
  ['a version of the protocol to come', (place) => sayFrames(place, frame(bytes(100, 0, 99))), 4426],
  [
    'the whole plan over and over',
    (place) => sayFrames(place, ...pieces(frame(bytes(0, 0, 1, 0)), 100)),
    4504,
  ],
]

function pieces(piece: Buffer, count: number): Buffer[] {
  // The first piece of a message says of what kind it is, those after it that they follow.
  const isPart = ((piece[0] ?? 0) & 0x80) === 0
  return Array.from({ length: count }, (_, index) =>
    isPart && index > 0 ? Buffer.concat([bytes(0), piece.subarray(1)]) : piece,
  )
}

test('[S5] whatever is sent to the port, it ends that connection alone, with a code: others type and read on', async () => {
  const { place, states, goOn } = await setupPlan()
  for (const [what, attack, end] of attacks) {
    expect([what, await attack(place)]).toEqual([what, end])
    await goOn()
  }
  expect([...states].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['saved', 'saving'])
})

test('[S5] lines that are left in the middle of anything are gone, and others type and read on', async () => {
  const { place, states, goOn } = await setupPlan()
  const halves: ((place: Place) => Promise<RawSocket>)[] = [
    ({ server }) => openTcp(server.port, 'GET /sync/x HTTP/1.1\r\nHost: local'),
    (at) => openTcp(at.server.port, shake(at, {}).slice(0, -2)),
    (at) => openTcp(at.server.port, shake(at, {})),
    ...[
      frame(Buffer.alloc(3_000_000)).subarray(0, 2_000_000),
      frame(bytes(0, 2, 200), { final: false }),
      frame(bytes(1), { opcode: 8, length: 100n }),
      frame(bytes(0, 0, 1, 0)).subarray(0, 5),
    ].map((half) => async (at: Place) => {
      const raw = await enter(at)
      raw.tcp.write(half)
      return raw
    }),
  ]
  const left = await Promise.all(tenTimes(halves).map((half) => half(place)))
  await goOn()
  for (const { tcp } of left) tcp.resetAndDestroy()
  await goOn()
  expect([...states].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['saved', 'saving'])
})

test('[S5] [S7] pings without end are answered no faster than they are read, and others type and read on', async () => {
  const { place, states, goOn } = await setupPlan()
  const raw = await enter(place)
  raw.tcp.pause()
  const ping = frame(Buffer.alloc(125), { opcode: 9 })
  for (let round = 0; round < 100; round += 1) {
    raw.tcp.write(Buffer.concat(pieces(ping, 1_000)))
    if (round % 20 === 0) await goOn()
  }
  raw.tcp.resume()
  raw.tcp.write(frame(bytes(100, 0, 99)))
  await raw.gone
  await goOn()
  expect([...states].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['saved', 'saving'])
})

function tenTimes<T>(items: readonly T[]): T[] {
  return Array.from({ length: 10 }, () => items).flat()
}
