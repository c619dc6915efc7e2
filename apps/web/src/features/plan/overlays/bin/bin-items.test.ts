import { addNode, nodeText, plainToBlocks, trashNode, writeBlocks, type NodeId } from '@concerte/schema'
import { createSmallPlan } from '@concerte/testkit'
import { expect, it } from 'vitest'

import { createAuthorBook, type AuthorBook } from '../../../authorship/authors.ts'
import { matches } from '../../../find/plain-words.ts'
import { createPlanStore } from '../../store/plan-store.ts'
import { readBin, removerOf } from './bin-items.ts'

function setupBin() {
  const { doc, plan, project } = createSmallPlan()
  const axis = project.axes[0]!.id
  const action = project.axes[0]!.content[0]!.id
  const add = (words: string): NodeId => {
    const id = addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
    writeBlocks(nodeText(plan, id, 'text')!, plainToBlocks(words))
    return id
  }
  const [first, second, empty] = [add('Un'), add('Deux'), add('')]
  const store = createPlanStore(plan)
  const remove = (id: NodeId, by: string | null, at: string) => trashNode(plan, id, { by, at })
  const bin = () =>
    readBin(store).map(({ node, contents, above, isEmpty }) => [
      node.id,
      contents,
      above.map(({ id }) => id),
      isEmpty,
    ])
  return { doc, store, remove, bin, axis, action, first, second, empty }
}

/** What the server tells: Ada writes under these clients, Bob has not written yet. */
function book(clientIds: number[]): AuthorBook {
  return createAuthorBook({
    people: [
      { userId: 'u1', name: 'Ada', clientIds },
      { userId: 'u2', name: 'Bob', clientIds: [] },
    ],
    here: [],
    me: { client: -2, id: '', name: '' },
  })
}

it('what is removed is counted with what went along, the latest first; what was in the bin before stays a line of its own', () => {
  const { remove, bin, axis, action, first } = setupBin()
  remove(first, 'u1', '2026-01-01T10:00:00Z')
  remove(axis, 'u1', '2026-01-01T11:00:00Z')
  expect(bin()).toEqual([
    [axis, 3, [], false],
    [first, 0, [axis], false],
  ])
  remove(action, 'u1', '2026-01-01T12:00:00Z')
  expect(bin().at(-1)).toEqual([first, 0, [action, axis], false])
})

it('what has no word and holds nothing is empty', () => {
  const { remove, bin, empty } = setupBin()
  remove(empty, 'u1', '2026-01-01T10:00:00Z')
  expect(bin()).toEqual([[empty, 0, [], true]])
})

it('[S3] who removed is told by the client that wrote it, then by the id, then by the name of older removals', () => {
  const { doc, store, remove, first, second } = setupBin()
  const of = (id: NodeId) => store.structure().outline.nodes.get(id)!
  remove(first, 'u2', '2026-01-01T10:00:00Z')
  expect(removerOf(store, of(first), book([doc.clientID]))).toBe('Ada')
  expect(removerOf(store, of(first), book([]))).toBe('Bob')
  remove(second, 'Cléo Martin', '2026-01-01T10:00:00Z')
  expect(removerOf(store, of(second), book([]))).toBe('Cléo Martin')
  remove(second, 'kJ8d0aQmXz1pL5wT', '2026-01-01T11:00:00Z')
  expect(removerOf(store, of(second), book([]))).toBeNull()
})

it('something is found by words in any order, whatever the accents', () => {
  expect(matches('  ecole Élèves', 'Les élèves de l’école', 'axe 1')).toBe(true)
  expect(matches('axe eleves', 'Les élèves de l’école', 'axe 1')).toBe(true)
  expect(matches('lycée', 'Les élèves de l’école', 'axe 1')).toBe(false)
  expect(matches('', 'Les élèves')).toBe(true)
})
