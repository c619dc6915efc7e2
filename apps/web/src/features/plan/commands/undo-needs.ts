import { coverTexts, coverText, dismissalMap, isNodeId, nodeIdOf, type PlanDoc } from '@concerte/schema'
import * as Y from 'yjs'

import type { Intent } from '../rights/plan-rights.ts'
import { coverNode } from '../store/place.ts'

/** Fields of a node by which it is arranged, not written. */
const arranging: ReadonlySet<string> = new Set(['place', 'trashed', 'colour', 'kind', 'type'])

/** What one must be allowed to do to take back, or to do again, a change that touched these types. */
export function undoNeeds(
  plan: PlanDoc,
  changed: ReadonlyMap<Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>, readonly unknown[]>,
): Intent[] {
  const needs: Intent[] = []
  const covers = new Set<unknown>(coverTexts.map((field) => coverText(plan, field)))
  const dismissals: unknown = dismissalMap(plan)
  for (const [type, events] of changed) {
    const changedType: unknown = type
    const keys = keysOf(type, events)
    if (changedType === plan.project) needs.push({ type: 'structure' })
    else if (changedType === dismissals) for (const key of keys) needs.push({ type: 'dismiss', key })
    else if (covers.has(changedType)) needs.push({ type: 'write', node: coverNode })
    else if (changedType === plan.nodes) {
      for (const id of keys) if (isNodeId(id)) needs.push({ type: 'arrange', node: id })
    } else {
      const id = nodeIdOf(plan, changedType)
      if (id === undefined) continue
      needs.push(
        keys.some((key) => arranging.has(key)) ? { type: 'arrange', node: id } : { type: 'write', node: id },
      )
    }
  }
  return needs
}

function keysOf(type: unknown, events: readonly unknown[]): string[] {
  return events.flatMap((event) =>
    event instanceof Y.YMapEvent && event.target === type
      ? [...event.keysChanged].filter((key) => typeof key === 'string')
      : [],
  )
}
