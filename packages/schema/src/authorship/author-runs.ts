import type * as Y from 'yjs'

import { isNodeId, type NodeId } from '../ids.ts'
import { isRoot, nodeTypes, textsOf } from '../outline/node-types.ts'
import {
  coverText,
  coverTexts,
  nodePlace,
  nodeText,
  nodeTrashed,
  nodeType,
  openPlan,
  type PlanDoc,
} from '../outline/plan-doc.ts'
import { textAuthors, type AuthorRun } from './text-authors.ts'

/** Who wrote one text of a plan. `node` is null for the texts of the cover; `inBin`: its node or one above is in the bin. */
export type AuthoredText = {
  node: NodeId | null
  field: string
  inBin: boolean
  /** The user's id; null for what the server wrote (a seed, an import). */
  runs: AuthorRun<string | null>[]
}

/**
 * [S3] Who wrote each character that a plan holds now: every text that has one, of the cover and of each node of a known
 * type, in no particular order of nodes. `owners`: whose each Yjs client id is; one that is not there is the server's.
 * What it cannot know stands at {@link textAuthors}. Cost: one pass over the texts. Pure.
 */
export function authorRuns(doc: Y.Doc, owners: ReadonlyMap<number, string>): AuthoredText[] {
  const plan = openPlan(doc)
  const authorOf = (client: number): string | null => owners.get(client) ?? null
  const texts: AuthoredText[] = coverTexts.map((field) => ({
    node: null,
    field,
    inBin: false,
    runs: textAuthors(coverText(plan, field), 'line', authorOf),
  }))
  for (const id of plan.nodes.keys()) {
    const type = nodeType(plan, id)
    if (!isNodeId(id) || type === undefined) continue
    const inBin = isInBin(plan, id)
    for (const [field, profile] of textsOf(type)) {
      const text = nodeText(plan, id, field)
      if (text === undefined) continue
      texts.push({ node: id, field, inBin, runs: textAuthors(text, profile, authorOf) })
    }
  }
  return texts.filter(({ runs }) => runs.length > 0)
}

/** How many characters (UTF-16 units) of the plan are by each author, the bin left aside; the most first. */
export function authorTotals(texts: readonly AuthoredText[]): { author: string | null; length: number }[] {
  const totals = new Map<string | null, number>()
  for (const { inBin, runs } of texts) {
    if (inBin) continue
    for (const { author, length } of runs) totals.set(author, (totals.get(author) ?? 0) + length)
  }
  return Array.from(totals, ([author, length]) => ({ author, length })).toSorted(
    (a, b) => b.length - a.length,
  )
}

const layers = Object.keys(nodeTypes).length

function isInBin(plan: PlanDoc, id: string): boolean {
  let at = id
  // Layers make chains short; a damaged document may still hold a ring.
  for (let depth = 0; depth < layers; depth += 1) {
    if (nodeTrashed(plan, at) !== undefined) return true
    const parent = nodePlace(plan, at)?.parent
    if (parent === undefined || isRoot(parent)) return false
    at = parent
  }
  return false
}
