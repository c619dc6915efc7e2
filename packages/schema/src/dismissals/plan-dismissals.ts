import type * as Y from 'yjs'

import { edit, type PlanDoc } from '../outline/plan-doc.ts'
import { setValue } from '../outline/set-value.ts'
import { dismissalKey, dismissalSchema, normalizeDismissals, type Dismissal } from './dismissal.ts'

/*
 * The dismissals stand in a root map of the document, each one value under its `dismissalKey`: two people who dismiss
 * two findings at once both keep theirs. What this version cannot read stays there and is not shown [D4].
 */

/** The dismissals of a plan, in their one form ({@link normalizeDismissals}). */
export function readDismissals(plan: PlanDoc): Dismissal[] {
  return normalizeDismissals(Array.from(readable(plan), ([, dismissal]) => dismissal))
}

/** Dismisses a finding, or with no `key` a check everywhere; over one that is there, for its new reason. @throws {z.ZodError} */
export function dismissFinding(plan: PlanDoc, dismissal: Dismissal): void {
  const parsed = dismissalSchema.parse(dismissal)
  edit(plan, () => setValue(dismissalMap(plan), dismissalKey(parsed), dismissalSchema, parsed))
}

/** Takes a dismissal back. Nothing happens where there is none. */
export function reopenFinding(plan: PlanDoc, of: Pick<Dismissal, 'check' | 'key'>): void {
  edit(plan, () => dismissalMap(plan).delete(dismissalKey(of)))
}

/** Makes the plan's dismissals those given. Within {@link edit}. */
export function applyDismissalsOf(plan: PlanDoc, dismissals: readonly Dismissal[]): void {
  const wanted = new Map(dismissals.map((dismissal) => [dismissalKey(dismissal), dismissal]))
  const map = dismissalMap(plan)
  for (const [key] of readable(plan)) if (!wanted.has(key)) map.delete(key)
  for (const [key, dismissal] of wanted) setValue(map, key, dismissalSchema, dismissal)
}

/** The root map, for who listens to it. */
export function dismissalMap(plan: PlanDoc): Y.Map<unknown> {
  return plan.doc.getMap('dismissals')
}

function readable(plan: PlanDoc): [key: string, dismissal: Dismissal][] {
  return Array.from(dismissalMap(plan)).flatMap(([key, raw]): [string, Dismissal][] => {
    const { data } = dismissalSchema.safeParse(raw)
    return data !== undefined && dismissalKey(data) === key ? [[key, data]] : []
  })
}
