import { applyMend, edit, type Finding } from '@concerte/schema'

import type { PlanTools } from '../plan/plan-context.ts'
import type { Intent } from '../plan/rights/plan-rights.ts'

/**
 * Mends findings as one step of undo, and says so. What one may not write, or what changed since it was checked, stays as
 * it is. Gives those that were mended.
 */
export function mendFindings(
  { commands, rights }: Pick<PlanTools, 'commands' | 'rights'>,
  findings: readonly Finding[],
  say: (count: number) => string,
): Finding[] {
  const allowed = findings.filter((finding) =>
    needsOf(finding).every((need) => rights.refusal(need) === null),
  )
  const done: Finding[] = []
  commands.run(allowed.flatMap(needsOf), (plan) => {
    edit(plan, () => {
      for (const finding of allowed) {
        if (finding.mend !== undefined && applyMend(plan, finding.mend)) done.push(finding)
      }
    })
    return done.length === 0 ? undefined : { said: say(done.length), canUndo: true }
  })
  return done
}

function needsOf({ mend }: Finding): Intent[] {
  if (mend === undefined) return []
  const places = mend.type === 'replace' ? mend.edits.map(({ place }) => place) : [mend.place]
  return places.map(({ node }) => ({ type: 'write', node }))
}
