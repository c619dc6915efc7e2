import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises'

import type { Project } from '@concerte/schema'

import { openCrowd } from '../load/crowd.ts'
import { forgetPeak, memoryMb } from '../process-usage.ts'
import type { MeasuredServer } from '../servers/measured-server.ts'

export type Stalled = {
  /** The most memory while the texts passed, over that before, MB. */
  growthMb: number
  /** The close code that each of them finds when it reads on; «open» when it was not cut. */
  codes: string[]
}

const stalled = 5
const typists = 2
const pasteLength = 4_096
const ahead = 16 * pasteLength

/** Some people stop reading, while others paste text over text. */
export async function measureStalled(
  server: MeasuredServer,
  { megabytes, project }: { megabytes: number; project: Project },
): Promise<Stalled> {
  await server.start()
  const readers = 1
  const shape = { rooms: 1, people: typists + readers + stalled, typists }
  const crowd = await openCrowd(server, shape, project, { isTimed: false })
  const others = typists + readers - 1
  const isStalled = crowd.sockets.slice(-stalled)

  async function pass(bytes: number): Promise<void> {
    const end = crowd.deliveries + bytes * others
    const deadline = performance.now() + 100_000
    while (crowd.deliveries < end) {
      if (performance.now() > deadline) throw new Error(`${server.name}: the texts did not pass`)
      for (const { writer, socket } of crowd.writers) {
        if (writer.typist.typed - writer.delivered / others < ahead)
          socket.write(writer.typist.paste(pasteLength))
      }
      await turn()
    }
  }

  // Once with everyone reading, so that what every server needs for such texts is not taken for growth.
  await pass(4_000_000)
  for (const socket of isStalled) socket.pause()
  forgetPeak(server.pid)
  const before = memoryMb(server.pid).now
  await pass(megabytes * 1_000_000)
  const growthMb = memoryMb(server.pid).peak - before
  for (const socket of isStalled) socket.resume()
  const codes = await Promise.all(
    isStalled.map(({ closed }) => Promise.race([closed.then(String), delay(2_000, 'open')])),
  )
  await crowd.leave()
  return { growthMb, codes }
}
