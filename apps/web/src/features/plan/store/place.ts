import type { FieldPlace } from '@concerte/editor'

/** The cover has no node: its texts stand under this name. */
export const coverNode = 'cover'

/** One string a place, for maps and for `data-` attributes. */
export function placeKey({ node, field }: FieldPlace): string {
  return `${node}.${field}`
}

export function isSamePlace(a: FieldPlace | null, b: FieldPlace | null): boolean {
  return a?.node === b?.node && a?.field === b?.field
}
