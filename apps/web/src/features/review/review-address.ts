/** Whether an address (`#fil-12`, `#amendement-…`) names a thread or an amendment of a plan. */
export function isReviewAddress(hash: string): boolean {
  return /^#(?:fil|amendement)-./.test(hash)
}
