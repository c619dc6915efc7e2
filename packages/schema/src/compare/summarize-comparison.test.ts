import { expect, test } from 'vitest'

import { comparisonSchema } from './comparison.ts'
import { numberWithUnit } from './number-with-unit.ts'
import { summarizeComparison, summarySchema, targetChange } from './summarize-comparison.ts'

test.each([
  ['80\u00A0%', 80, '%'],
  ['1\u202F200 élèves', 1200, 'élèves'],
  ['au moins 12,5 points', 12.5, 'au moins points'],
  ['-3', -3, ''],
])('«%s» says the number %d', (value, number, unit) => {
  expect(numberWithUnit(value)).toEqual({ number, unit })
})

test.each(['oui', '', '2 classes sur 3', 'de 80 à 90'])('«%s» says no one number', (value) => {
  expect(numberWithUnit(value)).toBeNull()
})

test.each([
  ['80\u00A0%', '85\u00A0%', 'raised'],
  ['85 %', '80\u00A0%', 'lowered'],
  ['80\u00A0%', '12 ateliers', 'changed'],
  ['oui', 'non', 'changed'],
  [null, '85\u00A0%', 'set'],
  ['85\u00A0%', null, 'removed'],
])('a target of %s that became %s was %s', (before, after, expected) => {
  expect(targetChange({ field: 'target', before: dated(before), after: dated(after) })).toBe(expected)
  expect(targetChange({ field: 'baseline', before: dated(before), after: dated(after) })).toBeNull()
})

test('a summary counts what came, went, moved and was reworded, by kind', () => {
  const place = {
    part: 'axes',
    axis: 'a',
    action: null,
    path: [],
    heading: '',
    move: null,
    texts: [],
    values: [],
  }
  const text = { field: 'text', before: [], after: [] }
  const target = { field: 'target', before: { value: '80' }, after: { value: '90' } }
  const move = { from: [], fromHeading: '', isWithin: true }
  const comparison = comparisonSchema.parse({
    format: 'concerte-comparison',
    version: 1,
    template: { values: [{ field: 'name', before: 'a', after: 'b' }], slots: [] },
    changes: [
      { ...place, type: 'added', node: 'm1', kind: 'measure', texts: [text] },
      { ...place, type: 'added', node: 'm2', kind: 'measure' },
      { ...place, type: 'withdrawn', node: 'i1', kind: 'indicator', values: [target] },
      {
        ...place,
        type: 'kept',
        node: 'i2',
        kind: 'indicator',
        values: [target, { ...target, field: 'unit', before: 'a', after: 'b' }],
      },
      { ...place, type: 'kept', node: 'x', kind: 'action', move, texts: [text] },
    ],
  })
  const summary = summarizeComparison(comparison)
  expect(summarySchema.parse(summary)).toEqual(summary)
  expect(summary).toMatchObject({
    added: { measure: 2, indicator: 0 },
    withdrawn: { indicator: 1 },
    moved: { action: 1, measure: 0 },
    reworded: { action: 1, measure: 0 },
    targets: { raised: 1, lowered: 0, set: 0, removed: 0, changed: 0 },
    values: 1,
    template: 1,
  })
})

function dated(value: string | null): { value: string } | null {
  return value === null ? null : { value }
}
