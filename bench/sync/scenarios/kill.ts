import { setTimeout as delay } from 'node:timers/promises'

import type { Project } from '@concerte/schema'
import * as Y from 'yjs'

import { openCrowd, type Crowd, type Shape } from '../load/crowd.ts'
import { openPlan } from '../load/open-plan.ts'
import { someAtOnce } from '../load/some-at-once.ts'
import { typeAsFastAsItGoes, typeAtPace } from '../load/type.ts'
import type { MeasuredServer } from '../servers/measured-server.ts'

export type Situation = {
  shape: Shape
  pace: { keysPerSecond: number } | { ahead: number }
}

/** Letters, over all kills. */
export type Losses = {
  kills: number
  seen: number
  seenLost: number
  acknowledged: number
  acknowledgedLost: number
}

/** The server is killed again and again while people type, at a moment drawn each time; what of their letters is there after? */
export async function measureKills(
  server: MeasuredServer,
  { shape, pace }: Situation,
  { kills, project }: { kills: number; project: Project },
): Promise<Losses> {
  const losses: Losses = { kills, seen: 0, seenLost: 0, acknowledged: 0, acknowledgedLost: 0 }
  await server.start()
  for (let kill = 0; kill < kills; kill += 1) {
    const crowd = await openCrowd(server, shape, project)
    let isOver = false
    const typing =
      'ahead' in pace
        ? typeAsFastAsItGoes(crowd, { ...pace, isOver: () => isOver })
        : typeAtPace(crowd, { ...pace, isOver: () => isOver })
    await delay(500 + 1000 * Math.random())
    await server.kill()
    isOver = true
    await typing
    await Promise.all(crowd.sockets.map(({ closed }) => closed))
    await server.start()
    await addLosses(losses, crowd, server)
  }
  return losses
}

async function addLosses(losses: Losses, { shape, writers }: Crowd, server: MeasuredServer): Promise<void> {
  const states = await someAtOnce(shape.rooms, (room) => endsOf(server, room))
  for (const [room, ends] of states.entries()) {
    for (const { writer } of writers) {
      if (writer.room !== room) continue
      const { seen, acknowledged, typist } = writer
      const kept = ends.get(typist.client) ?? 0
      losses.seen += seen
      losses.seenLost += Math.max(0, seen - kept)
      losses.acknowledged += acknowledged
      losses.acknowledgedLost += Math.max(0, acknowledged - kept)
    }
  }
}

/** How many letters of each client the plan holds now. */
async function endsOf(server: MeasuredServer, room: number): Promise<Map<number, number>> {
  const plan = await openPlan(server, room)
  if (server.loadsLate) await delay(500)
  plan.socket.destroy()
  await plan.socket.closed
  const doc = new Y.Doc()
  for (const update of plan.updates) Y.applyUpdate(doc, update)
  // Of the state vector only what is whole counts: Yjs leaves out what builds on something missing.
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}
