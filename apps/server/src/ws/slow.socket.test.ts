import { once } from 'node:events'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { firstProject, invite, setUpAdmin } from '../testing/people.ts'
import { closeCodeOf, frame, openRawSocket } from '../testing/raw-socket.ts'
import { startServerProcess, type ServerProcess } from '../testing/server-process.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { joinPlanAsApp, saved, setupToken } from '../testing/test-server.ts'
import { createVisitor } from '../testing/visitor.ts'

const megabyte = 1024 * 1024

/** A server in a process of its own, whose memory can be told from ours, and two people in a plan. */
async function setupPlan() {
  const server = await startServerProcess(temporaryFolder())
  const visit = () => createVisitor(server.url, (request) => fetch(request))
  const [admin, other] = [visit(), visit()]
  await setUpAdmin(admin, setupToken(server))
  const projectId = await firstProject(admin)
  await invite(admin, other, { projectId, role: 'editor', name: 'other' })
  return { server, admin, other, projectId }
}

/** Megabytes that the process holds. */
async function memoryOf({ url }: ServerProcess): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]
  return Number(bytes) / megabyte
}

/** Pastes and takes away again, so that much is said and little stays; all of it is durable when this resolves. */
async function pass(typist: ReturnType<typeof joinPlanAsApp>, megabytes: number): Promise<void> {
  const text = typist.doc.getText('test')
  for (let passed = 0; passed < megabytes; passed += 1) {
    text.insert(0, 'x'.repeat(megabyte - 100))
    text.delete(0, text.length)
    await saved(typist.client)
  }
}

test('[S7] readers who stop reading cost little, are cut with «too slow» and gone, and have everything when they come back', async () => {
  const { server, admin, other, projectId } = await setupPlan()
  const typist = joinPlanAsApp(server, admin, projectId)
  await typist.client.whenLoaded
  // What passing costs anyway is paid before, so that what is measured is what the readers add.
  await pass(typist, 60)
  const before = await memoryOf(server)

  const stalled = await Promise.all(Array.from({ length: 5 }, () => openRawSocket(server, other, projectId)))
  for (const { tcp } of stalled) tcp.pause()
  const peak = { memory: 0 }
  for (let part = 0; part < 6; part += 1) {
    await pass(typist, 10)
    peak.memory = Math.max(peak.memory, await memoryOf(server))
  }
  const growth = Math.round(peak.memory - before)
  expect(growth).toBeLessThan(120)

  // Nothing lingers of those to whom not even the close could be said.
  for (;;) {
    const text = await (await fetch(`${server.url}/metrics`)).text()
    if (/^concerte_connections 1$/m.test(text)) break
  }
  typist.doc.getText('test').insert(0, 'la fin')
  await saved(typist.client)
  const back = joinPlanAsApp(server, other, projectId)
  await back.client.whenLoaded
  expect(back.doc.getText('test').toJSON()).toBe('la fin')

  // What it was sent before it stalled ends with the reason, when the client reads on in time; else the line is cut.
  for (const { tcp, gone, received } of stalled) {
    tcp.resume()
    await gone
    expect([4502, null]).toContain(closeCodeOf(received()))
  }
})

test('[S7] a hundred messages of four megabytes that come bit by bit are bounded, and others are not held up', async () => {
  const { server, admin, other, projectId } = await setupPlan()
  const typist = joinPlanAsApp(server, admin, projectId)
  await typist.client.whenLoaded
  const before = await memoryOf(server)
  const whole = frame(Buffer.alloc(4 * megabyte - 100))
  const slow = await Promise.all(Array.from({ length: 99 }, () => openRawSocket(server, other, projectId)))
  for (const { tcp } of slow) tcp.write(whole.subarray(0, 14))
  for (let at = 0; at < 40; at += 1) {
    for (const { tcp } of slow) tcp.write(whole.subarray(14 + at, 15 + at))
    typist.doc.getText('test').insert(0, 'a')
    await saved(typist.client)
  }
  expect((await memoryOf(server)) - before).toBeLessThan(100)
  for (const { tcp } of slow) tcp.resetAndDestroy()
  typist.doc.getText('test').insert(0, 'b')
  await saved(typist.client)
})

test('[S7] a message in more packets than any network makes is cut off', async () => {
  const { server, other, projectId } = await setupPlan()
  const raw = await openRawSocket(server, other, projectId)
  raw.tcp.write(frame(Buffer.alloc(4 * megabyte - 100)).subarray(0, 14))
  const one = Buffer.alloc(1)
  while (!raw.tcp.closed && closeCodeOf(raw.received()) === null) {
    // Each leaves by itself, and the server reads between them.
    await new Promise<void>((resolve) => raw.tcp.write(one, () => resolve()))
  }
  expect([1008, null]).toContain(closeCodeOf(raw.received()))
})

test('[S7] who writes faster than the log takes is slowed down and not sent away, while others are saved', async () => {
  const { server, admin, projectId } = await setupPlan()
  const typist = joinPlanAsApp(server, admin, projectId)
  await typist.client.whenLoaded
  const flood = await openRawSocket(server, admin, projectId)
  const doc = new Y.Doc()
  const frames: Buffer[] = []
  doc.on('update', (update: Uint8Array) => frames.push(frame(messageOf(update))))
  for (let index = 0; index < 20_000; index += 1) doc.getMap('flood').set(String(index % 50), index)
  flood.tcp.write(Buffer.concat([frame(Uint8Array.from([100, 0, 1])), ...frames]))
  // Each of these is said behind some of the flood, and none waits for its end.
  let whileFlooded = 0
  while (!flood.tcp.closed && lastCount(flood.received()) < frames.length) {
    typist.doc.getText('test').insert(0, 'a')
    await saved(typist.client)
    if (lastCount(flood.received()) < frames.length) whileFlooded += 1
  }
  expect([closeCodeOf(flood.received()), lastCount(flood.received())]).toEqual([null, frames.length])
  expect(whileFlooded).toBeGreaterThan(3)
  await once(flood.tcp.end(), 'close')
})

/** An update as a message; its length is written as lib0 does. */
function messageOf(update: Uint8Array): Uint8Array {
  const { byteLength: length } = update
  const size = length < 128 ? [length] : [(length & 127) | 128, length >> 7]
  return Uint8Array.from([0, 2, ...size, ...update])
}

/** How many of its updates a client was last told to be durable. */
function lastCount(received: Buffer): number {
  const at = received.lastIndexOf(Buffer.from([100, 1]))
  if (at < 0) return 0
  let [count, weight, index] = [0, 1, at + 2]
  for (;;) {
    const byte = received[index] ?? 0
    count += (byte & 127) * weight
    weight *= 128
    index += 1
    if (byte < 128) return count
  }
}
