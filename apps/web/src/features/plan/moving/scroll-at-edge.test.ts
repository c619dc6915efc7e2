import { expect, it } from 'vitest'

import { speedAt } from './scroll-at-edge.ts'

it('scrolls only near an edge, faster the nearer, and never faster than it may', () => {
  const speeds = [-40, 0, 60, 100, 400, 700, 760, 800, 900].map((y) => speedAt(y, 0, 800))
  expect(speeds).toEqual([-18, -18, -3, 0, 0, 0, 8, 18, 18])
})
