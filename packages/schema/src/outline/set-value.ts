import type * as Y from 'yjs'
import type { z } from 'zod'

import { wellFormed } from '../text/well-formed.ts'

/**
 * Sets a plain JSON value of a map, or removes it when undefined. Writes nothing when the map reads as that already:
 * `schema` is how this version reads it, so that a form which only a newer version knows stays until someone changes
 * what this version sees of it, and its unknown fields stay even then.
 */
export function setValue(map: Y.Map<unknown>, key: string, schema: z.ZodType, value: unknown): void {
  const raw = map.get(key)
  if (raw === undefined && value === undefined) return
  const current = schema.safeParse(raw).data
  const wanted = wellFormed(value)
  if (raw !== undefined && canonical(current) === canonical(wanted)) return
  if (wanted === undefined) map.delete(key)
  else map.set(key, withForeign(raw, current, wanted))
}

/** `value` with the fields of `raw` that this version's reading of it, `parsed`, leaves aside. */
function withForeign(raw: unknown, parsed: unknown, value: unknown): unknown {
  if (!isRecord(raw) || !isRecord(parsed) || !isRecord(value)) return value
  const foreign = Object.entries(raw).filter(([key]) => !Object.hasOwn(parsed, key))
  const own = Object.entries(value).map(([key, inner]) => [key, withForeign(raw[key], parsed[key], inner)])
  return Object.fromEntries([...foreign, ...own])
}

/** JSON whose keys stand in one order, without those that are undefined. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isRecord(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
