// Longer than most: a table of what a person may do, and each deed beside the others that it must not undo.
import {
  addNode,
  addRubric,
  applyProject,
  blocksToPlain,
  coverText,
  coverTexts,
  dissolveGroup,
  edit,
  groupActions,
  indentEntry,
  joinWithPrevious,
  moveNodes,
  moveSlot,
  nodeText,
  openPlan,
  outdentItem,
  readBlocks,
  readOutline,
  readProject,
  restoreNode,
  setCover,
  setField,
  setLabels,
  setNumbering,
  splitEntry,
  textsOf,
  trashNode,
  updateSlot,
  type NodeId,
  type OutlineNode,
  type PlanDoc,
  type Project,
} from '@concerte/schema'
import * as fc from 'fast-check'
import type * as Y from 'yjs'

import { beHostile } from './hostile.ts'
import { createPick, pickOne, shuffled, type Pick } from './random.ts'
import { reshapeProject } from './reshape-project.ts'
import { addBlock, deleteBlock, deleteWord, formatStretch, typeWord } from './typing.ts'

/*
 * What people do to a plan, as data: fast-check makes lists of steps, each with the replica that takes it and a seed
 * from which it chooses nodes and places among those that the replica sees.
 */

export type PlanStep = { replica: number; kind: StepKind; seed: number }
export type StepKind = (typeof gentleKinds)[number] | (typeof roughKinds)[number]

const gentleKinds = [
  ...(['type', 'type', 'type', 'type', 'deleteWord', 'format', 'addBlock', 'receive', 'receive'] as const),
  ...([
    'add',
    'add',
    'move',
    'move',
    'group',
    'dissolve',
    'trash',
    'restore',
    'split',
    'join',
    'indent',
  ] as const),
  ...(['field', 'cover', 'slot', 'reshape'] as const),
] as const
const roughKinds = ['deleteBlock', 'outdent', 'apply', 'hostile'] as const

/** Steps that lose no text but the words which `deleteWord` says. */
export function gentleSteps(replicas: number, maxLength: number): fc.Arbitrary<PlanStep[]> {
  return steps(replicas, maxLength, gentleKinds)
}

/** All steps: also blocks deleted (or cut off) with their words, other plans applied, and writes that no command would make. */
export function roughSteps(replicas: number, maxLength: number): fc.Arbitrary<PlanStep[]> {
  return steps(replicas, maxLength, [...gentleKinds, ...roughKinds])
}

/** What was typed where, and what may have left since. */
export type TypingLog = {
  typed: { id: NodeId; field: string; word: string }[]
  deleted: Set<string>
  /** The entries that were cut out of an entry. */
  splits: Map<string, NodeId[]>
}

export function createTypingLog(): TypingLog {
  return { typed: [], deleted: new Set(), splits: new Map() }
}

/**
 * Takes a step (but `receive`, which is the network's) on one replica. A command that refuses must leave the document
 * as it was.
 *
 * @throws what a command throws but for its own errors, and when one of those came after a write
 */
export function takeStep(doc: Y.Doc, step: PlanStep, log: TypingLog, others: readonly Project[] = []): void {
  let updates = 0
  const count = (): void => {
    updates += 1
  }
  doc.on('update', count)
  try {
    act({ plan: openPlan(doc), pick: createPick(step.seed), log, others, seed: step.seed }, step.kind)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    if (updates > 0) throw new Error(`${step.kind} wrote before it refused`, { cause: error })
  } finally {
    doc.off('update', count)
  }
}

type Actor = { plan: PlanDoc; pick: Pick; log: TypingLog; others: readonly Project[]; seed: number }

function steps(replicas: number, maxLength: number, kinds: readonly StepKind[]): fc.Arbitrary<PlanStep[]> {
  const step = fc.record({
    replica: fc.nat(replicas - 1),
    kind: fc.constantFrom(...kinds),
    seed: fc.nat(1_000_000),
  })
  return fc.array(step, { maxLength, size: 'max' })
}

function act(actor: Actor, kind: StepKind): void {
  const { plan, pick, others } = actor
  switch (kind) {
    case 'type':
    case 'deleteWord':
    case 'format':
    case 'addBlock':
    case 'deleteBlock':
      return write(actor, kind)
    case 'add':
      return add(actor)
    case 'move':
      return move(actor)
    case 'group': {
      const axis = pickOne(pick, visible(plan, 'axis'))
      const actions = shuffled(pick, visible(plan, 'action')).slice(0, pick(4))
      if (axis !== undefined)
        groupActions(
          plan,
          axis.id,
          actions.map(({ id }) => id),
        )
      return
    }
    case 'dissolve':
      return withOne(actor, visible(plan, 'group'), ({ id }) => dissolveGroup(plan, id, now(pick)))
    case 'trash':
      return withOne(actor, visible(plan), ({ id }) => trashNode(plan, id, now(pick)))
    case 'restore':
      return withOne(actor, [...readOutline(plan).nodes.values()], ({ id }) => restoreNode(plan, id))
    case 'split':
      return split(actor)
    case 'join':
      return withOne(actor, visible(plan, 'entry'), ({ id }) => joinWithPrevious(plan, id, now(pick)))
    case 'indent':
      return withOne(actor, visible(plan, 'entry'), ({ id }) => indentEntry(plan, id, now(pick)))
    case 'outdent':
      return withOne(actor, visible(plan, 'entry'), ({ id }) => outdentItem(plan, id, [pick(3), pick(3)]))
    case 'field':
      return setSomeField(actor)
    case 'cover':
      return pick(2) === 0
        ? setCover(plan, 'period', pickOne(pick, [undefined, { start: 2024, end: 2028 }]))
        : edit(plan, () => typeWord(coverText(plan, pickOne(pick, coverTexts)!), 'titre', pick))
    case 'slot':
      return editSlot(actor)
    case 'reshape':
      return applyProject(plan.doc, reshapeProject(readProject(plan.doc), pick))
    case 'apply':
      return withOne(actor, others, (project) => applyProject(plan.doc, project))
    case 'hostile':
      return edit(plan, () => beHostile(plan, pick))
    case 'receive':
      return
  }
}

function write(
  { plan, pick, log, seed }: Actor,
  kind: 'type' | 'deleteWord' | 'format' | 'addBlock' | 'deleteBlock',
): void {
  const node = pickOne(pick, visible(plan))
  if (node === undefined) return
  const [field, profile] = pickOne(pick, textsOf(node.type))!
  const text = nodeText(plan, node.id, field)
  if (text === undefined) return
  edit(plan, () => {
    switch (kind) {
      case 'type': {
        const word = `w${log.typed.length}${seed}z`
        log.typed.push({ id: node.id, field, word })
        return typeWord(text, word, pick)
      }
      case 'deleteWord': {
        const word = deleteWord(text, pick)
        if (word !== undefined) log.deleted.add(word)
        return
      }
      case 'format':
        return formatStretch(text, pick)
      case 'addBlock':
        return profile === 'block' ? addBlock(text, pick) : undefined
      case 'deleteBlock':
        return deleteBlock(text, pick)
    }
  })
}

function add({ plan, pick }: Actor): void {
  const index = pick(4)
  const parent = pickOne(pick, visible(plan))
  const slot = pickOne(pick, [...readOutline(plan).template.axis, ...readOutline(plan).template.action])
  switch (pick(5)) {
    case 0:
      addNode(plan, { type: 'section', parent: pick(2) === 0 ? 'front' : 'back' }, index)
      return
    case 1:
      addNode(plan, { type: 'axis' }, index)
      return
    case 2:
      if (parent !== undefined)
        addNode(plan, { type: pick(2) === 0 ? 'group' : 'action', parent: parent.id }, index)
      return
    default:
      if (parent !== undefined && slot !== undefined) {
        addNode(plan, { type: 'entry', parent: parent.id, rubric: slot.id }, index)
      }
  }
}

function move({ plan, pick }: Actor): void {
  const node = pickOne(pick, visible(plan))
  if (node === undefined) return
  const like = visible(plan, node.type).filter(({ place }) => place.rubric === node.place.rubric)
  const target = pickOne(pick, like)!.place
  const moved = pick(3) === 0 ? like.slice(0, 3).map(({ id }) => id) : [node.id]
  // Mostly where one of its kind stands; else anywhere, which the command may refuse.
  const parent = pick(4) > 0 ? target.parent : (pickOne(pick, visible(plan))?.id ?? 'axes')
  moveNodes(plan, moved, { parent, rubric: target.rubric }, pick(4))
}

/** Cuts texts of one paragraph alone, between words: cutting others takes away paragraphs in which someone may type. */
function split({ plan, pick, log }: Actor): void {
  const entries = visible(plan, 'entry').filter(({ id }) => nodeText(plan, id, 'text')?.length === 1)
  const entry = pickOne(pick, entries)
  const text = entry && nodeText(plan, entry.id, 'text')
  if (entry === undefined || text === undefined) return
  const blocks = readBlocks(text)
  if (blocks.length !== 1 || blocks[0]!.type !== 'paragraph') return
  const borders = [0, ...Array.from(blocksToPlain(blocks).matchAll(/ /g), ({ index }) => index)]
  const added = splitEntry(plan, entry.id, { path: [0], offset: pickOne(pick, borders)! })
  log.splits.set(entry.id, [...(log.splits.get(entry.id) ?? []), added])
}

function setSomeField({ plan, pick }: Actor): void {
  const action = pickOne(pick, visible(plan, 'action'))
  const entry = pickOne(pick, visible(plan, 'entry'))
  const axis = pickOne(pick, visible(plan, 'axis'))
  if (action !== undefined)
    setField(plan, action.id, 'action', 'lead', pickOne(pick, [undefined, 'DSDEN', 'Rectorat']))
  if (entry !== undefined) {
    setField(
      plan,
      entry.id,
      'entry',
      'target',
      pickOne(pick, [undefined, { value: '80\u00a0%', date: '2028' }]),
    )
  }
  if (axis !== undefined) setField(plan, axis.id, 'axis', 'colour', pickOne(pick, [undefined, '#112233']))
}

function editSlot({ plan, pick }: Actor): void {
  const { template } = readOutline(plan)
  const level = pick(2) === 0 ? 'axis' : 'action'
  const slot = pickOne(pick, template[level])
  switch (pick(5)) {
    case 0:
      addRubric(plan, level, { entryType: 'statement', heading: 'Nouvelle' }, pick(3))
      return
    case 1:
      return setLabels(plan, { axis: 'Axe', action: `Action ${pick(3)}`, foreword: 'Mot' })
    case 2:
      return setNumbering(plan, { actions: pick(2) === 0 ? 'perAxis' : 'continuous' })
    case 3:
      return slot && moveSlot(plan, slot.id, pick(4))
    default:
      return slot && updateSlot(plan, slot.id, { heading: `Rubrique ${pick(5)}`, retired: pick(2) === 0 })
  }
}

/** The nodes that one can see: not those that are in the bin themselves. */
function visible(plan: PlanDoc, type?: OutlineNode['type']): OutlineNode[] {
  return [...readOutline(plan).nodes.values()].filter(
    (node) => node.trashed === undefined && (type === undefined || node.type === type),
  )
}

function withOne<T>({ pick }: Actor, items: readonly T[], change: (item: T) => unknown): void {
  const item = pickOne(pick, items)
  if (item !== undefined) change(item)
}

function now(pick: Pick): { by: string; at: string } {
  return { by: 'user', at: `2026-01-0${1 + pick(9)}T00:00:00Z` }
}
