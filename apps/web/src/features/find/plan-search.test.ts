import {
  actionsTemplate,
  addNode,
  applyProject,
  edit,
  emptyProject,
  moveNode,
  nodeText,
  openPlan,
  plainToBlocks,
  readValues,
  setField,
  trashNode,
  writeBlocks,
  type NodeId,
} from '@concerte/schema'
import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { createPlanStore } from '../plan/store/plan-store.ts'
import { createPlanSearch } from './plan-search.ts'
import { replaceMatches } from './replace-matches.ts'
import { readWords } from './searched-places.ts'

const loose = { isCaseExact: false, isSignExact: false, isWholeWord: false }

function setupSearch() {
  const doc = new Y.Doc()
  const template = actionsTemplate
  const project = emptyProject({ template, title: 'Projet', academy: 'Académie', period: null })
  applyProject(doc, project)
  const plan = openPlan(doc)
  const action = project.axes[0]!.content[0]!.id
  const add = (rubric: string, words: string): NodeId => {
    const id = addNode(plan, { type: 'entry', parent: action, rubric })
    write(id, words)
    return id
  }
  const write = (id: NodeId, words: string) =>
    edit(plan, () => writeBlocks(nodeText(plan, id, 'text')!, plainToBlocks(words)))
  const first = add('measures', 'Accueillir les élèves')
  const second = add('measures', 'Former, puis accueillir')
  const indicator = add('indicators', 'Taux d’accueil')
  setField(plan, indicator, 'entry', 'source', 'Enquête Accueil')
  setField(plan, indicator, 'entry', 'target', { value: 'accueil de 80 %', date: '2028' })
  const store = createPlanStore(plan)
  const waiting: ((budget: () => number) => void)[] = []
  const search = createPlanSearch(store, (run) => {
    waiting.push(run)
    return () => waiting.splice(waiting.indexOf(run), 1)
  })
  /** Lets everything that waits run, a field a slice. */
  const settle = (): number => {
    let slices = 0
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
      run(() => 0)
      slices += 1
    }
    return slices
  }
  /** Where the matches are, from the first to the last. */
  const places = (): string[] => {
    const seen: string[] = []
    const start = search.current().at
    for (let turn = 0; turn < search.current().count; turn += 1) {
      const { match, at } = search.current()
      seen[at - 1] = `${match?.place.node} ${match?.place.field}`
      search.step(1)
    }
    expect(search.current().at).toBe(start)
    return seen
  }
  return { plan, store, search, settle, places, write, action, first, second, indicator }
}

it('finds words in texts and structured fields, in the order of the page, a slice at a time', () => {
  const { search, settle, places, first, second, indicator } = setupSearch()
  search.find('accueil', loose)
  expect(search.current()).toMatchObject({ count: 0, match: null, isSearching: true })
  expect(settle()).toBeGreaterThan(10)
  expect(places()).toEqual([
    `${first} text`,
    `${second} text`,
    `${indicator} text`,
    `${indicator} target`,
    `${indicator} source`,
  ])
  expect(search.current()).toMatchObject({ at: 1, count: 5, isSearching: false })
})

it('goes from where one was, around the plan and back', () => {
  const { search, settle, second } = setupSearch()
  search.startAt({ node: second, field: 'text' }, 3)
  search.find('accueil', loose)
  settle()
  const seen = [search.current().at]
  for (const direction of [1, 1, 1, 1, 1, -1, -1] as const) {
    search.step(direction)
    seen.push(search.current().at)
  }
  expect(seen).toEqual([2, 3, 4, 5, 1, 2, 1, 5])
})

it('follows what is written, moved and removed, and reads again only what changed', () => {
  const { plan, search, settle, places, write, action, first, second, indicator } = setupSearch()
  search.find('accueil', loose)
  settle()
  write(first, 'Rien')
  expect(settle()).toBe(1)
  expect(places()[0]).toBe(`${second} text`)
  write(first, 'Un accueil')
  moveNode(plan, second, { parent: action, rubric: 'measures' }, 0)
  settle()
  expect(places().slice(0, 2)).toEqual([`${second} text`, `${first} text`])
  trashNode(plan, indicator, { by: null, at: null })
  settle()
  expect(places()).toEqual([`${second} text`, `${first} text`])
})

it('finds the first words of a structured field that was empty', () => {
  const { plan, search, settle, places, action } = setupSearch()
  search.find('accueil', loose)
  settle()
  setField(plan, action, 'action', 'lead', 'Service d’accueil')
  settle()
  expect(places()[0]).toBe(`${action} lead`)
})

it('replaces in every field, as one step, and keeps the rest of each', () => {
  const { plan, store, search, settle, first, second, indicator } = setupSearch()
  search.find('accueil', loose)
  settle()
  let steps = 0
  plan.doc.on('update', () => {
    steps += 1
  })
  const done = edit(plan, () =>
    search
      .readAll()
      .reduce(
        (sum, { place, ranges }) => sum + replaceMatches(store, place, { ranges, words: 'rencontre' }),
        0,
      ),
  )
  expect([done, steps]).toEqual([5, 1])
  const read = (node: NodeId) => readWords(store, { node, field: 'text', kind: 'text', profile: 'block' })
  expect([first, second, indicator].map(read)).toEqual([
    'rencontrelir les élèves',
    'Former, puis rencontrelir',
    'Taux d’rencontre',
  ])
  expect(readValues(plan, indicator, 'entry')).toMatchObject({
    source: 'Enquête rencontre',
    target: { value: 'rencontre de 80 %', date: '2028' },
  })
})

it('leaves a structured field as it is where what one puts there is too long for it', () => {
  const { plan, store, search, settle, indicator } = setupSearch()
  search.find('accueil de', loose)
  settle()
  const [match] = search.readAll()
  expect(replaceMatches(store, match!.place, { ranges: match!.ranges, words: 'x'.repeat(300) })).toBe(0)
  expect(readValues(plan, indicator, 'entry').target).toEqual({ value: 'accueil de 80 %', date: '2028' })
})
