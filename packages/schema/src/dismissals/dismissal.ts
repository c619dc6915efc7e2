import { z } from 'zod'

/**
 * Somebody's word that a check is wrong, or does not matter, at one place (`key`, of the finding) or in the whole plan.
 * `check` is not a closed list: a newer version has checks that this one does not know, and their dismissals stay.
 */
export const dismissalSchema = z
  .object({
    check: z.string().regex(/^[a-z][a-z-]{0,59}$/),
    key: z.string().max(200).optional(),
    reason: z.string().max(1000),
    /** The person's id, and the time in ISO 8601; null where nobody knows. */
    by: z.string().max(200).nullable(),
    at: z.string().max(40).nullable(),
  })
  .refine(({ check, key }) => key === undefined || key.startsWith(`${check}/`))
export type Dismissal = z.infer<typeof dismissalSchema>

/** What a dismissal is kept under: the key of its finding, or the name of the check that it dismisses everywhere. */
export function dismissalKey({ check, key }: Pick<Dismissal, 'check' | 'key'>): string {
  return key ?? check
}

/** The one form of a list of dismissals: by their keys, of two with one key the last. */
export function normalizeDismissals(dismissals: readonly Dismissal[]): Dismissal[] {
  const byKey = new Map(
    dismissals.map((dismissal) => [dismissalKey(dismissal), dismissalSchema.parse(dismissal)]),
  )
  return Array.from(byKey)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, dismissal]) => dismissal)
}
