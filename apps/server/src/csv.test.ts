import { expect, test } from 'vitest'

import { toCsv } from './csv.ts'

test('cells with separators, quotes and line ends stay one cell', () => {
  expect(toCsv([['a;b', 'c"d', 'e\nf', 'g', '']])).toBe('\uFEFF"a;b";"c""d";"e\nf";g;\r\n')
})

test('no cell is taken for a formula', () => {
  const cells = ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '|calc']
  const [line = ''] = toCsv([cells]).slice(1).split('\r\n')
  expect(line.split(';')).toEqual(cells.map((cell) => `"'${cell}"`))
})
