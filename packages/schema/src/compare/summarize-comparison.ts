import { z } from 'zod'

import { datedValueSchema } from '../project.ts'
import { comparedKindSchema, type Comparison, type NodeChange, type ValueChange } from './comparison.ts'
import { numberWithUnit } from './number-with-unit.ts'

const countsSchema = z.record(comparedKindSchema, z.int().nonnegative())

/**
 * A comparison in numbers, to be said in words: «12 mesures ajoutées, 3 cibles relevées». `reworded`: kept nodes of which a text differs;
 * `targets`: those of kept indicators; `values`: other structured fields of kept nodes; `template`: what differs in the template.
 */
export const summarySchema = z.object({
  added: countsSchema,
  withdrawn: countsSchema,
  moved: countsSchema,
  reworded: countsSchema,
  targets: z.object({
    raised: z.int(),
    lowered: z.int(),
    set: z.int(),
    removed: z.int(),
    /** In other words, in another unit, or for another date. */
    changed: z.int(),
  }),
  values: z.int(),
  template: z.int(),
})
export type ComparisonSummary = z.infer<typeof summarySchema>

export function summarizeComparison({ changes, template }: Comparison): ComparisonSummary {
  const summary: ComparisonSummary = {
    added: noCounts(),
    withdrawn: noCounts(),
    moved: noCounts(),
    reworded: noCounts(),
    targets: { raised: 0, lowered: 0, set: 0, removed: 0, changed: 0 },
    values: 0,
    template: template.values.length + template.slots.length,
  }
  for (const change of changes) count(summary, change)
  return summary
}

/** What became of a target; null where the field is no target. */
export function targetChange({
  field,
  before,
  after,
}: ValueChange): keyof ComparisonSummary['targets'] | null {
  if (field !== 'target') return null
  const [was, is] = [valueOf(before), valueOf(after)]
  if (was === '') return 'set'
  if (is === '') return 'removed'
  const [old, now] = [numberWithUnit(was), numberWithUnit(is)]
  if (old === null || now === null || old.unit !== now.unit || old.number === now.number) return 'changed'
  return now.number > old.number ? 'raised' : 'lowered'
}

function count(summary: ComparisonSummary, { type, kind, move, texts, values }: NodeChange): void {
  if (type !== 'kept') {
    summary[type][kind] += 1
    return
  }
  if (move !== null) summary.moved[kind] += 1
  if (texts.length > 0) summary.reworded[kind] += 1
  for (const value of values) {
    const target = targetChange(value)
    if (target === null) summary.values += 1
    else summary.targets[target] += 1
  }
}

function noCounts(): ComparisonSummary['added'] {
  return { cover: 0, section: 0, axis: 0, group: 0, action: 0, measure: 0, indicator: 0, statement: 0 }
}

function valueOf(value: ValueChange['before']): string {
  return datedValueSchema.safeParse(value).data?.value.trim() ?? ''
}
