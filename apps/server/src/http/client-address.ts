/**
 * Where a request comes from. Each trusted proxy appends the address that it saw, so the one to believe stands that
 * many places from the end; what stands before it anyone can write.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const forwarded = (forwardedFor ?? '').split(',').map((item) => item.trim())
  const claimed = trustedProxies === 0 ? undefined : forwarded.at(-trustedProxies)
  return claimed === undefined || claimed === '' ? (socketAddress ?? 'unknown') : claimed
}
