import { expect, it } from 'vitest'

import { createFolded } from './folded.ts'

function setupShelf() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    kept,
  }
}

const refuse = () => {
  throw new Error('forbidden')
}

it('what is folded is still folded at the next visit, in that plan alone', () => {
  const shelf = setupShelf()
  createFolded(shelf, 'one').fold(['a', 'b'], true)
  createFolded(shelf, 'one').fold(['b'], false)
  const again = createFolded(shelf, 'one')
  expect(['a', 'b'].map(again.isFolded)).toEqual([true, false])
  expect(createFolded(shelf, 'two').isFolded('a')).toBe(false)
  again.fold(['a'], false)
  expect(shelf.kept.size).toBe(0)
})

it('folding is told, and holds for this visit on a device that keeps nothing', () => {
  const folded = createFolded({ getItem: refuse, setItem: refuse, removeItem: refuse }, 'plan')
  let told = 0
  folded.subscribe(() => (told += 1))
  folded.fold(['a'], true)
  expect([folded.isFolded('a'), told]).toEqual([true, 1])
})
