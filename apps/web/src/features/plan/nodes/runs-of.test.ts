import { nodeIdSchema } from '@concerte/schema'
import { expect, it } from 'vitest'

import type { Listed } from '../store/structure.ts'
import { runsOf } from './runs-of.ts'

const listed = (type: Listed['type'], id: string): Listed => ({ type, id: nodeIdSchema.parse(id) })

it('puts the actions between two groups in one run, in reading order', () => {
  const runs = runsOf([
    listed('action', 'a'),
    listed('action', 'b'),
    listed('group', 'g'),
    listed('action', 'c'),
  ])
  expect(runs.map(({ group, actions }) => [group, actions.map(({ id }) => id)])).toEqual([
    [null, ['a', 'b']],
    ['g', []],
    [null, ['c']],
  ])
})
