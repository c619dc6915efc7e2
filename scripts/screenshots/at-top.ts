import type { Locator } from 'playwright-core'

/** Scrolls a text near the top of the window, its heading above it. */
export async function atTop(text: Locator): Promise<void> {
  await text.evaluate('element => { element.scrollIntoView(); scrollBy(0, -240) }')
}
