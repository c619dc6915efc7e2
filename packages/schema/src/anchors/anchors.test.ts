import {
  createNetwork,
  createPick,
  createSmallPlan,
  createTypingLog,
  pickOne,
  roughSteps,
  takeStep,
  type Pick,
  type StepKind,
} from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { emptyProject } from '../empty-project.ts'
import type { NodeId } from '../ids.ts'
import { addNode } from '../outline/add-node.ts'
import { applyProject } from '../outline/apply-project.ts'
import { textsOf } from '../outline/node-types.ts'
import { joinWithPrevious } from '../outline/join-entries.ts'
import { edit, nodeText, openPlan, type PlanDoc } from '../outline/plan-doc.ts'
import { restoreNode } from '../outline/restore-node.ts'
import { trashNode } from '../outline/trash-node.ts'
import { readOutline } from '../outline/read-outline.ts'
import { readProject } from '../outline/read-project.ts'
import { splitEntry } from '../outline/split-entry.ts'
import type { Project } from '../project.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { plainToBlocks } from '../text/plain-text.ts'
import { writeBlocks } from '../text/write-fragment.ts'
import type { Anchor, Standing } from './anchor.ts'
import { piecesOf, readAnchoredText } from './anchored-text.ts'
import { createAnchor } from './create-anchor.ts'
import { isLineage } from './lineage.ts'
import { standOfAnchor, standOfSubject } from './stand-of.ts'

/*
 * Every word of these plans is another one, so that it can be said of a stretch whether it holds the right ones.
 */

const replicas = 3
type ExtraKind = 'anchor' | 'cutAnywhere' | 'deleteStretch' | 'undo' | 'redo' | 'keep' | 'restoreKept'
const extraKinds: readonly ExtraKind[] = [
  ...(['anchor', 'anchor', 'anchor', 'cutAnywhere', 'deleteStretch'] as const),
  ...(['undo', 'undo', 'redo', 'keep', 'restoreKept'] as const),
]

test('[A5] no thread is lost or astray, whatever three people write, cut, join, move, remove, undo and restore at once', () => {
  const seen = {
    anchors: 0,
    edits: 0,
    stands: { text: 0, node: 0, bin: 0, unplaced: 0 },
    elsewhere: 0,
    back: 0,
  }
  const extra = fc.record({
    replica: fc.nat(replicas - 1),
    kind: fc.constantFrom(...extraKinds),
    seed: fc.nat(1_000_000),
  })
  const steps = roughSteps(replicas, 60).map((list) => list.filter(({ kind }) => kind !== 'hostile'))
  fc.assert(
    fc.property(
      steps,
      fc.array(extra, { minLength: 30, maxLength: 60, size: 'max' }),
      fc.nat(),
      (plain, extras, seed) => {
        const session = setupSession()
        const order = createPick(seed)
        const waiting = [plain.slice(), extras.slice()] as const
        while (waiting.some((list) => list.length > 0)) {
          const step = (
            waiting[order(2)]!.length > 0 ? waiting[order(2)]! : waiting.find((list) => list.length > 0)!
          ).shift()
          if (step !== undefined) session.take(step)
        }
        session.check(seen)
        session.network.meet(order)
        session.check(seen)
        seen.anchors += session.anchors.length
        seen.edits += plain.length + extras.length
      },
    ),
    { seed: 5, numRuns: 100, endOnFailure: true },
  )
  // Each of these did happen, many times; a node that undoing takes away altogether is rare.
  const { text, node, bin } = seen.stands
  expect(Math.min(text, node, bin, seen.elsewhere, seen.back)).toBeGreaterThan(50)
  expect([seen.anchors > 800, seen.edits > 6000]).toEqual([true, true])
}, 240_000)

type Seen = {
  stands: Record<Standing['type'], number>
  /** Threads that stand in another text than the one in which they began, and on words that are other characters by now. */
  elsewhere: number
  back: number
}

function setupSession() {
  const start = new Y.Doc()
  start.clientID = 99
  const first = writePlan(start)
  const network = createNetwork(replicas, Y.encodeStateAsUpdate(start))
  const log = createTypingLog()
  const undos = network.docs.map(
    (doc) =>
      new Y.UndoManager(openPlan(doc).nodes, {
        trackedOrigins: new Set([null]),
        captureTimeout: 0,
        deleteFilter: (item) => !isLineage(item),
      }),
  )
  // Of what each has seen: a version holds nothing that has not reached whoever restores it.
  const keptBy = network.docs.map(() => [first])
  const anchors: Anchor[] = []
  return {
    network,
    anchors,
    take({ replica, kind, seed }: { replica: number; kind: StepKind | ExtraKind; seed: number }) {
      const doc = network.docs[replica]!
      const kept = keptBy[replica]!
      const pick = createPick(seed)
      // The other kinds are steps that the testkit takes.
      // oxlint-disable-next-line typescript/switch-exhaustiveness-check
      switch (kind) {
        case 'receive':
          return network.deliverSome(replica, pick)
        case 'anchor': {
          const anchor = anchorSomewhere(doc, pick)
          if (anchor !== null) anchors.push(anchor)
          return
        }
        case 'cutAnywhere':
          return cutSomewhere(doc, pick)
        case 'deleteStretch':
          return deleteSomewhere(doc, pick)
        case 'undo':
          return void undos[replica]!.undo()
        case 'redo':
          return void undos[replica]!.redo()
        case 'keep':
          return void kept.push(readProject(doc))
        case 'restoreKept':
          return applyProject(doc, pickOne(pick, kept)!)
        default:
          return takeStep(doc, { replica, kind, seed }, log, kept)
      }
    },
    check(seen: Seen) {
      for (const doc of network.docs) for (const anchor of anchors) checkAnchor(doc, anchor, seen)
    },
  }
}

function checkAnchor(doc: Y.Doc, anchor: Anchor, seen: Seen): void {
  const plan = openPlan(doc)
  const standing = standOfAnchor(plan, anchor)
  seen.stands[standing.type] += 1
  const own = new Set(tokensOf(anchor.quote))
  if (standing.type === 'text') {
    if (standing.node !== anchor.node) seen.elsewhere += 1
    const text = readAnchoredText(plan, standing.node, standing.field)!
    const { words } = text
    const { pieces, count } = piecesOf(text, anchor.runs)
    if (pieces.length === 0) seen.back += 1
    const stretch = tokensOf(words.slice(standing.from, standing.to))
    // It begins and ends with words of its own, none of its characters is left beside it, and where the whole quote
    // stands in the text, it stands on that.
    expect([own.has(stretch.at(0) ?? ''), own.has(stretch.at(-1) ?? '')]).toEqual([true, true])
    const outside = pieces
      .filter(({ start, end }) => start < standing.from || end > standing.to)
      .flatMap(({ start, end }) => tokensOf(words.slice(start, end)))
    const isMost = count >= 0.6 * anchor.quote.length
    if (isMost) expect(outside.filter((word) => own.has(word) && !stretch.includes(word))).toEqual([])
    const [even, quote] = [evenSpaces(words), evenSpaces(anchor.quote)]
    const at = even.indexOf(quote)
    if (at !== -1 && at < standing.to && at + quote.length > standing.from)
      expect(even.slice(standing.from, standing.to)).toContain(quote)
    return
  }
  // Gone is said of words that are gone: all of them stand nowhere in the plan as they stood together.
  const quote = evenSpaces(anchor.quote)
  // Undoing took away the node itself, with all that could tell where its words had come from: the tray has it.
  if (standing.type === 'unplaced') return expect(plan.nodes.has(anchor.node)).toBe(false)
  if (quote.length < 25) return
  for (const words of shownTexts(doc)) expect(evenSpaces(words)).not.toContain(quote)
}

function evenSpaces(words: string): string {
  return words.replaceAll(/\s/g, ' ')
}

/** The words of every text that stands in the plan. */
function shownTexts(doc: Y.Doc): string[] {
  const plan = openPlan(doc)
  const { nodes } = readOutline(plan)
  const isShown = (id: string): boolean => {
    const node = nodes.get(id)
    return node === undefined || (node.trashed === undefined && isShown(node.place.parent))
  }
  return [...nodes.values()]
    .filter(({ id }) => isShown(id))
    .flatMap(({ id, type }) => textsOf(type).map(([field]) => readAnchoredText(plan, id, field)?.words ?? ''))
}

function tokensOf(words: string): string[] {
  return words.match(/w\d+z/g) ?? []
}

function anchorSomewhere(doc: Y.Doc, pick: Pick): Anchor | null {
  const plan = openPlan(doc)
  const node = pickOne(
    pick,
    [...readOutline(plan).nodes.values()].filter(({ trashed }) => trashed === undefined),
  )
  if (node === undefined) return null
  const field = node.type === 'entry' ? 'text' : 'title'
  const words = readAnchoredText(plan, node.id, field)?.words ?? ''
  const tokens = [...words.matchAll(/w\d+z/g)]
  const first = pick(tokens.length)
  const last = Math.min(tokens.length - 1, first + pick(5))
  const [begin, end] = [tokens[first], tokens[last]]
  if (begin === undefined || end === undefined) return null
  return createAnchor(plan, {
    node: node.id,
    field,
    from: begin.index,
    to: end.index + end[0].length,
  })
}

/** Cuts an entry of any form in two, between words. */
function cutSomewhere(doc: Y.Doc, pick: Pick): void {
  const plan = openPlan(doc)
  const entry = pickOne(pick, entriesOf(doc))
  const [paragraph] = (entry && readAnchoredText(plan, entry, 'text')?.words.split('\n')) ?? []
  if (entry === undefined || paragraph === undefined) return
  const borders = [0, ...Array.from(paragraph.matchAll(/ /g), ({ index }) => index)]
  splitEntry(plan, entry, { path: [0], offset: pickOne(pick, borders)! })
}

/** Deletes several words that stand side by side. */
function deleteSomewhere(doc: Y.Doc, pick: Pick): void {
  const entry = pickOne(pick, entriesOf(doc))
  const text = entry && nodeText(openPlan(doc), entry, 'text')
  const paragraph = text?.toArray().find((child) => child instanceof Y.XmlElement)
  const line = paragraph?.toArray().find((child) => child instanceof Y.XmlText)
  if (line === undefined) return
  const tokens = [
    ...String(
      line
        .toDelta()
        .map(({ insert }: { insert: unknown }) => insert)
        .join(''),
    ).matchAll(/w\d+z/g),
  ]
  const first = pick(tokens.length)
  const last = tokens[Math.min(tokens.length - 1, first + pick(5))]
  const begin = tokens[first]
  if (begin === undefined || last === undefined) return
  edit(openPlan(doc), () => line.delete(begin.index, last.index + last[0].length - begin.index))
}

function entriesOf(doc: Y.Doc): NodeId[] {
  const { nodes, unplaced } = readOutline(openPlan(doc))
  return [...nodes.values()]
    .filter((node) => node.type === 'entry' && node.trashed === undefined && !unplaced.includes(node))
    .map(({ id }) => id)
}

/** Two axes of two actions of three measures, every word another. */
function writePlan(doc: Y.Doc): Project {
  const project = emptyProject({ template: actionsTemplate, title: 'P', academy: 'A', period: null })
  applyProject(doc, project)
  const plan = openPlan(doc)
  let count = 0
  const words = (length: number) =>
    Array.from({ length }, () => {
      count += 1
      return `w${count}${(count * 48_271) % 99_991}z`
    }).join(' ')
  for (let axis = 0; axis < 2; axis += 1) {
    const axisId = addNode(plan, { type: 'axis' })
    for (let action = 0; action < 2; action += 1) {
      const parent = addNode(plan, { type: 'action', parent: axisId })
      edit(plan, () => writeBlocks(nodeText(plan, parent, 'title')!, plainToBlocks(words(3))))
      for (let measure = 0; measure < 3; measure += 1) {
        const entry = addNode(plan, { type: 'entry', parent, rubric: 'measures' })
        const lines = measure === 0 ? [words(4), words(4)] : [words(8)]
        edit(plan, () => writeBlocks(nodeText(plan, entry, 'text')!, plainToBlocks(lines.join('\n'))))
      }
    }
  }
  return readProject(doc)
}

test('the same few words elsewhere in the text are another passage, unless what stood around them is there too', () => {
  const { plan, entry, write } = setupEntry()
  write('Les élèves et leurs familles. Tous les élèves, et les personnels.')
  const anchor = hold(plan, entry, 'élèves', 20)
  write('Les élèves et leurs familles. Tous, et les personnels.')
  expect(standOfAnchor(plan, anchor)).toEqual({ type: 'node', node: entry, isGone: true })
  write('Les élèves et leurs familles. Tous, et les personnels. Tous les élèves, et les')
  expect(standOfAnchor(plan, anchor)).toEqual({ type: 'text', node: entry, field: 'text', from: 64, to: 70 })
})

test('a thread on an entry goes along when that is joined to another, and stays with it in the bin', () => {
  const { plan, entry, write } = setupEntry()
  write('Former les équipes. Suivre les élèves.')
  const second = splitEntry(plan, entry, { path: [0], offset: 19 })
  const subject = { type: 'node', node: second } as const
  expect(standOfSubject(plan, subject)).toEqual({ type: 'node', node: second, isGone: false })
  trashNode(plan, second, { by: null, at: null })
  expect(standOfSubject(plan, subject)).toEqual({ type: 'bin', node: second, isGone: false })
  restoreNode(plan, second)
  joinWithPrevious(plan, second, { by: null, at: null })
  expect(standOfSubject(plan, subject)).toEqual({ type: 'node', node: entry, isGone: false })
})

test('spaces at the ends are no part of a quote, and a stretch without words holds nothing', () => {
  const { plan, entry, write } = setupEntry()
  write('Former  les équipes')
  expect(createAnchor(plan, { node: entry, field: 'text', from: 6, to: 12 })?.quote).toBe('les')
  expect(createAnchor(plan, { node: entry, field: 'text', from: 6, to: 8 })).toBe(null)
  expect(createAnchor(plan, { node: 'cover', field: 'title', from: 0, to: 1 })?.quote).toBe('P')
})

function setupEntry() {
  const { plan, project } = createSmallPlan()
  const parent = project.axes[0]!.content[0]!.id
  const entry = addNode(plan, { type: 'entry', parent, rubric: 'measures' })
  return {
    plan,
    entry,
    write: (words: string) =>
      edit(plan, () => writeBlocks(nodeText(plan, entry, 'text')!, plainToBlocks(words))),
  }
}

function hold(plan: PlanDoc, node: NodeId, quote: string, after: number): Anchor {
  const from = readAnchoredText(plan, node, 'text')!.words.indexOf(quote, after)
  return createAnchor(plan, { node, field: 'text', from, to: from + quote.length })!
}
