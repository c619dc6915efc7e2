import type * as Y from 'yjs'

import { isNodeId } from '../ids.ts'
import type { TextProfile } from '../text/rich-text.ts'
import { textsOf } from './node-types.ts'
import { coverText, coverTexts, nodeText, nodeType, type PlanDoc } from './plan-doc.ts'

/** A text of a plan, and how it is read and written. */
export type FoundText = { fragment: Y.XmlFragment; profile: TextProfile }

/** The text `field` of a node, or of the cover (`cover`); null when the plan has no such text. */
export function findText(plan: PlanDoc, node: string, field: string): FoundText | null {
  if (node === 'cover') {
    const known = coverTexts.find((name) => name === field)
    return known === undefined ? null : { fragment: coverText(plan, known), profile: 'line' }
  }
  const type = nodeType(plan, node)
  const profile = type === undefined ? undefined : textsOf(type).find(([name]) => name === field)?.[1]
  const fragment = isNodeId(node) ? nodeText(plan, node, field) : undefined
  return profile === undefined || fragment === undefined ? null : { fragment, profile }
}
