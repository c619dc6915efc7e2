import type { Finding } from '../checks/finding.ts'
import { dismissalKey, type Dismissal } from './dismissal.ts'

export type DismissedFinding = { finding: Finding; dismissal: Dismissal }

/** Parts findings into those that are open and those that somebody dismissed, at their place or everywhere. */
export function applyDismissals(
  findings: readonly Finding[],
  dismissals: readonly Dismissal[],
): { open: Finding[]; dismissed: DismissedFinding[] } {
  const byKey = new Map(dismissals.map((dismissal) => [dismissalKey(dismissal), dismissal]))
  const open: Finding[] = []
  const dismissed: DismissedFinding[] = []
  for (const finding of findings) {
    const dismissal = byKey.get(finding.key) ?? byKey.get(finding.check)
    if (dismissal === undefined) open.push(finding)
    else dismissed.push({ finding, dismissal })
  }
  return { open, dismissed }
}
