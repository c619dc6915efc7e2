import type { Locator, Page } from 'playwright-core'

/** The panel of comments and amendments beside a plan. */
export function reviewPanel(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Relecture' })
}

/** An amendment in the list of the panel, by its number. */
export function amendmentCard(page: Page, number: number): Locator {
  return reviewPanel(page).getByRole('button', { name: new RegExp(`^Nº\\s${number} `) })
}

/** Presses a button of the panel; words are its whole name. */
export function pressInPanel(page: Page, name: string | RegExp): Promise<void> {
  return reviewPanel(page)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .click()
}
