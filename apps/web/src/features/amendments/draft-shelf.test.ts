import { amendmentIdSchema, projectIdSchema, userIdSchema } from '@concerte/api'
import { nodeIdSchema } from '@concerte/schema'
import { expect, it } from 'vitest'

import { createDraftShelf, draftKey, type AmendmentDraft } from './draft-shelf.ts'

const project = projectIdSchema.parse('p1')
const marie = userIdSchema.parse('marie')
const paul = userIdSchema.parse('paul')

function setupStorage(): { items: Map<string, string>; storage: Parameters<typeof createDraftShelf>[2] } {
  const items = new Map<string, string>()
  return {
    items,
    storage: {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
      removeItem: (key) => void items.delete(key),
    },
  }
}

const draftAt = (node: string, words: string, savedAt = '2026-01-01T00:00:00.000Z'): AmendmentDraft => ({
  proposal: {
    type: 'text',
    node: nodeIdSchema.parse(node),
    field: 'text',
    base: [{ type: 'paragraph', content: [] }],
    text: [{ type: 'paragraph', content: [{ text: words }] }],
  },
  reason: '',
  cosigners: [],
  improves: null,
  savedAt,
})

it('[E1] what was kept is there for another page of the same person', () => {
  const { storage } = setupStorage()
  const draft = draftAt('m1', 'Un mot')
  expect(createDraftShelf(project, marie, storage).keep(draft)).toBe(true)
  const after = createDraftShelf(project, marie, storage)
  expect(after.find(draftKey(draft))).toEqual(draft)
  expect(after.list()).toEqual([draft])
})

it('[E2] another person on the device is shown nothing of it', () => {
  const { storage } = setupStorage()
  createDraftShelf(project, marie, storage).keep(draftAt('m1', 'Un mot'))
  expect(createDraftShelf(project, paul, storage).list()).toEqual([])
})

it('a place has one draft, an improvement of an amendment has its own', () => {
  const { storage } = setupStorage()
  const shelf = createDraftShelf(project, marie, storage)
  const first = draftAt('m1', 'Un')
  const second = draftAt('m1', 'Un mot', '2026-01-02T00:00:00.000Z')
  const improving = { ...second, improves: { id: amendmentIdSchema.parse('a7'), revision: 2 } }
  for (const draft of [first, second, improving]) shelf.keep(draft)
  expect(shelf.list()).toHaveLength(2)
  expect(shelf.find(draftKey(first))).toEqual(second)
  expect(shelf.find(draftKey(improving))).toEqual(improving)
})

it('what is sent or given up leaves the device, and whoever lists them is told', () => {
  const { items, storage } = setupStorage()
  const shelf = createDraftShelf(project, marie, storage)
  const draft = draftAt('m1', 'Un mot')
  let told = 0
  shelf.subscribe(() => {
    told += 1
  })
  shelf.keep(draft)
  shelf.drop(draft)
  expect([told, items.size, shelf.list()]).toEqual([2, 0, []])
})

it('a device that keeps nothing is said, and one that was written by another version is left alone', () => {
  const { items, storage } = setupStorage()
  const full = createDraftShelf(project, marie, {
    ...storage,
    setItem() {
      throw new DOMException('full', 'QuotaExceededError')
    },
  })
  expect(full.keep(draftAt('m1', 'Un mot'))).toBe(false)
  const key = 'concerte.amendments.marie.p1'
  items.set(key, JSON.stringify({ 'text m9 text': { proposal: { type: 'sung' } } }))
  const shelf = createDraftShelf(project, marie, storage)
  expect(shelf.list()).toEqual([])
  shelf.keep(draftAt('m1', 'Un mot'))
  expect(items.get(key)).toContain('sung')
  items.set(key, '{')
  expect(shelf.list()).toEqual([])
})
