import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { rowsWithGaps } from './rows-with-gaps.ts'

it('what is not shown is in gaps, as few as can be, and nothing is lost or moved', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (shown) => {
      const items = shown.map((_, index) => index)
      const rows = rowsWithGaps(items, (item) => shown[item]!)
      expect(rows.flatMap((row) => (row.type === 'item' ? [row.item] : row.items))).toEqual(items)
      for (const row of rows) {
        if (row.type === 'item') expect(shown[row.item]).toBe(true)
        else expect(row.items.some((item) => shown[item])).toBe(false)
      }
      expect(rows.some((row, index) => row.type === 'gap' && rows[index + 1]?.type === 'gap')).toBe(false)
    }),
    { seed: 1 },
  )
})
