/** Which axes of the outline are folded, on this device, plan by plan. */
export type Folded = {
  isFolded: (axis: string) => boolean
  /** Whether any of these is open. */
  fold: (axes: readonly string[], isFolded: boolean) => void
  subscribe: (listener: () => void) => () => void
}

/** @param shelf where it is kept from one visit to the next; a device may forbid it */
export function createFolded(
  shelf: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  key: string,
): Folded {
  const folded = new Set(read(shelf, key))
  const listeners = new Set<() => void>()
  return {
    isFolded: (axis) => folded.has(axis),
    fold(axes, isFolded) {
      for (const axis of axes) {
        if (isFolded) folded.add(axis)
        else folded.delete(axis)
      }
      try {
        if (folded.size === 0) shelf.removeItem(key)
        else shelf.setItem(key, [...folded].join(' '))
      } catch {
        // A full or forbidden shelf: it holds for this visit.
      }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function read(shelf: Pick<Storage, 'getItem'>, key: string): string[] {
  try {
    return (shelf.getItem(key) ?? '').split(' ').filter((axis) => axis !== '')
  } catch {
    // Forbidden: nothing was kept.
    return []
  }
}
