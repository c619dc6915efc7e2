/** Takes the focus to the panel: to what one was at in it, else to its heading. False when it is there already, or no panel is. */
export function focusSidePanel(): boolean {
  const panel = document.querySelector('[data-side-panel]')
  if (panel === null || panel.contains(document.activeElement)) return false
  const at = panel.querySelector<HTMLElement>('[data-current] button') ?? panel.querySelector('h2')
  at?.focus()
  return true
}

/** Takes the focus to the heading of the panel, where what held it goes or what is shown is another. */
export function focusPanelHeading(options?: FocusOptions): void {
  document.querySelector<HTMLElement>('[data-side-panel] h2')?.focus(options)
}
