import { axisColours } from '@concerte/schema'
import { expect, it } from 'vitest'

import { axisPalette, contrastWithWhite } from './axis-palette.ts'

it('leaves the colours of the palette as they are, with white on them', () => {
  expect(axisColours.map(axisPalette)).toEqual(
    axisColours.map((fill) => ({ fill, onFill: '#ffffff', ink: fill })),
  )
})

it('puts dark words on a light colour, and darkens it where it is the words', () => {
  const { fill, onFill, ink } = axisPalette('#ffd400')
  expect([fill, onFill]).toEqual(['#ffd400', '#141414'])
  expect(contrastWithWhite(ink)).toBeGreaterThanOrEqual(4.5)
})

it('measures contrast as WCAG does', () => {
  expect(contrastWithWhite('#000000')).toBeCloseTo(21, 5)
  expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2)
})
