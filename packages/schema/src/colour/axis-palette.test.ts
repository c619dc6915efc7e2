import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { axisColours } from '../reading.ts'
import { axisPalette } from './axis-palette.ts'
import { contrast, contrastWithWhite, parseColour } from './contrast.ts'

test('the default colours carry white text and serve as ink', () => {
  const numbers = axisColours.map((_, index) => index + 1)
  expect(numbers.map((number) => axisPalette({ number }))).toEqual(
    axisColours.map((fill) => expect.objectContaining({ fill, onFill: '#ffffff', ink: fill })),
  )
})

test('a light colour carries dark text, and headings get a darker shade of it', () => {
  const palette = axisPalette({ number: 1, colour: '#ffe14d' })
  expect(palette).toMatchObject({ fill: '#ffe14d', onFill: '#141414' })
  expect(palette.ink).toMatch(/^#[78]\w[67]\w[12]\w$/u)
})

test('white and black are no exception', () => {
  expect(axisPalette({ number: 1, colour: '#ffffff' }).onFill).toBe('#141414')
  expect(axisPalette({ number: 1, colour: '#000000' })).toEqual({
    fill: '#000000',
    onFill: '#ffffff',
    ink: '#000000',
    wash: '#eaeaea',
  })
})

test('whatever the colour, its texts are legible on it, on white and on its wash', () => {
  const channel = fc.nat(255).map((value) => value.toString(16).padStart(2, '0'))
  const colours = fc.tuple(channel, channel, channel).map((channels) => `#${channels.join('')}`)
  fc.assert(
    fc.property(colours, (colour) => {
      const palette = axisPalette({ number: 1, colour })
      expect(between(palette.onFill, palette.fill)).toBeGreaterThanOrEqual(4.5)
      expect(between(palette.ink, palette.wash)).toBeGreaterThanOrEqual(4.5)
      expect(between(palette.ink, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    }),
    { seed: 30, numRuns: 2000 },
  )
})

test('contrast is that of WCAG', () => {
  expect(contrastWithWhite('#000000')).toBeCloseTo(21, 5)
  expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2)
})

function between(text: string, ground: string): number {
  return contrast(parseColour(text), parseColour(ground))
}
