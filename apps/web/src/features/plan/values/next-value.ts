/** The field after one among the structured fields of a node; after the last, the button that folds them away. */
export function nextValue(field: HTMLElement): HTMLElement | null {
  const all = [...(listOf(field)?.querySelectorAll<HTMLElement>('[data-value]') ?? [])]
  return all[all.indexOf(field) + 1] ?? foldOf(field)
}

/** Folds the structured fields of a node away, with the focus on the button that shows them again. */
export function leaveValues(field: HTMLElement): void {
  const fold = foldOf(field)
  fold?.focus()
  if (fold?.getAttribute('aria-expanded') === 'true') fold.click()
}

function listOf(field: HTMLElement): Element | null {
  return field.closest('[data-values]')
}

function foldOf(field: HTMLElement): HTMLElement | null {
  return listOf(field)?.querySelector<HTMLElement>('[aria-expanded]') ?? null
}
