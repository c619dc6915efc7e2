import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { createFinder, type FindOptions } from './find-in-text.ts'
import { fold } from './fold.ts'

const loose: FindOptions = { isCaseExact: false, isSignExact: false, isWholeWord: false }

function wordsFound(text: string, query: string, options: Partial<FindOptions> = {}): string[] {
  const finder = createFinder(query, { ...loose, ...options })
  return (finder?.(text) ?? []).map(({ start, end }) => text.slice(start, end))
}

it.each([
  ['L’École de l’œuvre', "l'ecole", ['L’École']],
  ['L’École de l’œuvre', 'OEUVRE', ['œuvre']],
  ['cible\u00A0: 80\u202F%', 'cible : 80 %', ['cible\u00A0: 80\u202F%']],
  ['dit «\u00A0oui\u00A0», «\u202Foui\u202F»', '" oui "', ['«\u00A0oui\u00A0»', '«\u202Foui\u202F»']],
  ['e\u0301cole décomposée', 'école', ['e\u0301cole']],
  ['aaaa', 'aa', ['aa', 'aa']],
  ['rien', 'x', []],
])('in «%s», %j finds %j whatever the signs', (text, query, found) => {
  expect(wordsFound(text, query)).toEqual(found)
})

it('finds capitals, accents and whole words alone where one asks for them', () => {
  const text = 'Élève, élève, eleve, élèves'
  expect(wordsFound(text, 'élève')).toEqual(['Élève', 'élève', 'eleve', 'élève'])
  expect(wordsFound(text, 'élève', { isCaseExact: true })).toEqual(['élève', 'eleve', 'élève'])
  expect(wordsFound(text, 'élève', { isSignExact: true })).toEqual(['Élève', 'élève', 'élève'])
  expect(wordsFound(text, 'élève', { isWholeWord: true })).toEqual(['Élève', 'élève', 'eleve'])
})

it('does not find half of a character that is written as two', () => {
  expect(wordsFound('œuvre', 'o')).toEqual([])
  expect(wordsFound('œuvre', 'e')).toEqual(['e'])
})

it('nothing, and spaces alone, are nothing to look for', () => {
  expect([createFinder('', loose), createFinder(' \u00A0', loose)]).toEqual([null, null])
})

it('a stretch of a text is found in it, and what is found is in the text', () => {
  const letters = fc.string({
    unit: fc.constantFrom('é', 'e', 'E', 'œ', '’', ' ', '\u00A0', 'a', '😀', '\u0301'),
    maxLength: 30,
  })
  fc.assert(
    fc.property(letters, fc.nat(30), fc.nat(30), (text, a, b) => {
      const characters = Array.from(text)
      const query = characters.slice(Math.min(a, b), Math.max(a, b)).join('')
      const exact = createFinder(query, { isCaseExact: true, isSignExact: true, isWholeWord: false })
      if (exact === null) return
      const ranges = exact(text)
      expect(ranges.length).toBeGreaterThan(0)
      for (const { start, end } of ranges) expect(text.slice(start, end)).toBe(query)
      for (const { start, end } of createFinder(query, loose)?.(text) ?? []) {
        expect(start < end && end <= text.length).toBe(true)
      }
    }),
    { seed: 20_261_122, numRuns: 500 },
  )
})

it('folds a text at once as it folds it letter by letter', () => {
  const texts = fc.string({ unit: fc.constantFrom(...plainSigns), maxLength: 20 })
  const foldings = fc.record({ isCaseExact: fc.boolean(), isSignExact: fc.boolean() })
  fc.assert(
    fc.property(texts, foldings, (text, folding) => {
      // An ellipsis is no plain sign: with one, each letter is folded by itself.
      const slow = fold(`${text}…`, folding)
      const fast = fold(text, folding)
      expect(fast.starts).toBe(null)
      expect(slow.text.startsWith(fast.text)).toBe(true)
      expect(fast.text.length).toBe(text.length)
    }),
    { seed: 20_261_122, numRuns: 1000 },
  )
})

/** Everything that is folded at once. */
const plainSigns = Array.from({ length: 0x20_30 }, (_, code) => String.fromCharCode(code)).filter(
  (sign) => fold(sign, loose).starts === null,
)
