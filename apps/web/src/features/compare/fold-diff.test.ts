import { diffTexts, type BlockText } from '@concerte/schema'
import { expect, test } from 'vitest'

import { foldDiff, type FoldedBlock } from './fold-diff.ts'

const long = Array.from({ length: 60 }, (_, index) => `mot${index}`).join(' ')

test('far from a change a long paragraph is folded, between whole words, and what changed is all there', () => {
  const { blocks, isFolded } = foldDiff(diffTexts(text(`un ${long} fin`), text(`deux ${long} fini`)))
  expect(isFolded).toBe(true)
  const [block] = blocks
  const words = wordsOf(block)
  expect(words).toMatch(/^-un\+deux mot0 .*mot\d+…\d+ mot\d+ .*mot59 -fin\+fini$/)
  expect(words.length).toBeLessThan(220)
})

test('paragraphs without a change are left out, and told by one mark', () => {
  const { blocks, isFolded } = foldDiff(diffTexts(text('a\nb\nc\nd'), text('a\nb\nc et\nd')))
  expect(isFolded).toBe(true)
  expect(blocks.map(wordsOf)).toEqual(['2 paragraphs', 'c+ et', '1 paragraphs'])
})

test('a short text is shown whole, and so is one without a change', () => {
  expect(foldDiff(diffTexts(text('un deux'), text('un trois'))).isFolded).toBe(false)
  const same = foldDiff(diffTexts(text(`a\n${long}`), text(`a\n${long}`)))
  expect(same.isFolded).toBe(false)
  expect(same.blocks.map(wordsOf)).toEqual(['a', long])
})

function text(lines: string): BlockText {
  return lines.split('\n').map((line) => ({ type: 'paragraph', content: [{ text: line }] }))
}

function wordsOf(block: FoldedBlock | undefined): string {
  if (block === undefined) return ''
  if (block.type === 'gap') return `${block.count} paragraphs`
  const signs = { same: '', added: '+', removed: '-' }
  return block.parts
    .map((item) => (item.type === 'gap' ? `…${item.length}` : `${signs[item.part.kind]}${item.part.text}`))
    .join('')
}
