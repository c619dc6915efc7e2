import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { actionFieldOf, actionLines, indicatorFieldOf, indicatorLines } from './field-lines.ts'

it.each([
  ['Cible : 80 % (juin 2028)', { target: { value: '80 %', date: '2028-06' } }],
  ['Valeur initiale: 60 %', { baseline: { value: '60 %' } }],
  ['CIBLE\u00A0: oui (1er mai 2028)', { target: { value: 'oui', date: '2028-05-01' } }],
  ['Cible : 12 (ateliers)', { target: { value: '12 (ateliers)' } }],
  ['Cible : 12 (2028)', { target: { value: '12', date: '2028' } }],
  ['Nature : Enquête', { kind: 'survey' }],
  ['Périodicité : annuelle', { frequency: 'annuelle' }],
])('%s is a field of an indicator', (line, wanted) => {
  expect(indicatorFieldOf(line)).toEqual(wanted)
})

it.each(['Cible', 'Cible :', 'Les cibles : toutes', 'Nature : autre', `Unité : ${'a'.repeat(201)}`])(
  '%s is none',
  (line) => {
    expect(indicatorFieldOf(line) ?? {}).toEqual({})
  },
)

it('every field that is filled comes back from its line', () => {
  const words = fc.stringMatching(/^[a-zé%][a-zé %]{0,20}[a-zé%]$/)
  const date = fc.constantFrom('2028', '2028-06', '2028-12-31')
  const dated = fc.record({ value: words, date }, { requiredKeys: ['value'] })
  const indicator = fc.record(
    {
      kind: fc.constantFrom('count' as const, 'rate' as const, 'deliverable' as const),
      unit: words,
      baseline: dated,
      target: dated,
      source: words,
      frequency: words,
    },
    { requiredKeys: [] },
  )
  const action = fc.record(
    { announcedTitle: words, lead: words, partners: words, schedule: words, continues: words },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(indicator, action, (fields, others) => {
      expect(Object.assign({}, ...indicatorLines(fields).map(indicatorFieldOf))).toEqual(fields)
      expect(Object.assign({}, ...actionLines(others).map(actionFieldOf))).toEqual(others)
    }),
  )
})
