import { arbitraryBlocks } from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { normalizeBlocks } from './normalize-text.ts'
import { lineToPlain, plainToBlocks } from './plain-text.ts'
import type { BlockText, Paragraph } from './rich-text.ts'
import { joinTexts, splitText, type TextPoint } from './split-text.ts'

test('a text cut at any point keeps every character once, in its order', () => {
  fc.assert(
    fc.property(arbitraryBlocks, (blocks) => {
      const text = normalizeBlocks(blocks)
      for (const point of pointsOf(text)) {
        const [head, tail] = splitText(text, point)
        expect(characters(head) + characters(tail)).toBe(characters(text))
        expect([normalizeBlocks(head), normalizeBlocks(tail)]).toEqual([head, tail])
      }
    }),
    { seed: 8, numRuns: 200 },
  )
})

test('a text cut within a paragraph of its own comes back whole when its halves are joined', () => {
  fc.assert(
    fc.property(arbitraryBlocks, (blocks) => {
      const text = normalizeBlocks(blocks)
      for (const point of pointsOf(text).filter(({ path }) => path.length === 1)) {
        const { text: joined, seam } = joinTexts(...splitText(text, point))
        expect(joined).toEqual(text)
        expect(Math.abs(seam.offset - point.offset)).toBeLessThanOrEqual(1)
        expect(seam.path).toEqual(point.path)
      }
    }),
    { seed: 9, numRuns: 200 },
  )
})

test('two texts joined keep every character once, and the seam is a point between them', () => {
  fc.assert(
    fc.property(arbitraryBlocks, arbitraryBlocks, (a, b) => {
      const [first, second] = [normalizeBlocks(a), normalizeBlocks(b)]
      const { text, seam } = joinTexts(first, second)
      expect(characters(text)).toBe(characters(first) + characters(second))
      expect(pointsOf(text)).toContainEqual(seam)
      const before = pointsOf(text).findIndex((point) => JSON.stringify(point) === JSON.stringify(seam))
      expect(charactersBefore(text, before)).toBe(characters(first).length)
    }),
    { seed: 10, numRuns: 200 },
  )
})

test('a cut within a character of two units goes before it', () => {
  const [head, tail] = splitText(plainToBlocks('a🎓b'), { path: [0], offset: 2 })
  expect([head, tail]).toEqual([plainToBlocks('a'), plainToBlocks('🎓b')])
})

/** Every point of a text, in reading order. */
function pointsOf(text: BlockText): TextPoint[] {
  return paragraphsOf(text, []).flatMap(({ path, paragraph }) =>
    Array.from({ length: lineToPlain(paragraph.content).length + 1 }, (_, offset) => ({ path, offset })),
  )
}

function paragraphsOf(text: BlockText, path: number[]): { path: number[]; paragraph: Paragraph }[] {
  return text.flatMap((block, index) =>
    block.type === 'paragraph'
      ? [{ path: [...path, index], paragraph: block }]
      : block.items.flatMap((item, itemIndex) => paragraphsOf(item, [...path, index, itemIndex])),
  )
}

function characters(text: BlockText): string {
  return paragraphsOf(text, [])
    .map(({ paragraph }) => lineToPlain(paragraph.content))
    .join('')
}

/** How many units stand before the nth point: each paragraph has one point more than units. */
function charactersBefore(text: BlockText, position: number): number {
  const points = pointsOf(text).slice(0, position + 1)
  return position - points.filter(({ offset }, index) => index > 0 && offset === 0).length
}
