import { isDeepStrictEqual } from 'node:util'

import type { Page } from 'playwright-core'

/** What comes into view takes its height some frames later: what one reads of it once it stays the same for ten. */
export async function atRest<T>(page: Page, read: () => Promise<T>): Promise<T> {
  let before: T | undefined
  for (;;) {
    for (let frame = 0; frame < 10; frame += 1) await page.evaluate(() => new Promise(requestAnimationFrame))
    const now = await read()
    if (isDeepStrictEqual(now, before)) return now
    before = now
  }
}
