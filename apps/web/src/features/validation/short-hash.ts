/** Enough of a hash to see that two are the same: twelve of its sixty-four digits, in groups of four. */
export function shortHash(sha256: string): string {
  return (sha256.slice(0, 12).match(/.{4}/g) ?? []).join('\u00A0')
}
