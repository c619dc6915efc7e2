import { blocksToPlain } from '../text/plain-text.ts'
import type { Indicator } from '../project.ts'
import type { CheckedPlan } from './checked-plan.ts'
import { keyAt } from './finding-key.ts'
import type { CheckId, Finding } from './finding.ts'

type Field = 'baseline' | 'target' | 'source'

const checks = {
  baseline: 'missing-baseline',
  target: 'missing-target',
  source: 'missing-source',
} as const satisfies Record<Field, CheckId>

/** Indicators without a value of today, without a target, without the source of their figures. */
export function missingFields({ lists }: CheckedPlan): Finding[] {
  return lists.flatMap(({ entries }) =>
    entries.flatMap(({ entry }) => {
      if (entry.type !== 'indicator' || blocksToPlain(entry.text).trim() === '') return []
      return (['baseline', 'target', 'source'] as const)
        .filter((field) => isMissing(entry, field))
        .map((field): Finding => {
          const check = checks[field]
          return { check, key: keyAt(check, entry.id), severity: 'lack', place: { node: entry.id, field } }
        })
    }),
  )
}

function isMissing(indicator: Indicator, field: Field): boolean {
  // What is to be made or written is not there at the start.
  if (field === 'baseline' && indicator.kind === 'deliverable') return false
  const value = field === 'source' ? indicator.source : indicator[field]?.value
  return value === undefined || value.trim() === ''
}
