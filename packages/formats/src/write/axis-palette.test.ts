import { axisColours } from '@concerte/schema'
import { expect, test } from 'vitest'

import { axisPalette } from './axis-palette.ts'

test('the default colours carry white text and serve as ink', () => {
  const numbers = axisColours.map((_, index) => index + 1)
  expect(numbers.map((number) => axisPalette({ number }))).toEqual(
    axisColours.map((fill) => ({ fill, onFill: '#ffffff', ink: fill })),
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
  })
})
