import type { NodeId } from '@concerte/schema'

import type { Listed } from '../store/structure.ts'

/** Actions that stand together: those of one group, or those between two groups. */
export type Run = { id: string; group: NodeId | null; actions: readonly Listed[] }

export function runsOf(children: readonly Listed[]): Run[] {
  const runs: Run[] = []
  let loose: Listed[] = []
  const closeLoose = () => {
    if (loose.length > 0) runs.push({ id: `from-${loose[0]!.id}`, group: null, actions: loose })
    loose = []
  }
  for (const child of children) {
    if (child.type === 'group') {
      closeLoose()
      runs.push({ id: child.id, group: child.id, actions: [] })
    } else loose.push(child)
  }
  closeLoose()
  return runs
}
