import type { Page } from 'playwright-core'

/** Whether what has the focus can be seen, at least in part, in the window and not under a bar: null where nothing has it. */
export function isFocusSeen(page: Page): Promise<{ name: string; isSeen: boolean } | null> {
  return page.evaluate(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) return null
    const { left, right, top, bottom } = activeElement.getBoundingClientRect()
    // A text that is higher than the window shows a part of itself.
    const middle = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
    const points = [top + 4, middle, bottom - 4].map((at) =>
      document.elementFromPoint((left + right) / 2, at),
    )
    const isSeen = points.some(
      (hit) => hit !== null && (activeElement.contains(hit) || hit.contains(activeElement)),
    )
    const name = activeElement.getAttribute('aria-label') ?? activeElement.textContent
    return { name: name.trim().slice(0, 60), isSeen }
  })
}

/** What one presses that is less than 24 px wide or high (WCAG 2.5.8); links in a sentence are as high as its line. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pressed = 'button, a[href], input, select, [role=menuitem], [role=option], [role=radio]'
    return [...document.querySelectorAll(pressed)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .filter((element) => {
        // The label of a box is pressed with it.
        const target = element.matches('input') ? (element.closest('label') ?? element) : element
        const { width, height } = target.getBoundingClientRect()
        return width > 2 && height > 2 && (width < 23.5 || height < 23.5)
      })
      .map((element) => element.outerHTML.slice(0, 120))
  })
}

/** What WCAG 1.4.12 lets people set. */
export const wideSpacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`

/** Adds rules to the page, in the place of those added before. */
export async function style(page: Page, css: string): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets = [sheet]
  }, css)
}

/** Texts of the plan and words of buttons that their box cuts off. */
export function cutText(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-text], main button, header button')]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).overflowX !== 'visible')
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}
