import {
  actionsTemplate,
  addNode,
  applyProject,
  coverText,
  edit,
  emptyProject,
  nodeText,
  openPlan,
  plainToBlocks,
  plainToLine,
  setField,
  writeBlocks,
  writeLine,
} from '@concerte/schema'
import type { SaveState } from '@concerte/sync'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'

import { createUnsaved } from './unsaved.ts'
import { touchedPlaces } from './touched-places.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function setupUnsaved(initial: SaveState = { type: 'saved' }) {
  const doc = new Y.Doc()
  const template = actionsTemplate
  const project = emptyProject({ template, title: 'Projet', academy: 'Académie', period: null })
  applyProject(doc, project)
  const plan = openPlan(doc)
  const action = project.axes[0]!.content[0]!.id
  const measure = addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
  const listeners = new Set<() => void>()
  const client = {
    state: initial,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const be = (state: SaveState) => {
    client.state = state
    for (const listener of listeners) listener()
  }
  const write = (words: string) => {
    edit(plan, () => writeBlocks(nodeText(plan, measure, 'text')!, plainToBlocks(words)))
    if (client.state.type === 'saved') be({ type: 'saving' })
  }
  return { plan, client, be, write, measure, action, unsaved: createUnsaved(plan) }
}

it('while the server answers nothing is marked; where it does not, the text is, until it has the words', () => {
  const { unsaved, client, be, write, measure } = setupUnsaved()
  unsaved.follow(client, [])
  const place = { node: measure, field: 'text' }
  let told = 0
  unsaved.subscribeAt(place, () => {
    told += 1
  })
  write('Un')
  vi.advanceTimersByTime(1900)
  be({ type: 'saved' })
  vi.advanceTimersByTime(5000)
  expect([unsaved.places(), told]).toEqual([[], 0])
  write('Un deux')
  vi.advanceTimersByTime(2000)
  expect([unsaved.places(), unsaved.has(place), told]).toEqual([[place], true, 1])
  write('Un deux trois')
  be({ type: 'offline', unsaved: true })
  be({ type: 'saving' })
  expect(unsaved.has(place)).toBe(true)
  be({ type: 'saved' })
  expect([unsaved.places(), unsaved.has(place), told]).toEqual([[], false, 2])
})

it('[S6] offline, what one writes is marked soon, and what another day left on the device from the beginning', () => {
  const { unsaved, client, be, write, measure } = setupUnsaved({ type: 'connecting', unsaved: true })
  unsaved.follow(client, [{ node: 'before', field: 'text' }])
  be({ type: 'offline', unsaved: true })
  write('Hors ligne')
  vi.advanceTimersByTime(200)
  expect(unsaved.places()).toEqual([
    { node: 'before', field: 'text' },
    { node: measure, field: 'text' },
  ])
})

it('what others write is never marked', () => {
  const { plan, unsaved, client, measure } = setupUnsaved({ type: 'offline', unsaved: false })
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(plan.doc))
  const theirs = openPlan(other)
  edit(theirs, () => writeBlocks(nodeText(theirs, measure, 'text')!, plainToBlocks('De Paul')))
  unsaved.follow(client, [])
  Y.applyUpdate(plan.doc, Y.encodeStateAsUpdate(other))
  vi.advanceTimersByTime(5000)
  expect(unsaved.places()).toEqual([])
})

it('finds the field of every kind of change', () => {
  const { plan, action, measure } = setupUnsaved()
  const touched = (change: () => void) => {
    const found = new Set<string>()
    const note = ({ changed }: Y.Transaction) => {
      for (const { node, field } of touchedPlaces(plan, changed)) found.add(`${node}.${field}`)
    }
    plan.doc.on('afterTransaction', note)
    change()
    plan.doc.off('afterTransaction', note)
    return [...found]
  }
  expect(touched(() => setField(plan, measure, 'entry', 'unit', '%'))).toEqual([`${measure}.unit`])
  expect(touched(() => writeLine(coverText(plan, 'title'), plainToLine('Autre')))).toEqual(['cover.title'])
  expect(touched(() => nodeText(plan, measure, 'text')!.insert(0, [new Y.XmlElement('paragraph')]))).toEqual([
    `${measure}.text`,
  ])
  const added = touched(() => addNode(plan, { type: 'entry', parent: action, rubric: 'indicators' }))
  expect(added).toHaveLength(1)
  expect(added[0]).toMatch(/\.$/)
})
