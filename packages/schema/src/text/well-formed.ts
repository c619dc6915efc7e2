/**
 * A JSON value whose strings hold no half of a surrogate pair; the value itself where that is so already. Yjs would
 * keep such a half here and send U+FFFD to the others, who would then read another plan.
 */
export function wellFormed<T>(value: T): T {
  return isWellFormed(value) ? value : (transform(value) as T)
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Array.isArray(value) ? value.every(isWellFormed) : Object.values(value).every(isWellFormed)
}

function transform(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(transform)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, transform(inner)]))
}
