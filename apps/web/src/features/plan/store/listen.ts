/** Has `listener` called with what is told under `key`, until the function that it gives is called; nothing is left then. */
export function listen<Key, Told extends readonly unknown[]>(
  listeners: Map<Key, Set<(...told: Told) => void>>,
  key: Key,
  listener: (...told: Told) => void,
): () => void {
  const known = listeners.get(key) ?? new Set()
  listeners.set(key, known)
  known.add(listener)
  return () => {
    known.delete(listener)
    if (known.size === 0 && listeners.get(key) === known) listeners.delete(key)
  }
}
