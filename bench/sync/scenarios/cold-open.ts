import { setTimeout as delay } from 'node:timers/promises'

import type { Project } from '@concerte/schema'
import * as Y from 'yjs'

import { openCrowd, type Crowd } from '../load/crowd.ts'
import { openPlan } from '../load/open-plan.ts'
import { allDelivered, typeAsFastAsItGoes } from '../load/type.ts'
import { whenIdle } from '../process-usage.ts'
import type { MeasuredServer } from '../servers/measured-server.ts'

export type ColdOpen = {
  /** From connecting to having the whole plan, of one who comes alone and of the last of 20, ms. */
  first: number
  lastOfTwenty: number
  /** What one of them was sent. */
  bytes: number
}

const typists = 10
const atOnce = 20

/** A plan that was typed letter by letter is opened on a server that has just started. */
export async function measureColdOpen(
  server: MeasuredServer,
  { letters, rounds, project }: { letters: number; rounds: number; project: Project },
): Promise<ColdOpen[]> {
  await server.start()
  const crowd = await openCrowd(server, { rooms: 1, people: typists, typists }, project, { isTimed: false })
  const typed = () => crowd.writers.reduce((sum, { writer }) => sum + writer.typist.typed, 0)
  await typeAsFastAsItGoes(crowd, { ahead: 200, isOver: () => typed() >= letters })
  if (!(await allDelivered(crowd, 60_000))) throw new Error(`${server.name}: the plan could not be typed`)
  crowd.check()
  await crowd.leave()
  const results: ColdOpen[] = []
  for (let round = 0; round < rounds; round += 1) {
    const [first] = await openCold(server, 1, crowd)
    const times = await openCold(server, atOnce, crowd)
    if (first === undefined) throw new Error('nobody came')
    results.push({
      first: first.ms,
      lastOfTwenty: Math.max(...times.map(({ ms }) => ms)),
      bytes: first.bytes,
    })
  }
  return results
}

async function openCold(
  server: MeasuredServer,
  people: number,
  crowd: Crowd,
): Promise<{ ms: number; bytes: number }[]> {
  await whenIdle(server.pid)
  await server.stop()
  await server.start()
  await whenIdle(server.pid)
  const whole = crowd.writers.reduce((sum, { writer }) => sum + writer.typist.typed, 0)
  const opened = await Promise.all(Array.from({ length: people }, () => openWhole(server, whole)))
  for (const { updates } of opened.slice(0, 1)) checkWhole(server, updates, crowd)
  return opened
}

/** Comes in, and leaves when the plan has come: not fewer bytes than letters. What they are is looked at later. */
async function openWhole(server: MeasuredServer, letters: number) {
  const start = performance.now()
  let size = 0
  const whole = Promise.withResolvers<void>()
  const plan = await openPlan(server, 0, {
    onUpdate(update) {
      size += update.byteLength
      if (size >= letters) whole.resolve()
    },
  })
  await Promise.race([whole.promise, delay(60_000, undefined, { ref: false })])
  const ms = (plan.times.at(-1) ?? Number.NaN) - start
  // Some servers send all of it twice.
  await delay(300)
  const bytes = plan.socket.bytesRead
  plan.socket.destroy()
  await plan.socket.closed
  return { ms, bytes, updates: plan.updates }
}

function checkWhole(server: MeasuredServer, updates: readonly Uint8Array[], { writers }: Crowd): void {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  for (const { writer } of writers) {
    const kept = Y.getState(doc.store, writer.typist.client)
    if (kept < writer.typist.typed)
      throw new Error(`${server.name}: ${writer.typist.typed - kept} letters are missing`)
  }
}
