import type { FieldPlace } from '@concerte/editor'
import {
  coverText,
  coverTexts,
  followPlan,
  isTemplateKey,
  nodeIdOf,
  nodeIdSchema,
  nodeText,
  type PlanDoc,
} from '@concerte/schema'
import * as Y from 'yjs'

import { listen } from './listen.ts'
import { coverNode } from './place.ts'
import { createStructureReader, type PlanStructure } from './structure.ts'

type Listener = () => void
type Unsubscribe = () => void

/**
 * What the page reads of a plan. Yjs is the store: this only says, once a transaction, who must look again. [P1] A
 * keystroke in one text tells the readers of that text and nobody else. [P2] What a change costs here does not grow with the plan.
 */
export type PlanStore = {
  /** Followed: commands on it cost the same in a long plan. */
  readonly plan: PlanDoc
  structure: () => PlanStructure
  onStructure: (listener: Listener) => Unsubscribe
  /** Lets what others do to the structure be told only once this is released; what is done here is told at once. */
  hold: () => () => void
  /** The structured fields of one node, or of the cover (`cover`). */
  onValues: (node: string, listener: Listener) => Unsubscribe
  /** Grows with each change of the node's fields. */
  valuesVersion: (node: string) => number
  text: (place: FieldPlace) => Y.XmlFragment | undefined
  onText: (fragment: Y.XmlFragment, listener: Listener) => Unsubscribe
  close: () => void
}

export function createPlanStore(opened: PlanDoc): PlanStore {
  const plan = followPlan(opened)
  const structure = createStructureReader(plan)
  const structureListeners = new Set<Listener>()
  const valueListeners = new Map<string, Set<Listener>>()
  const textListeners = new Map<unknown, Set<Listener>>()
  const versions = new Map<string, number>()
  const holders = new Set<object>()
  let isHeldBack = false

  function onTransaction({ changed, local }: Y.Transaction): void {
    const touched = touchedBy(plan, changed)
    if (touched.structure && holders.size > 0 && !local) {
      touched.structure = false
      isHeldBack = true
    }
    for (const node of touched.values) versions.set(node, (versions.get(node) ?? 0) + 1)
    // All is up to date before anyone looks.
    const told = new Set<Listener>()
    if (touched.structure) {
      isHeldBack = false
      for (const listener of structureListeners) told.add(listener)
    }
    for (const node of touched.values)
      for (const listener of valueListeners.get(node) ?? []) told.add(listener)
    for (const text of touched.texts) for (const listener of textListeners.get(text) ?? []) told.add(listener)
    for (const listener of told) listener()
  }
  plan.doc.on('afterTransaction', onTransaction)

  return {
    plan,
    structure,
    onStructure(listener) {
      structureListeners.add(listener)
      return () => structureListeners.delete(listener)
    },
    hold() {
      const holder = {}
      holders.add(holder)
      return () => {
        if (!holders.delete(holder) || holders.size > 0 || !isHeldBack) return
        isHeldBack = false
        for (const listener of structureListeners) listener()
      }
    },
    onValues: (node, listener) => listen(valueListeners, node, listener),
    valuesVersion: (node) => versions.get(node) ?? 0,
    text({ node, field }) {
      if (node === coverNode) {
        const known = coverTexts.find((name) => name === field)
        return known === undefined ? undefined : coverText(plan, known)
      }
      const id = nodeIdSchema.safeParse(node).data
      return id === undefined ? undefined : nodeText(plan, id, field)
    },
    onText: (fragment, listener) => listen(textListeners, fragment, listener),
    close() {
      plan.doc.off('afterTransaction', onTransaction)
      plan.live.close()
    },
  }
}

type Touched = { structure: boolean; values: Set<string>; texts: Set<object> }

/** Keys of a node that say where it stands, or hold a text: the rest are structured fields. */
const structuralKeys = new Set<string | null>(['type', 'place', 'trashed', 'kind'])

function touchedBy(plan: PlanDoc, changed: Y.Transaction['changed']): Touched {
  const touched: Touched = { structure: false, values: new Set(), texts: new Set() }
  for (const [type, keys] of changed) {
    // Yjs types the keys by their events, which no map of ours narrows.
    const changedType: unknown = type
    if (changedType === plan.nodes) {
      touched.structure = true
      // An undone removal puts another map in the place of the old one.
      for (const key of keys) if (key !== null) touched.values.add(key)
    } else if (changedType === plan.project) {
      touched.values.add(coverNode)
      if ([...keys].some(isTemplateKey)) touched.structure = true
    } else if (type instanceof Y.Map && type.parent === plan.nodes) {
      const id = nodeIdOf(plan, type)
      if (id !== undefined) touched.values.add(id)
      if ([...keys].some((key) => structuralKeys.has(key) || type.get(key ?? '') instanceof Y.AbstractType)) {
        touched.structure = true
      }
    } else {
      const text = textAround(type, plan)
      if (text !== null) touched.texts.add(text)
    }
  }
  return touched
}

/** The text (child of a node, or root of the document) within which a type stands. */
function textAround(type: object, { nodes }: PlanDoc): object | null {
  let at: unknown = type
  while (at instanceof Y.AbstractType) {
    const parent: unknown = at.parent
    if (parent === null || (parent instanceof Y.Map && parent.parent === nodes)) return at
    at = parent
  }
  return null
}
