import type { ComparedKind, ComparisonSummary } from '@concerte/schema'

import type { fr } from './messages.fr.ts'

/** What a comparison comes to, each count in words: «12 mesures ajoutées», «3 cibles relevées». Empty when nothing changed. */
export function summaryItems(summary: ComparisonSummary, t: typeof fr): string[] {
  const words = t.summary
  const items: string[] = []
  for (const change of ['added', 'withdrawn', 'moved'] as const) {
    for (const kind of kinds) {
      const count = summary[change][kind]
      if (count > 0) items.push(words.nodes(kind, change, count))
    }
  }
  for (const change of ['raised', 'lowered', 'set', 'removed', 'changed'] as const) {
    const count = summary.targets[change]
    if (count > 0) items.push(words.targets(change, count))
  }
  if (summary.reworded.cover > 0) items.push(words.cover)
  for (const kind of kinds) {
    const count = summary.reworded[kind]
    if (count > 0) items.push(words.nodes(kind, 'reworded', count))
  }
  if (summary.values > 0) items.push(words.values(summary.values))
  if (summary.template > 0) items.push(words.template(summary.template))
  return items
}

const kinds: readonly ComparedKind[] = [
  'axis',
  'group',
  'action',
  'measure',
  'indicator',
  'statement',
  'section',
]
