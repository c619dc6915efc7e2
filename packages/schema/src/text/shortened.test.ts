import { expect, test } from 'vitest'

import { shortened } from './shortened.ts'

test('a text is cut at the end of a word where one is near, and not at all where it is short', () => {
  expect(shortened('Lire et écrire', 14)).toBe('Lire et écrire')
  expect(shortened('Lire et écrire', 13)).toBe('Lire et…')
  expect(shortened('Lire et écrire', 7)).toBe('Lire et…')
  expect(shortened('Lire', 2)).toBe('Li…')
})

test('a word that is longer than any is cut where it must be, but not within a character', () => {
  expect(shortened(`Voir ${'a'.repeat(60)}`, 50)).toBe(`Voir ${'a'.repeat(45)}…`)
  expect(shortened('a\u{1F600}b', 2)).toBe('a…')
})
