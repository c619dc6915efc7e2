import type * as Y from 'yjs'

/** Sets a plain JSON value of a map, or removes it when undefined; writes nothing when it is that already. */
export function setValue(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (value === undefined) {
    if (map.has(key)) map.delete(key)
    return
  }
  if (!map.has(key) || canonical(map.get(key)) !== canonical(value)) map.set(key, value)
}

/** JSON whose keys stand in one order, without those that are undefined. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
