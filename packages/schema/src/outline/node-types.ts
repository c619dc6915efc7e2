import { z } from 'zod'

import { actionFieldsSchema, indicatorFieldsSchema } from '../project.ts'
import type { TextProfile } from '../text/rich-text.ts'

/**
 * The layers of the outline: section | axis > group > action > entry. A node's type never changes and a parent is
 * always of a higher layer, so that no merge can make a cycle.
 *
 * `parents`: types (or roots) that may hold the node. `texts`: its Y.XmlFragments, made with the node and never
 * replaced. `values`: its structured fields, each one value of the node's Y.Map, parsed on reading.
 */
export const nodeTypes = {
  section: {
    parents: ['front', 'back'],
    texts: { title: 'line', body: 'block', signatory: 'block' },
    values: z.object({ kind: z.enum(['foreword', 'annex']) }).partial(),
  },
  axis: {
    parents: ['axes'],
    texts: { title: 'line', slogan: 'line', introduction: 'block' },
    values: z.object({ colour: z.string().regex(/^#[0-9a-f]{6}$/) }).partial(),
  },
  group: { parents: ['axis'], texts: { title: 'line' }, values: z.object({}) },
  action: { parents: ['axis', 'group'], texts: { title: 'line' }, values: actionFieldsSchema },
  entry: { parents: ['axis', 'action'], texts: { text: 'block' }, values: indicatorFieldsSchema },
} as const satisfies Record<string, NodeTypeSpec>

export type NodeType = keyof typeof nodeTypes
/** Where nodes without a parent node stand. */
export type Root = 'front' | 'axes' | 'back'

type NodeTypeSpec = {
  parents: readonly string[]
  texts: Record<string, TextProfile>
  values: z.ZodObject
}

export function isNodeType(type: unknown): type is NodeType {
  return typeof type === 'string' && Object.hasOwn(nodeTypes, type)
}

export function isRoot(parent: string): parent is Root {
  return parent === 'front' || parent === 'axes' || parent === 'back'
}

/** The text fields of a node type with their profiles, in reading order. */
export function textsOf(type: NodeType): [field: string, profile: TextProfile][] {
  return Object.entries(nodeTypes[type].texts)
}

/** Whether a node of type `child` may stand under a node of type (or root) `parent`. */
export function mayHold(parent: NodeType | Root, child: NodeType): boolean {
  const parents: readonly string[] = nodeTypes[child].parents
  return parents.includes(parent)
}

/** `place`: written as one value, so that two moves at once leave the node in one of the two places, never between them. */
export type Place = {
  parent: string
  /** Fractional index among the siblings of the same parent and rubric; ties break by id. */
  order: string
  /** For entries: the rubric of the template that they stand under. */
  rubric?: string
}

/** A node whose place cannot be read stands nowhere, so that the tray shows it. */
export const nowhere: Place = { parent: '', order: '' }

/** Whether what was read out of Yjs is a place. By hand, not in zod: every command asks it of every node. */
export function isPlace(value: unknown): value is Place {
  return (
    typeof value === 'object' &&
    value !== null &&
    'parent' in value &&
    typeof value.parent === 'string' &&
    'order' in value &&
    typeof value.order === 'string' &&
    (!('rubric' in value) || value.rubric === undefined || typeof value.rubric === 'string')
  )
}

/** `trashed`: who put the node in the bin, and when (ISO 8601). */
export const trashedSchema = z.object({ by: z.string().nullable(), at: z.string().nullable() })
export type Trashed = z.infer<typeof trashedSchema>
