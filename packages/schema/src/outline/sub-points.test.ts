import { arbitraryBlocks } from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { emptyProject } from '../empty-project.ts'
import type { NodeId } from '../ids.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { normalizeBlocks } from '../text/normalize-text.ts'
import { blocksToPlain, plainToBlocks } from '../text/plain-text.ts'
import { readBlocks } from '../text/read-fragment.ts'
import type { Block, BlockText } from '../text/rich-text.ts'
import { writeBlocks } from '../text/write-fragment.ts'
import { addNode } from './add-node.ts'
import { applyProject } from './apply-project.ts'
import { indentEntry } from './indent-entry.ts'
import { outdentItem } from './outdent-item.ts'
import { edit, nodeText, openPlan, UnknownNodeError, type PlanDoc } from './plan-doc.ts'
import { readOutline } from './read-outline.ts'

const by = { by: 'user-1', at: '2026-01-01T00:00:00Z' }

test('[D2] an entry made a sub-point stands at the end of the one before with its words and marks, and in the bin', () => {
  fc.assert(
    fc.property(arbitraryBlocks, arbitraryBlocks, (first, second) => {
      const { plan, action, before, entry } = setupEntries(first, second)
      const [head, own] = [textOf(plan, before), textOf(plan, entry)]
      const done = indentEntry(plan, entry, by)!
      const last = head.at(-1)
      const expected =
        last !== undefined && last.type !== 'paragraph'
          ? [...head.slice(0, -1), { ...last, items: [...last.items, own] }]
          : [...head, { type: 'bulletList' as const, items: [own] }]
      expect(textOf(plan, before)).toEqual(expected)
      expect(done).toEqual({ id: before, item: itemOf(expected) })
      expect(readOutline(plan).trash.map(({ id }) => id)).toEqual([entry])
      expect(textOf(plan, entry)).toEqual(own)
      expect(readOutline(plan).children(action, 'measures')).toHaveLength(1)
    }),
    { seed: 3, numRuns: 200 },
  )
})

test('[D2] a sub-point made an entry takes what follows along, and no character or mark is lost or moved', () => {
  fc.assert(
    fc.property(arbitraryBlocks, fc.nat(), (text, seed) => {
      const { plan, action, before } = setupEntries(text, [])
      const whole = textOf(plan, before)
      const block = whole.findIndex(({ type }) => type !== 'paragraph')
      const list = whole[block]
      fc.pre(list !== undefined && list.type !== 'paragraph')
      const index = seed % list.items.length
      const added = outdentItem(plan, before, [block, index])!
      const [head, tail] = [textOf(plan, before), textOf(plan, added)]
      const isNothingBefore = block === 0 && index === 0
      expect(blocksToPlain(isNothingBefore ? tail : [...head, ...tail])).toBe(blocksToPlain(whole))
      expect(marksOf([...head, ...tail])).toEqual(marksOf(whole))
      expect(tail.slice(0, list.items[index]!.length - 1)).toEqual(list.items[index]!.slice(0, -1))
      expect(
        readOutline(plan)
          .children(action, 'measures')
          .map(({ id }) => id)
          .slice(0, 2),
      ).toEqual([before, added])
    }),
    { seed: 4, numRuns: 300 },
  )
})

test('an entry made a sub-point and then an entry again reads as before', () => {
  const { plan, before, entry } = setupEntries(plainToBlocks('Un'), plainToBlocks('Deux'))
  const { id, item } = indentEntry(plan, entry, by)!
  const again = outdentItem(plan, id, item)!
  expect([textOf(plan, before), textOf(plan, again)]).toEqual([plainToBlocks('Un'), plainToBlocks('Deux')])
})

test('the items after a sub-point that becomes an entry are its sub-points, behind those it has', () => {
  const { plan, before } = setupEntries(
    [
      ...plainToBlocks('Une'),
      {
        type: 'bulletList',
        items: [
          plainToBlocks('a'),
          [...plainToBlocks('b'), { type: 'bulletList', items: [plainToBlocks('b1')] }],
          plainToBlocks('c'),
        ],
      },
    ],
    [],
  )
  const added = outdentItem(plan, before, [1, 1])!
  expect(textOf(plan, before)).toEqual([
    ...plainToBlocks('Une'),
    { type: 'bulletList', items: [plainToBlocks('a')] },
  ])
  expect(textOf(plan, added)).toEqual([
    ...plainToBlocks('b'),
    { type: 'bulletList', items: [plainToBlocks('b1'), plainToBlocks('c')] },
  ])
})

test('[D2] what others type meanwhile in the entry before stays there, in the indented one it is in the bin', () => {
  const { plan, before, entry } = setupEntries(plainToBlocks('Un'), plainToBlocks('Deux'))
  const other = openPlan(new Y.Doc())
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(plan.doc))
  write(other, before, 'Un mot')
  write(other, entry, 'Deux mots')
  indentEntry(plan, entry, by)
  Y.applyUpdate(plan.doc, Y.encodeStateAsUpdate(other.doc))
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(plan.doc))
  for (const replica of [plan, other]) {
    expect(blocksToPlain(textOf(replica, before))).toBe('Un mot\nDeux')
    expect(blocksToPlain(textOf(replica, entry))).toBe('Deux mots')
  }
})

test('[D2] what others type meanwhile before a sub-point that becomes an entry stays there', () => {
  const { plan, before } = setupEntries(
    [...plainToBlocks('Une'), { type: 'bulletList', items: [plainToBlocks('a'), plainToBlocks('b')] }],
    [],
  )
  const other = openPlan(new Y.Doc())
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(plan.doc))
  writeBlocks(nodeText(other, before, 'text')!, [
    ...plainToBlocks('Une mesure'),
    { type: 'bulletList', items: [plainToBlocks('a et plus'), plainToBlocks('b')] },
  ])
  const added = outdentItem(plan, before, [1, 1])!
  Y.applyUpdate(plan.doc, Y.encodeStateAsUpdate(other.doc))
  expect(blocksToPlain(textOf(plan, before))).toBe('Une mesure\na et plus')
  expect(blocksToPlain(textOf(plan, added))).toBe('b')
})

test('where there is nothing before, or no such item, nothing is written', () => {
  const { plan, action, before } = setupEntries(plainToBlocks('Un'), [])
  const state = Y.encodeStateAsUpdate(plan.doc)
  expect(indentEntry(plan, before, by)).toBeNull()
  for (const path of [
    [0, 0],
    [5, 0],
  ] as const) {
    expect(outdentItem(plan, before, path)).toBeNull()
  }
  expect(() => outdentItem(plan, action, [0, 0])).toThrow(UnknownNodeError)
  expect(Y.encodeStateAsUpdate(plan.doc)).toEqual(state)
})

test('[D4] marks and elements of a newer version go along into a sub-point and out of it', () => {
  const { plan, before, entry } = setupEntries(plainToBlocks('Un'), plainToBlocks('Deux'))
  const callout = new Y.XmlElement('callout')
  callout.setAttribute('tone', 'warning')
  callout.insert(0, [new Y.XmlText('Attention')])
  nodeText(plan, entry, 'text')!.insert(1, [callout])
  const { item } = indentEntry(plan, entry, by)!
  expect(nodeText(plan, before, 'text')!.toJSON()).toContain('<callout tone="warning">Attention</callout>')
  const again = outdentItem(plan, before, item)!
  expect(nodeText(plan, again, 'text')!.toJSON()).toContain('<callout tone="warning">Attention</callout>')
})

function setupEntries(first: BlockText, second: BlockText) {
  const doc = new Y.Doc()
  const project = emptyProject({ template: actionsTemplate, title: 'P', academy: '', period: null })
  applyProject(doc, project)
  const plan = openPlan(doc)
  const action = project.axes[0]!.content[0]!.id
  const [before, entry] = [first, second].map((text) => {
    const id = addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
    edit(plan, () => writeBlocks(nodeText(plan, id, 'text')!, text))
    return id
  })
  return { plan, action, before: before!, entry: entry! }
}

function textOf(plan: PlanDoc, id: NodeId): BlockText {
  return normalizeBlocks(readBlocks(nodeText(plan, id, 'text')!))
}

function write(plan: PlanDoc, id: NodeId, plain: string): void {
  edit(plan, () => writeBlocks(nodeText(plan, id, 'text')!, plainToBlocks(plain)))
}

/** The path of the last item of the last list. */
function itemOf(text: BlockText): [number, number] {
  const last = text.at(-1)!
  return [text.length - 1, last.type === 'paragraph' ? -1 : last.items.length - 1]
}

/** Every marked run, in reading order. */
function marksOf(blocks: BlockText): unknown[] {
  return blocks.flatMap((block: Block) =>
    block.type === 'paragraph'
      ? block.content.filter((run) => Object.keys(run).length > 1)
      : block.items.flatMap(marksOf),
  )
}
