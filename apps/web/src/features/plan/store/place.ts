import type { FieldPlace } from '@concerte/editor'

/** The cover has no node: its texts stand under this name. */
export const coverNode = 'cover'

/** One string a place, for maps and for `data-` attributes. */
export function placeKey({ node, field }: FieldPlace): string {
  return `${node}.${field}`
}

/** The place that {@link placeKey} made the key of. */
export function placeOfKey(key: string): FieldPlace {
  const dot = key.lastIndexOf('.')
  return { node: key.slice(0, dot), field: key.slice(dot + 1) }
}

export function isSamePlace(a: FieldPlace | null, b: FieldPlace | null): boolean {
  return a?.node === b?.node && a?.field === b?.field
}
