import { setTimeout as delay } from 'node:timers/promises'

import type { Project } from '@concerte/schema'

import { openCrowd, type Shape } from '../load/crowd.ts'
import { allDelivered, typeAsFastAsItGoes, typeAtPace } from '../load/type.ts'
import { memoryMb, processorMs, whenIdle } from '../process-usage.ts'
import type { MeasuredServer } from '../servers/measured-server.ts'

export type TypingLoad = {
  shape: Shape
  /** Keys a second of each who types; or as fast as it goes, with so many letters ahead of the others. */
  pace: { keysPerSecond: number } | { ahead: number }
  warmUpMs: number
  measureMs: number
}

export type TypingFigures = {
  p50: number
  p95: number
  p99: number
  /** Server processor time, ms. */
  processorPerThousand: number
  deliveriesPerSecond: number
  peakMb: number
  /** Everyone had every letter within five seconds of the last. */
  keptUp: boolean
}

/** People type for a while in rooms of a server that has just been started. */
export async function measureTyping(
  server: MeasuredServer,
  { shape, pace, warmUpMs, measureMs }: TypingLoad,
  project: Project,
): Promise<TypingFigures> {
  const crowd = await openCrowd(server, shape, project)
  // What coming in left to do is not what typing costs.
  await whenIdle(server.pid)
  let isOver = false
  const typing =
    'ahead' in pace
      ? typeAsFastAsItGoes(crowd, { ...pace, isOver: () => isOver })
      : typeAtPace(crowd, { ...pace, isOver: () => isOver })
  await delay(warmUpMs)
  crowd.reset()
  const [start, processorBefore] = [performance.now(), processorMs(server.pid)]
  await delay(measureMs)
  const [end, processorAfter, { deliveries }] = [performance.now(), processorMs(server.pid), crowd]
  const [p50 = 0, p95 = 0, p99 = 0] = [0.5, 0.95, 0.99].map((share) => crowd.delays.percentile(share))
  isOver = true
  await typing
  // A server that drops letters would look fast.
  const keptUp = await allDelivered(crowd)
  crowd.check()
  const { peak } = memoryMb(server.pid)
  await crowd.leave()
  return {
    p50,
    p95,
    p99,
    processorPerThousand: ((processorAfter - processorBefore) / deliveries) * 1000,
    deliveriesPerSecond: (deliveries / (end - start)) * 1000,
    peakMb: peak,
    keptUp,
  }
}
