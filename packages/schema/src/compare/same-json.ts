/** Whether two values are the same as JSON, whatever the order of their keys; what is undefined is not there. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isSameJson(item, b[index]))
    )
  }
  const [left, right] = [new Map(entriesOf(a)), entriesOf(b)]
  return (
    left.size === right.length &&
    right.every(([key, value]) => left.has(key) && isSameJson(left.get(key), value))
  )
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined)
}
