import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises'

import type { Crowd } from './crowd.ts'

/** Everyone who writes does so at a person's pace, each in a rhythm of their own, until `isOver`. */
export async function typeAtPace(
  { writers }: Crowd,
  { keysPerSecond, isOver }: { keysPerSecond: number; isOver: () => boolean },
): Promise<void> {
  const every = 1000 / keysPerSecond
  const start = performance.now()
  const due = writers.map((_, index) => start + (every * index) / writers.length)
  while (!isOver()) {
    for (const [index, { writer, socket }] of writers.entries()) {
      const now = performance.now()
      if (now < (due[index] ?? 0)) continue
      // What was missed is not made up for: nobody types two letters at once.
      due[index] = Math.max(now, (due[index] ?? now) + every * (0.7 + 0.6 * Math.random()))
      socket.write(writer.typist.type(1, now))
    }
    await delay(1)
  }
}

/** Everyone who writes does so as fast as it goes, with at most `ahead` letters that have not come to all others. */
export async function typeAsFastAsItGoes(
  { shape, writers }: Crowd,
  { ahead, isOver }: { ahead: number; isOver: () => boolean },
): Promise<void> {
  const others = shape.people - 1
  while (!isOver()) {
    for (const { writer, socket } of writers) {
      const underway = writer.typist.typed - writer.delivered / others
      if (underway > ahead / 2) continue
      socket.write(writer.typist.type(Math.floor(ahead - underway), performance.now()))
    }
    await turn()
  }
}

/** Resolves when every letter has come to everyone else, or has not for as long as `patienceMs`; to whether they all came. */
export async function allDelivered({ shape, writers }: Crowd, patienceMs = 5_000): Promise<boolean> {
  const others = shape.people - 1
  const isThere = () => writers.every(({ writer }) => writer.delivered >= writer.typist.typed * others)
  const end = performance.now() + patienceMs
  while (!isThere() && performance.now() < end) await delay(5)
  return isThere()
}
