/** The name of a check, which stays when some of what stood under it is gone. */
export function focusCheck(check: string): void {
  panelPart(`[data-group="${check}"]`)?.focus()
}

/** All that a check found is dealt with, and it goes: the focus goes to the check after it, else before it, else to the title. */
export function focusBeside(check: string): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-side-panel] [data-group]')]
  const index = all.findIndex((name) => name.dataset['group'] === check)
  const beside = all[index + 1] ?? all[index - 1] ?? panelPart('h2')
  beside?.focus()
}

/** What was dismissed is brought back: the list of the others, which goes with its last one. */
export function focusDismissed(isLast: boolean): void {
  panelPart(isLast ? 'h2' : '[data-dismissed]')?.focus()
}

function panelPart(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-side-panel] ${selector}`)
}
