import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Waits until the plan and the app itself are on the device. */
export async function waitKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => countKept(page, 'states'), { timeout: 20_000 }).toBe(1)
}

/** How many records a store of the device's database holds. */
export function countKept(page: Page, store: string): Promise<number> {
  return page.evaluate(async (store) => {
    const all = await indexedDB.databases()
    const name = all.find((database) => database.name?.startsWith('concerte-'))?.name
    if (name === undefined) return 0
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.addEventListener('error', () => reject(new Error('not opened')))
      opening.addEventListener('success', () => {
        const counting = opening.result.transaction(store).objectStore(store).count()
        counting.addEventListener('success', () => {
          opening.result.close()
          resolve(counting.result)
        })
      })
    })
  }, store)
}
