import { createPick, pickOne, shuffled, type Pick } from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { emptyProject } from '../empty-project.ts'
import { rubricIdSchema } from '../ids.ts'
import { addNode } from '../outline/add-node.ts'
import { applyProject } from '../outline/apply-project.ts'
import { moveNode } from '../outline/move-node.ts'
import { nodeText, openPlan, type PlanDoc } from '../outline/plan-doc.ts'
import { readProject } from '../outline/read-project.ts'
import { trashNode } from '../outline/trash-node.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { blocksToPlain, plainToBlocks } from '../text/plain-text.ts'
import { readBlocks } from '../text/read-fragment.ts'
import { writeBlocks } from '../text/write-fragment.ts'
import { addedNodeId, applyProposal, type Applied } from './apply-proposal.ts'
import { examine } from './examine.ts'
import { nodeWords } from './node-words.ts'
import type { Proposal } from './proposal.ts'
import { revertAcceptance } from './revert.ts'
import { soundProposal } from './sound-proposal.ts'
import { spotOf } from './spots.ts'

const measures = rubricIdSchema.parse('measures')
const trashed = { by: null, at: null }
const runs = 300

type Wording = Extract<Proposal, { type: 'text' }>

function setupPlan() {
  const doc = new Y.Doc()
  const start = { title: 'Projet', academy: 'Académie', template: actionsTemplate, period: null }
  applyProject(doc, { ...emptyProject(start), front: [], axes: [] })
  const plan = openPlan(doc)
  const axis = addNode(plan, { type: 'axis' })
  const action = addNode(plan, { type: 'action', parent: axis })
  const [first, second, third] = ['un', 'deux', 'trois'].map((words) => {
    const id = addNode(plan, { type: 'entry', parent: action, rubric: measures })
    writeBlocks(nodeText(plan, id, 'text')!, plainToBlocks(words))
    return id
  })
  return { doc, plan, axis, action, first: first!, second: second!, third: third! }
}

/** A plan whose first measure reads as these words, and the words of proposals as wordings of it. */
function setupText(base: readonly string[]) {
  const setup = setupPlan()
  const { plan, first } = setup
  const text = nodeText(plan, first, 'text')!
  writeBlocks(text, plainToBlocks(base.join(' ')))
  return {
    ...setup,
    write: (words: readonly string[]) => writeBlocks(text, plainToBlocks(words.join(' '))),
    words: () => blocksToPlain(readBlocks(text)),
    wording: (words: readonly string[]): Wording => ({
      type: 'text',
      node: first,
      field: 'text',
      base: plainToBlocks(base.join(' ')),
      text: plainToBlocks(words.join(' ')),
    }),
  }
}

function apply(plan: PlanDoc, proposal: Proposal, id = 'amendment'): Applied {
  return applyProposal(plan, proposal, { added: addedNodeId(id, 1), trashed })
}

const arbitrarySeed = fc.integer({ min: 1, max: 2 ** 31 })
const lexicon = ['école', 'lire', 'écrire', 'chaque', 'jour', 'élèves', 'tous', 'les', 'oral', 'et']

function someWords(pick: Pick, count: number): string[] {
  return Array.from({ length: count }, () => pickOne(pick, lexicon)!)
}

/** Other words in the place of some: each changed stretch in a block of its own, two words at least apart. */
function changeBlocks(
  base: readonly string[],
  blocks: ReadonlySet<number>,
  pick: Pick,
  mark: string,
): string[] {
  return base.flatMap((word, index) => {
    const isChanged = index % 3 === 1 && blocks.has(Math.floor(index / 3))
    if (!isChanged) return [word]
    const kind = pick(3)
    if (kind === 0) return []
    return kind === 1 ? [`${mark}${index}`] : [`${mark}${index}`, `${mark}${index}bis`]
  })
}

test('[A1] amendments that touch different words give the same text in whatever order they are accepted', () => {
  fc.assert(
    fc.property(arbitrarySeed, fc.integer({ min: 2, max: 5 }), (seed, count) => {
      const pick = createPick(seed)
      // Words that are all different: else two ways of aligning a text may be as good as one another.
      const base = Array.from({ length: count * 9 }, (_, index) => `mot${index}`)
      const blocks = shuffled(
        pick,
        [...base.keys()].filter((index) => index * 3 < base.length),
      )
      const own = Array.from(
        { length: count },
        (_, mine) => new Set(blocks.filter((_, at) => at % count === mine)),
      )
      const texts = own.map((mine, index) => changeBlocks(base, mine, pick, 'abcde'[index]!))
      const results = [texts, shuffled(pick, texts), texts.toReversed()].map((order) => {
        const { plan, wording, words } = setupText(base)
        for (const text of order) {
          if (text.join(' ') !== base.join(' ')) expect(apply(plan, wording(text)).type).toBe('applied')
        }
        return words()
      })
      expect(new Set(results).size).toBe(1)
    }),
    { numRuns: runs, seed: 1 },
  )
})

test('[A2] whatever was proposed and whatever was written since, no word that came since is lost', () => {
  let collisions = 0
  let merges = 0
  fc.assert(
    fc.property(arbitrarySeed, (seed) => {
      const pick = createPick(seed)
      const base = someWords(pick, 4 + pick(12))
      const { plan, wording, write, words } = setupText(base)
      const proposed = changeSome(base, pick, 'p')
      const since = changeSome(base, pick, 's')
      write(since)
      const before = words()
      const examination = examine(plan, wording(proposed))
      const applied = apply(plan, wording(proposed))
      if (applied.type === 'collision') {
        collisions += 1
        expect(examination.type).toBe('collision')
        expect(words()).toBe(before)
      } else {
        merges += 1
        // What is shown of it beforehand is what it does.
        if ('text' in examination && examination.text !== undefined)
          expect(words()).toBe(blocksToPlain(examination.text))
      }
      // Words that only the others have written are marked: each of them is still there.
      for (const word of since.filter((one) => one.startsWith('s')))
        expect(words().split(' ')).toContain(word)
    }),
    { numRuns: runs, seed: 2 },
  )
  expect(collisions).toBeGreaterThan(runs / 20)
  expect(merges).toBeGreaterThan(runs / 20)
})

test('[A3] accepting again what was accepted changes nothing, and what is taken back is as it was', () => {
  fc.assert(
    fc.property(arbitrarySeed, (seed) => {
      const pick = createPick(seed)
      const { plan, doc, ...nodes } = setupPlan()
      const proposal = someProposal(plan, nodes, pick)
      const before = JSON.stringify(readProject(doc))
      if (soundProposal(plan, proposal).type !== 'sound') return
      const applied = apply(plan, proposal)
      expect(applied.type).toBe('applied')
      const after = JSON.stringify(readProject(doc))
      expect(examine(plan, proposal, addedNodeId('amendment', 1)).type).toBe('done')
      const size = Y.encodeStateAsUpdate(doc).length
      expect(apply(plan, proposal)).toEqual({ type: 'applied', node: nodeOf(applied), inverse: null })
      expect(JSON.stringify(readProject(doc))).toBe(after)
      expect(Y.encodeStateAsUpdate(doc).length).toBe(size)
      if (applied.type !== 'applied' || applied.inverse === null) throw new Error('nothing was changed')
      for (let time = 0; time < 2; time += 1) {
        expect(revertAcceptance(plan, applied.inverse, trashed)).toBe('all')
        expect(JSON.stringify(readProject(doc))).toBe(before)
      }
      // Decided anew, it is as it had been.
      apply(plan, proposal)
      expect(JSON.stringify(readProject(doc))).toBe(after)
    }),
    { numRuns: runs, seed: 3 },
  )
})

test('a text of the cover, and a title, are proposed and merged like any other', () => {
  const { plan, axis } = setupPlan()
  for (const [node, field] of [
    ['cover', 'title'],
    [axis, 'title'],
  ] as const) {
    const now = node === 'cover' ? 'Projet' : ''
    const proposal: Proposal = {
      type: 'text',
      node,
      field,
      base: plainToBlocks(now),
      text: plainToBlocks('Un projet\npour tous'),
    }
    expect(apply(plan, proposal)).toMatchObject({ type: 'applied', node })
    // A title is one line.
    const title = node === 'cover' ? readProject(plan.doc).cover.title : readProject(plan.doc).axes[0]?.title
    expect(title).toEqual([{ text: 'Un projet pour tous' }])
  }
})

test('what is in the bin, or under something that is, is gone for its amendments until it comes back', () => {
  const { plan, action, first } = setupPlan()
  const proposal: Proposal = {
    type: 'text',
    node: first,
    field: 'text',
    base: plainToBlocks('un'),
    text: plainToBlocks('une'),
  }
  trashNode(plan, action, trashed)
  expect(examine(plan, proposal)).toEqual({ type: 'gone' })
  expect(apply(plan, proposal)).toEqual({ type: 'gone' })
  expect(examine(plan, { type: 'withdraw', node: action, seen: '' })).toEqual({ type: 'done' })
  expect(examine(plan, { type: 'withdraw', node: first, seen: 'un' })).toEqual({ type: 'gone' })
  expect(
    examine(plan, { type: 'add', at: { parent: action, rubric: measures, after: first }, draft: entry('x') }),
  ).toMatchObject({ type: 'collision', what: 'place' })
})

test('what is to be moved to a place that is gone goes to the one that the decider chose, and back from there', () => {
  const { plan, axis, action, first, second } = setupPlan()
  const [gone, chosen] = [
    addNode(plan, { type: 'action', parent: axis }),
    addNode(plan, { type: 'action', parent: axis }),
  ]
  const seen = spotOf(plan, first)!
  const at = (parent: typeof axis) => ({ parent, rubric: measures, after: null })
  const move: Proposal = { type: 'move', node: first, base: seen, to: at(gone) }
  trashNode(plan, gone, trashed)
  expect(examine(plan, move)).toEqual({ type: 'collision', what: 'place', proposed: at(gone) })
  const added = addedNodeId('amendment', 1)
  const options = { added, trashed }
  expect(applyProposal(plan, move, { ...options, instead: { type: 'move', seen } }).type).toBe('collision')
  const applied = applyProposal(plan, move, { ...options, instead: { type: 'move', seen, to: at(chosen) } })
  expect(spotOf(plan, first)).toEqual(at(chosen))
  if (applied.type !== 'applied' || applied.inverse === null) throw new Error(applied.type)
  revertAcceptance(plan, applied.inverse, trashed)
  expect(spotOf(plan, first)).toEqual(seen)
  expect(spotOf(plan, second)).toEqual({ parent: action, rubric: measures, after: first })
})

test('a new entry takes the place of its neighbour when that one is gone', () => {
  const { plan, action, second } = setupPlan()
  trashNode(plan, second, trashed)
  apply(plan, {
    type: 'add',
    at: { parent: action, rubric: measures, after: second },
    draft: entry('deux bis'),
  })
  expect(nodeWords(plan, action)).toBe('un\ndeux bis\ntrois')
})

test('what someone moved elsewhere meanwhile is a collision, what only has other neighbours is not', () => {
  const { plan, axis, action, first, second, third } = setupPlan()
  const other = addNode(plan, { type: 'action', parent: axis })
  const to = { parent: action, rubric: measures, after: third }
  const move: Proposal = { type: 'move', node: first, base: spotOf(plan, first)!, to }
  trashNode(plan, second, trashed)
  addNode(plan, { type: 'entry', parent: action, rubric: measures }, 0)
  expect(examine(plan, move)).toEqual({ type: 'moved-on' })
  moveNode(plan, first, { parent: other, rubric: measures }, 0)
  expect(examine(plan, move)).toMatchObject({ type: 'collision', now: { parent: other } })
  const seen = spotOf(plan, first)!
  const added = addedNodeId('amendment', 1)
  expect(applyProposal(plan, move, { added, trashed, instead: { type: 'move', seen } }).type).toBe('applied')
  expect(spotOf(plan, first)).toEqual(to)
})

/** Any words may go, come or change; what comes is marked. */
function changeSome(base: readonly string[], pick: Pick, mark: string): string[] {
  let count = 0
  const fresh = () => `${mark}${(count += 1)}`
  return base.flatMap((word) => {
    switch (pick(8)) {
      case 0:
        return []
      case 1:
        return [fresh()]
      case 2:
        return [word, fresh()]
      default:
        return [word]
    }
  })
}

type Nodes = Omit<ReturnType<typeof setupPlan>, 'doc' | 'plan'>

function someProposal(plan: PlanDoc, { axis, action, first, second, third }: Nodes, pick: Pick): Proposal {
  const spot = (node: string) => spotOf(plan, node)!
  const [one, other] = shuffled(pick, [first, second, third])
  switch (pick(7)) {
    case 0:
      return {
        type: 'text',
        node: 'cover',
        field: 'slogan',
        base: plainToBlocks(''),
        text: plainToBlocks('Ensemble'),
      }
    case 1:
      return { type: 'field', node: action, field: 'lead', base: null, value: 'IEN' }
    case 2:
      return { type: 'add', at: { parent: action, rubric: measures, after: one! }, draft: entry('nouvelle') }
    case 3:
      return {
        type: 'add',
        at: { parent: axis, after: pick(2) === 0 ? null : action },
        draft: {
          type: 'action',
          title: plainToBlocks('Agir'),
          rubrics: [{ rubric: measures, entries: [entry('a'), entry('b')] }],
        },
      }
    case 4:
      return { type: 'withdraw', node: one!, seen: nodeWords(plan, one!) }
    case 5:
      return {
        type: 'move',
        node: one!,
        base: spot(one!),
        to: { parent: action, rubric: measures, after: other! },
      }
    default:
      return {
        type: 'add',
        at: { parent: 'axes', after: axis },
        draft: { type: 'axis', title: plainToBlocks('Axe nouveau') },
      }
  }
}

function entry(words: string): { type: 'entry'; text: ReturnType<typeof plainToBlocks> } {
  return { type: 'entry', text: plainToBlocks(words) }
}

function nodeOf(applied: Applied): string {
  return applied.type === 'applied' ? applied.node : ''
}
