import {
  arbitraryProject,
  createNetwork,
  createPick,
  createTypingLog,
  gentleSteps,
  replay,
  roughSteps,
  takeStep,
  type Network,
  type PlanStep,
  type TypingLog,
} from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { isNodeId, type NodeId } from '../ids.ts'
import { normalizeProject } from '../normalize-project.ts'
import { projectSchema, type Project } from '../project.ts'
import { blocksToPlain } from '../text/plain-text.ts'
import { readBlocks } from '../text/read-fragment.ts'
import { applyProject } from './apply-project.ts'
import { nodeText, nodeType, openPlan } from './plan-doc.ts'
import { readChildren, readOutline, type OutlineNode } from './read-outline.ts'
import { readProject } from './read-project.ts'

const replicas = 3

test('[D1] [D3] replicas that did anything at all, offline and back, read the same valid plan', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryProject, { minLength: 1, maxLength: 3 }),
      roughSteps(replicas, 60),
      fc.nat(),
      (projects, steps, seed) => {
        const { network } = setupReplicas(projects[0]!, steps, projects.slice(1))
        for (const doc of network.docs) expectWhole(doc)
        network.meet(createPick(seed))
        const [first, ...others] = network.docs.map(readProject)
        for (const other of others) expect(other).toEqual(first)
        expect(readProject(replay(network.sent, createPick(seed + 1)))).toEqual(first)
        expectWhole(network.docs[0]!)
      },
    ),
    { seed: 1, numRuns: 100 },
  )
}, 90_000)

test('[D2] every typed word is in the node that it was typed in, whatever others did to the outline meanwhile', () => {
  fc.assert(
    fc.property(arbitraryProject, gentleSteps(replicas, 80), fc.nat(), (project, steps, seed) => {
      const { network, log } = setupReplicas(project, steps)
      network.meet(createPick(seed))
      const doc = network.docs[0]!
      const lost = log.typed.filter(
        ({ id, field, word }) => !log.deleted.has(word) && !isIn(doc, log, id, field, word),
      )
      expect(lost).toEqual([])
      for (const other of network.docs) expect(readProject(other)).toEqual(readProject(doc))
    }),
    { seed: 2, numRuns: 120 },
  )
}, 90_000)

function setupReplicas(
  project: Project,
  steps: PlanStep[],
  others: readonly Project[] = [],
): { network: Network; log: TypingLog } {
  const start = new Y.Doc()
  start.clientID = 99
  applyProject(start, project)
  const network = createNetwork(replicas, Y.encodeStateAsUpdate(start))
  const log = createTypingLog()
  for (const step of steps) {
    if (step.kind === 'receive') network.deliverSome(step.replica, createPick(step.seed))
    else takeStep(network.docs[step.replica]!, step, log, others)
  }
  return { network, log }
}

/** A word stays in its node; where the entry was cut in two, in one of the two. A join copies: its node keeps it. */
function isIn(doc: Y.Doc, log: TypingLog, id: NodeId, field: string, word: string): boolean {
  const text = nodeText(openPlan(doc), id, field)
  if (text !== undefined && blocksToPlain(readBlocks(text)).includes(word)) return true
  return (log.splits.get(id) ?? []).some((part) => isIn(doc, log, part, field, word))
}

/** Reads as a valid plan in its normal form, with every node of a known type in exactly one place. */
function expectWhole(doc: Y.Doc): void {
  const plan = openPlan(doc)
  const project = readProject(doc)
  expect(projectSchema.parse(project)).toEqual(project)
  expect(normalizeProject(project)).toEqual(project)

  const outline = readOutline(plan)
  const lists = Map.groupBy(outline.nodes.values(), ({ place }) =>
    JSON.stringify([place.parent, place.rubric]),
  )
  const below = Map.groupBy(
    Array.from(lists.values(), ([node]) => node!.place).flatMap(({ parent, rubric }) => {
      const children = outline.children(parent, rubric)
      expect(readChildren(plan, { parent, rubric })).toEqual(children)
      return children
    }),
    ({ place }) => place.parent,
  )
  const withBelow = ({ id }: OutlineNode): string[] => [id, ...(below.get(id) ?? []).flatMap(withBelow)]
  const { front, axes, back, unplaced } = project
  const places = [...idsIn([front, axes, back, unplaced]), ...outline.trash.flatMap(withBelow)].map(String)
  const known = [...plan.nodes.keys()].filter((id) => isNodeId(id) && nodeType(plan, id) !== undefined)
  expect(places.toSorted()).toEqual(known.toSorted())
}

/** The ids of nodes anywhere in a JSON value. */
function idsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap(idsIn)
  return 'id' in value ? [value.id, ...below] : below
}
