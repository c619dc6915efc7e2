import type { CheckedPlan } from '../checked-plan.ts'
import { keyAt } from '../finding-key.ts'
import type { CheckId, Finding } from '../finding.ts'
import { apostrophes } from './apostrophes.ts'
import { ellipsis } from './ellipsis.ts'
import { noBreakSpaces } from './no-break-spaces.ts'
import { quotes } from './quotes.ts'
import type { Replacement } from './replacement.ts'
import { spaces } from './spaces.ts'

const checks = {
  spaces,
  'no-break-spaces': noBreakSpaces,
  quotes,
  apostrophes,
  ellipsis,
} as const satisfies Partial<Record<CheckId, (plain: string) => Replacement[]>>

/** What the typographer would mend: one finding a check and text, with every place in it, and `words.count` of them. */
export function typography({ texts }: CheckedPlan): Finding[] {
  const findings: Finding[] = []
  for (const { place, plain } of texts) {
    for (const check of ['spaces', 'no-break-spaces', 'quotes', 'apostrophes', 'ellipsis'] as const) {
      const found = checks[check](plain)
      const [first] = found
      if (first === undefined) continue
      findings.push({
        check,
        key: keyAt(check, place.node, place.field),
        severity: 'typography',
        place,
        range: { start: first.at, end: first.at + first.was.length },
        words: { count: String(found.length) },
        mend: {
          type: 'replace',
          edits: found.map(({ at, was, text }) => ({
            place,
            range: { start: at, end: at + was.length },
            was,
            text,
          })),
        },
      })
    }
  }
  return findings
}
