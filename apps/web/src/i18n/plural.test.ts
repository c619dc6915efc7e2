import { expect, it } from 'vitest'

import { plural } from './plural.ts'

it('French counts 0 and 1 as one, English only 1', () => {
  expect([0, 1, 2].map((count) => plural('fr', count, 'ligne', 'lignes'))).toEqual([
    'ligne',
    'ligne',
    'lignes',
  ])
  expect([0, 1, 2].map((count) => plural('en', count, 'line', 'lines'))).toEqual(['lines', 'line', 'lines'])
})
