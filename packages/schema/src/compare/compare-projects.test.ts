import { readFileSync } from 'node:fs'

import { arbitraryProject, longPlan } from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { normalizeProject } from '../normalize-project.ts'
import { projectSchema, type Action, type Project } from '../project.ts'
import { actionsOf } from '../reading.ts'
import { normalizeBlocks } from '../text/normalize-text.ts'
import { plainToBlocks, plainToLine } from '../text/plain-text.ts'
import { compareProjects, isSamePlan } from './compare-projects.ts'
import { comparisonSchema, type NodeChange } from './comparison.ts'
import { coverContent, nodeContent, type NodeContent } from './node-content.ts'
import { indexPlan } from './plan-index.ts'
import { isSameJson } from './same-json.ts'

const seeds = ['orleans-tours-2024-2028', 'clermont-ferrand']

test('a plan beside itself has no change', () => {
  fc.assert(
    fc.property(arbitraryProject, (given) => {
      const plan = normalizeProject(given)
      expect(isSamePlan(compareProjects(plan, structuredClone(plan)))).toBe(true)
    }),
    { seed: 71, numRuns: 100 },
  )
  for (const seed of seeds) expect(isSamePlan(compareProjects(readSeed(seed), readSeed(seed)))).toBe(true)
})

test('the changes of any two plans turn the words and fields of the one into those of the other, and tell where every node came from', () => {
  fc.assert(
    fc.property(arbitraryProject, arbitraryProject, (a, b) => {
      const [before, after] = [normalizeProject(a), normalizeProject(b)]
      const comparison = compareProjects(before, after)
      expect(comparisonSchema.parse(comparison)).toEqual(comparison)
      const [old, now] = [indexPlan(before), indexPlan(after)]
      const changes = new Map(comparison.changes.map((change) => [change.node, change]))
      expect(changes.size).toBe(comparison.changes.length)
      for (const id of new Set([...old.nodes.keys(), ...now.nodes.keys()])) {
        const [was, is, change] = [old.nodes.get(id), now.nodes.get(id), changes.get(id)]
        const type = was === undefined ? 'added' : is === undefined ? 'withdrawn' : 'kept'
        expect(change?.type ?? 'kept').toBe(type)
        expect(patched(was && nodeContent(was.node), change)).toEqual(wordsOf(is && nodeContent(is.node)))
        if (was === undefined || is === undefined) continue
        if (was.list.key !== is.list.key)
          expect(change?.move).toMatchObject({ isWithin: false, from: was.path })
        else expect(change?.move?.isWithin ?? true).toBe(true)
      }
      const cover = patched(coverContent(before.cover), changes.get('cover'))
      expect(cover).toEqual(wordsOf(coverContent(after.cover)))
    }),
    { seed: 72, numRuns: 200 },
  )
})

test('siblings that did not move are in the order that they were in, and no fewer moves would do', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 8 }), fc.nat(), (keys, at) => {
      const { plan, action } = setupPlan(keys.length + 1)
      const entries = action.rubrics[0]!.entries
      const after = structuredClone(plan)
      const shuffledEntries = entries
        .map((entry, index) => ({ entry, key: keys[index] ?? at }))
        .toSorted((x, y) => x.key - y.key)
        .map(({ entry }) => entry)
      actionsOf(after.axes[0]!)[0]!.rubrics[0]!.entries = shuffledEntries
      const { changes } = compareProjects(plan, after)
      const moved = new Set(changes.filter(({ move }) => move?.isWithin).map(({ node }) => node))
      expect(moved.size).toBe(changes.length)
      const stayed = (list: typeof entries) => list.filter(({ id }) => !moved.has(id)).map(({ id }) => id)
      expect(stayed(shuffledEntries)).toEqual(stayed(entries))
      expect(stayed(entries).length).toBe(longestKept(entries, shuffledEntries))
    }),
    { seed: 73, numRuns: 200 },
  )
})

test.each(seeds)('an axis of %s that moved is one change, whatever numbers follow from it', (seed) => {
  const before = readSeed(seed)
  const after = normalizeProject({ ...before, axes: [...before.axes.slice(1), before.axes[0]!] })
  const { changes } = compareProjects(before, after)
  expect(changes).toHaveLength(1)
  expect(changes[0]).toMatchObject({
    type: 'kept',
    kind: 'axis',
    node: before.axes[0]!.id,
    move: { isWithin: true, from: [{ type: 'axis', number: 1 }] },
    path: [{ type: 'axis', number: before.axes.length }],
  })
})

test('an action that was withdrawn is told where it stood, with all that it held, and what was moved out of it is not', () => {
  const before = readSeed('orleans-tours-2024-2028')
  const after = structuredClone(before)
  const [first, second, third] = actionsOf(after.axes[0]!)
  const [kept] = second!.rubrics[0]!.entries.splice(0, 1)
  first!.rubrics[0]!.entries.push(kept!)
  const lost = second!.rubrics.flatMap(({ entries }) => entries.map(({ id }) => id))
  removeAction(after, second!)
  third!.title = plainToLine('Un autre titre')
  const { changes } = compareProjects(before, normalizeProject(after))
  expect(changes.map(({ type, node }) => [type, node])).toEqual([
    ['kept', kept!.id],
    ['withdrawn', second!.id],
    ...lost.map((id) => ['withdrawn', id]),
    ['kept', third!.id],
  ])
  const [moved] = changes
  expect(moved?.move?.from.map(({ type }) => type)).toContain('action')
  expect(moved?.axis).toBe(before.axes[0]!.id)
})

test('a value, a word and a rubric that changed are each told with what they were', () => {
  const { plan } = setupPlan(2)
  const after = structuredClone(plan)
  after.cover.title = plainToLine('Projet')
  after.template.action.reverse()
  const slot = after.template.action.find((item) => item.type === 'rubric')!
  slot.heading = 'Ce que nous ferons'
  const action = actionsOf(after.axes[0]!)[0]!
  action.lead = 'IEN'
  action.rubrics[0]!.entries[1]!.text = plainToBlocks('autre')
  const { changes, template } = compareProjects(plan, normalizeProject(after))
  expect(changes.map(({ node, texts, values }) => [node, texts.map(({ field }) => field), values])).toEqual([
    ['cover', ['title'], []],
    ['action-1', [], [{ field: 'lead', before: null, after: 'IEN' }]],
    ['entry-1', ['text'], []],
  ])
  expect(template.slots.filter(({ isMoved }) => isMoved)).toHaveLength(1)
  expect(template.slots.flatMap(({ values }) => values.map(({ after }) => after))).toEqual([
    'Ce que nous ferons',
  ])
})

test('a plan a hundred times as long compares whole', () => {
  const before = longPlan(readSeed('orleans-tours-2024-2028'), 100)
  const after = structuredClone(before)
  const changed: string[] = []
  for (const axis of after.axes) {
    for (const action of actionsOf(axis)) {
      const entry = action.rubrics[0]?.entries[0]
      if (entry === undefined) continue
      entry.text = plainToBlocks('Une mesure récrite')
      changed.push(entry.id)
    }
  }
  const { changes } = compareProjects(before, after)
  expect(changes.map(({ node }) => node)).toEqual(changed)
})

function readSeed(name: string): Project {
  const file = new URL(`../../../../seeds/${name}.project.json`, import.meta.url)
  return projectSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** One action of one axis, with so many measures. */
function setupPlan(entries: number): { plan: Project; action: Action } {
  const seed = readSeed('orleans-tours-2024-2028')
  const [axis] = seed.axes
  const action: unknown = {
    type: 'action',
    id: 'action-1',
    number: 1,
    title: [],
    rubrics: [
      {
        rubric: 'measures',
        entries: Array.from({ length: entries }, (_, index) => ({
          type: 'measure',
          id: `entry-${index}`,
          text: plainToBlocks(`mesure ${index}`),
        })),
      },
    ],
  }
  const plan = normalizeProject(
    projectSchema.parse({
      ...seed,
      front: [],
      back: [],
      axes: [{ ...axis, rubrics: [], content: [action] }],
    }),
  )
  return { plan, action: actionsOf(plan.axes[0]!)[0]! }
}

function removeAction(plan: Project, { id }: Action): void {
  for (const axis of plan.axes) {
    axis.content = axis.content.filter((item) => item.id !== id)
    for (const item of axis.content) {
      if (item.type === 'group') item.actions = item.actions.filter((action) => action.id !== id)
    }
  }
}

type Words = { texts: Record<string, unknown>; values: Record<string, unknown> } | null

/** What a node would hold if its change were made. */
function patched(content: NodeContent | undefined, change: NodeChange | undefined): Words {
  if (change?.type === 'withdrawn') return null
  const words = wordsOf(content) ?? { texts: {}, values: {} }
  if (content === undefined && change === undefined) return null
  for (const { field, before, after } of change?.texts ?? []) {
    expect(words.texts[field] ?? normalizeBlocks([])).toEqual(normalizeBlocks(before ?? []))
    words.texts[field] = normalizeBlocks(after ?? [])
  }
  for (const { field, before, after } of change?.values ?? []) {
    expect(words.values[field] ?? null).toEqual(before)
    if (after === null) delete words.values[field]
    else words.values[field] = after
  }
  return withoutEmpty(words)
}

function wordsOf(content: NodeContent | undefined): Words {
  if (content === undefined) return null
  return withoutEmpty({
    texts: Object.fromEntries(content.texts.map(([field, text]) => [field, normalizeBlocks(text)])),
    values: Object.fromEntries(content.values.filter(([, value]) => value !== undefined)),
  })
}

/** A node that came has only the texts that hold words. */
function withoutEmpty({ texts, values }: NonNullable<Words>): NonNullable<Words> {
  const empty = normalizeBlocks([])
  return {
    texts: Object.fromEntries(Object.entries(texts).filter(([, text]) => !isSameJson(text, empty))),
    values,
  }
}

/** The length of the longest run that two orders share, by trying all: lists are short. */
function longestKept(before: readonly { id: string }[], after: readonly { id: string }[]): number {
  const order = after.map(({ id }) => before.findIndex((entry) => entry.id === id))
  const longest: number[] = []
  order.forEach((number, index) => {
    const shorter = longest.filter((_, at) => order[at]! < number)
    longest[index] = 1 + Math.max(0, ...shorter)
  })
  return Math.max(0, ...longest)
}
