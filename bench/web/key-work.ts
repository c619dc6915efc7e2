import { setTimeout as delay } from 'node:timers/promises'

import type { CDPSession, Page } from 'playwright-core'

/** Milliseconds after a key in which all that it causes is done: its task, the frame, the saving. */
const settling = 80

/** Of the page's main thread, in ms of its own time, in as long as a letter is looked at: all that it did, and what it does when no key is pressed. */
export type LetterWork = { all: number[]; others: number[] }

/** In turns with a letter and without one: the difference is what the letter itself costs. */
export async function letterWork(page: { page: Page; cdp: CDPSession }, count: number): Promise<LetterWork> {
  const work: LetterWork = { all: [], others: [] }
  for (let index = 0; index < count; index += 1) {
    work.all.push(...(await keyWork(page, ['e'], 1)))
    const before = await taskTime(page.cdp)
    await delay(settling)
    work.others.push((await taskTime(page.cdp)) - before)
  }
  return work
}

/** What the page's main thread does for keys pressed one after the other, in ms of its own time, the drawing and the saving included. */
export async function keyWork(
  { page, cdp }: { page: Page; cdp: CDPSession },
  keys: readonly string[],
  count: number,
): Promise<number[]> {
  const work: number[] = []
  for (let index = 0; index < count; index += 1) {
    const before = await taskTime(cdp)
    for (const key of keys) {
      await page.keyboard.press(key)
      await delay(settling)
    }
    work.push((await taskTime(cdp)) - before)
  }
  return work
}

async function taskTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** Milliseconds from a key to its painted letter, and how many of them are the page's own. */
export type KeyDelay = { painted: number; own: number }

export async function keyDelay(page: Page, count: number): Promise<KeyDelay[]> {
  await page.evaluate('measured.takeDelays()')
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press('e')
    await delay(settling)
  }
  return page.evaluate<KeyDelay[]>('measured.takeDelays()')
}
