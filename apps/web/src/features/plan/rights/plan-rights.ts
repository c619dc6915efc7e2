import {
  isRoot,
  mayAddTo,
  mayArrangeNode,
  mayChangeStructure,
  mayDismiss,
  mayWriteCover,
  mayWriteNode,
  nodeIdSchema,
  rightsSchema,
  type NodeId,
  type NewNode,
  type Rights,
  type WriteRefusal,
} from '@concerte/schema'

import { coverNode } from '../store/place.ts'
import type { PlanStore } from '../store/plan-store.ts'

/** Something that one may want to do to the plan. */
export type Intent =
  /** The texts and fields of a node, or of the cover (`cover`). */
  | { type: 'write'; node: string }
  /** Moving a node within its parent, throwing it away, bringing it back. */
  | { type: 'arrange'; node: NodeId }
  /** Adding nodes to a node or a root, and moving them there. */
  | { type: 'addTo'; parent: string }
  /** Which axes and sections there are, the period, the website, the template. */
  | { type: 'structure' }
  /** Calling a finding of a check needless, and taking that back; `key` as of `dismissalKey`. */
  | { type: 'dismiss'; key: string }

/** What the person may do to the plan now. */
export type PlanRights = {
  current: () => Rights
  /** Why not; null when one may. */
  refusal: (intent: Intent) => WriteRefusal | null
  change: (rights: Rights) => void
  /** Tells of other rights, and of other places of nodes: both decide. */
  subscribe: (listener: () => void) => () => void
  close: () => void
}

/** Those of someone who only looks. */
export const noRights: Rights = {
  role: 'reader',
  phase: 'drafting',
  scope: 'nothing',
  decides: 'nothing',
  axes: [],
  locked: [],
}

export function createPlanRights(
  store: Pick<PlanStore, 'plan' | 'onStructure'>,
  initial: Rights = noRights,
): PlanRights {
  const { plan } = store
  const listeners = new Set<() => void>()
  let rights = initial
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const close = store.onStructure(tell)
  return {
    current: () => rights,
    refusal(intent) {
      switch (intent.type) {
        case 'write':
          return intent.node === coverNode
            ? mayWriteCover(rights)
            : withId(intent.node, (id) => mayWriteNode(plan, rights, id))
        case 'arrange':
          return mayArrangeNode(plan, rights, intent.node)
        case 'addTo': {
          const { parent } = intent
          if (isRoot(parent)) return mayAddTo(plan, rights, parent)
          return withId(parent, (id) => mayAddTo(plan, rights, id))
        }
        case 'structure':
          return mayChangeStructure(rights)
        case 'dismiss':
          return mayDismiss(plan, rights, intent.key)
      }
    },
    change(changed) {
      if (JSON.stringify(changed) === JSON.stringify(rights)) return
      rights = changed
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close,
  }
}

/** What adding a node needs. */
export function toAdd(added: NewNode): Intent {
  return { type: 'addTo', parent: added.type === 'axis' ? 'axes' : added.parent }
}

/** The rights that the server told, as JSON text; none when it told none, or in words of a newer version. */
export function readRights(text: string | undefined): Rights {
  try {
    return rightsSchema.safeParse(JSON.parse(text ?? '')).data ?? noRights
  } catch {
    return noRights
  }
}

function withId(node: string, judge: (id: NodeId) => WriteRefusal | null): WriteRefusal | null {
  const id = nodeIdSchema.safeParse(node).data
  return id === undefined ? 'structure' : judge(id)
}
