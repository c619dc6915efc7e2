import {
  arbitraryProject,
  createNetwork,
  createPick,
  createTypingLog,
  pickOne,
  roughSteps,
  takeStep,
  type Pick,
} from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { addNode } from '../outline/add-node.ts'
import { applyProject } from '../outline/apply-project.ts'
import { joinWithPrevious } from '../outline/join-entries.ts'
import { textsOf } from '../outline/node-types.ts'
import { coverText, coverTexts, edit, nodeText, nodeType, openPlan } from '../outline/plan-doc.ts'
import { splitEntry } from '../outline/split-entry.ts'
import { trashNode } from '../outline/trash-node.ts'
import { emptyProject } from '../empty-project.ts'
import type { NodeId } from '../ids.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { blocksToPlain, lineToPlain, plainToBlocks } from '../text/plain-text.ts'
import { readBlocks, readLine } from '../text/read-fragment.ts'
import { writeBlocks } from '../text/write-fragment.ts'
import { authorRuns, authorTotals, type AuthoredText } from './author-runs.ts'

const people = ['ada', 'bob', 'cléo'] as const
/** Letters of each person, so that a character says who typed it. */
const letters = ['abcdefgh', 'ijklmnop', 'qrstuvwx'] as const
const owners = new Map<number, string>(people.map((person, index) => [index + 1, person]))

test('[S3] each character is by the person who typed it, whatever three people typed, deleted, took back and formatted at once', () => {
  fc.assert(
    fc.property(fc.array(typingStep, { maxLength: 120, size: 'max' }), fc.nat(), (steps, seed) => {
      const { network, entries } = setupWriters()
      const writers = network.docs.map((doc, index) => createWriter(doc, index, entries))
      for (const step of steps) {
        const pick = createPick(step.seed)
        if (step.kind === 'receive') network.deliverSome(step.replica, pick)
        else writers[step.replica]![step.kind](pick)
      }
      network.meet(createPick(seed))
      for (const doc of network.docs) {
        for (const entry of entries) {
          const words = plainOf(doc, entry, 'text')
          const authors = (runsOf(doc, entry) ?? []).flatMap(({ author, length }) =>
            Array.from({ length }, () => author),
          )
          const typed = authors.filter((_, index) => words[index] !== '\n')
          expect(typed).toEqual(Array.from(words.replaceAll('\n', ''), typistOf))
        }
      }
    }),
    { seed: 3, numRuns: 150 },
  )
}, 90_000)

test('[S3] the runs line up with the words of every text, whatever anyone did to the document', () => {
  fc.assert(
    fc.property(arbitraryProject, roughSteps(3, 60), (project, steps) => {
      const start = new Y.Doc()
      applyProject(start, project)
      const network = createNetwork(3, Y.encodeStateAsUpdate(start))
      const log = createTypingLog()
      for (const step of steps) {
        if (step.kind === 'receive') network.deliverSome(step.replica, createPick(step.seed))
        else takeStep(network.docs[step.replica]!, step, log, [project])
      }
      for (const doc of network.docs) {
        const texts = authorRuns(doc, owners)
        const lengths = new Map(texts.map(({ node, field, runs }) => [`${node} ${field}`, sum(runs)]))
        const wanted = everyText(doc).map(
          ([node, field]) => [`${node} ${field}`, plainOf(doc, node, field).length] as const,
        )
        expect(lengths).toEqual(new Map(wanted.filter(([, length]) => length > 0)))
        for (const { runs } of texts) {
          expect(runs.every(({ author }, index) => author !== runs[index - 1]?.author)).toBe(true)
        }
      }
    }),
    { seed: 4, numRuns: 100 },
  )
}, 90_000)

test('[S3] what came with an import is by nobody, and totals count what stands in the plan, not in the bin', () => {
  const { network, entries } = setupWriters()
  const [ada, bob] = network.docs
  type(ada!, entries[0]!, 'aaaa')
  type(bob!, entries[1]!, 'iii')
  network.meet(createPick(1))
  trashNode(openPlan(bob!), entries[1]!, { by: 'bob', at: null })
  const texts = authorRuns(bob!, owners)
  expect(texts.filter(({ inBin }) => inBin).map(({ runs }) => runs)).toEqual([[{ author: 'bob', length: 3 }]])
  expect(authorTotals(texts)).toEqual([
    { author: null, length: 'Projet'.length + 'Académie'.length },
    { author: 'ada', length: 4 },
  ])
})

test('[S3] the words after a cut, and those of a joined entry, count as theirs who cut and joined', () => {
  const { network, entries } = setupWriters()
  const [ada, bob] = network.docs
  type(ada!, entries[0]!, 'abcd')
  network.meet(createPick(1))
  const added = splitEntry(openPlan(bob!), entries[0]!, { path: [0], offset: 2 })
  expect(runsOf(bob!, entries[0]!)).toEqual([{ author: 'ada', length: 2 }])
  expect(runsOf(bob!, added)).toEqual([{ author: 'bob', length: 2 }])
  network.meet(createPick(1))
  joinWithPrevious(openPlan(network.docs[2]!), added, { by: null, at: null })
  expect(runsOf(network.docs[2]!, entries[0]!)).toEqual([
    { author: 'ada', length: 2 },
    { author: 'cléo', length: 2 },
  ])
})

type StepKind = keyof ReturnType<typeof createWriter>
const typingStep = fc.record({
  replica: fc.nat(2),
  kind: fc.constantFrom<StepKind | 'receive'>(
    ...(['type', 'type', 'type', 'newParagraph', 'delete', 'takeBack', 'format', 'receive'] as const),
  ),
  seed: fc.nat(1_000_000),
})

/** Three replicas of a plan with three empty measures. */
function setupWriters() {
  const start = new Y.Doc()
  start.clientID = 99
  const project = emptyProject({
    template: actionsTemplate,
    title: 'Projet',
    academy: 'Académie',
    period: null,
  })
  applyProject(start, project)
  const parent = project.axes[0]!.content[0]!.id
  const entries = [0, 1, 2].map(() => addNode(openPlan(start), { type: 'entry', parent, rubric: 'measures' }))
  return { network: createNetwork(3, Y.encodeStateAsUpdate(start)), entries }
}

/** What one person does: own letters only, and takes back own typing only (undoing a removal would write it anew). */
function createWriter(doc: Y.Doc, index: number, entries: readonly NodeId[]) {
  const plan = openPlan(doc, {})
  const undo = new Y.UndoManager(plan.nodes, { trackedOrigins: new Set(['typing']), captureTimeout: 0 })
  const fragmentOf = (pick: Pick) => nodeText(plan, pickOne(pick, entries)!, 'text')!
  return {
    type(pick: Pick) {
      const fragment = fragmentOf(pick)
      const word = Array.from({ length: 1 + pick(4) }, () => letters[index]![pick(8)]!).join('')
      doc.transact(() => {
        const text = textIn(pick, fragment)
        if (text === undefined) {
          const paragraph = pickOne(
            pick,
            fragment.toArray().filter((child) => child instanceof Y.XmlElement),
          )
          paragraph?.insert(0, [new Y.XmlText(word)])
        } else text.insert(pick(text.length + 1), word, pickOne(pick, [{}, { bold: {} }]))
      }, 'typing')
    },
    newParagraph(pick: Pick) {
      const fragment = fragmentOf(pick)
      doc.transact(() => fragment.insert(pick(fragment.length + 1), [new Y.XmlElement('paragraph')]))
    },
    delete(pick: Pick) {
      const text = textIn(pick, fragmentOf(pick))
      if (text === undefined || text.length === 0) return
      const at = pick(text.length)
      doc.transact(() => text.delete(at, 1 + pick(text.length - at)))
    },
    takeBack() {
      undo.undo()
    },
    format(pick: Pick) {
      const text = textIn(pick, fragmentOf(pick))
      if (text === undefined || text.length === 0) return
      const at = pick(text.length)
      doc.transact(() => text.format(at, 1 + pick(text.length - at), { bold: pick(2) === 0 ? {} : null }))
    },
  }
}

function textIn(pick: Pick, fragment: Y.XmlFragment): Y.XmlText | undefined {
  const paragraphs = fragment.toArray().filter((child) => child instanceof Y.XmlElement)
  return pickOne(pick, paragraphs)
    ?.toArray()
    .find((child) => child instanceof Y.XmlText)
}

function type(doc: Y.Doc, id: NodeId, words: string): void {
  const plan = openPlan(doc)
  edit(plan, () => writeBlocks(nodeText(plan, id, 'text')!, plainToBlocks(words)))
}

function runsOf(doc: Y.Doc, node: NodeId): AuthoredText['runs'] | undefined {
  return authorRuns(doc, owners).find((text) => text.node === node)?.runs
}

function plainOf(doc: Y.Doc, node: NodeId | null, field: string): string {
  const plan = openPlan(doc)
  if (node === null)
    return lineToPlain(
      readLine(
        coverText(
          plan,
          coverTexts.find((name) => name === field)!,
        ),
      ),
    )
  const [, profile] = textsOf(nodeType(plan, node)!).find(([name]) => name === field)!
  const text = nodeText(plan, node, field)
  if (text === undefined) return ''
  return profile === 'line' ? lineToPlain(readLine(text)) : blocksToPlain(readBlocks(text))
}

function everyText(doc: Y.Doc): (readonly [NodeId | null, string])[] {
  const plan = openPlan(doc)
  const nodes = [...plan.nodes.keys()].flatMap((id) => {
    const type = nodeType(plan, id)
    return type === undefined ? [] : textsOf(type).map(([field]) => [id as NodeId, field] as const)
  })
  return [...coverTexts.map((field) => [null, field] as const), ...nodes]
}

/** Who typed a letter: each person has their own. */
function typistOf(letter: string): string | undefined {
  return people[letters.findIndex((own) => own.includes(letter))]
}

function sum(runs: AuthoredText['runs']): number {
  return runs.reduce((total, { length }) => total + length, 0)
}
