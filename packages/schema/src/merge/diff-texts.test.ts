import { arbitraryBlocks } from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { normalizeBlocks } from '../text/normalize-text.ts'
import { blocksToPlain, plainToBlocks } from '../text/plain-text.ts'
import type { BlockText } from '../text/rich-text.ts'
import { diffTexts, diffWords, type DiffBlock, type DiffKind } from './diff-texts.ts'

test('what stayed and what was added are the characters of the new text, and what stayed and was removed of the old', () => {
  fc.assert(
    fc.property(arbitraryBlocks, arbitraryBlocks, (before, after) => {
      const blocks = diffTexts(before, after)
      expect(charactersOf(blocks, 'added')).toBe(blocksToPlain(after).replaceAll('\n', ''))
      expect(charactersOf(blocks, 'removed')).toBe(blocksToPlain(before).replaceAll('\n', ''))
    }),
    { seed: 61, numRuns: 500 },
  )
})

test('a text beside itself shows no change, and all its marks and lists', () => {
  fc.assert(
    fc.property(arbitraryBlocks, (text) => {
      const blocks = diffTexts(text, text)
      expect(blocks.filter((block) => block.kind !== 'same' || block.isRelisted)).toEqual([])
      expect(blocks.flatMap(({ parts }) => parts.filter((part) => part.kind !== 'same'))).toEqual([])
      const shown = paragraphsOf(normalizeBlocks(text)).map((runs) =>
        runs.map((run) => ({ kind: 'same', ...run })),
      )
      expect(blocks.map(({ parts }) => parts)).toEqual(shown)
    }),
    { seed: 62, numRuns: 300 },
  )
})

test.each<[before: string, after: string, shown: string]>([
  ['80\u00A0% des élèves', '85\u00A0% des élèves', '[-80-][+85+]\u00A0% des élèves'],
  ['Lire chaque jour', 'Lire', 'Lire[- chaque jour-]'],
  ['Lire', 'Lire et écrire', 'Lire[+ et écrire+]'],
  ['chaque jour, lire', 'lire', '[-chaque jour, -]lire'],
  ['l’école rurale', 'l’école isolée', 'l’école [-rurale-][+isolée+]'],
  ['fin : oui', 'fin\u00A0: oui', 'fin[- -][+\u00A0+]: oui'],
  ['', 'trois', '[+trois+]'],
  ['', '', ''],
  [
    'accueillir de nouveaux élèves',
    'former de bons enseignants',
    '[-accueillir de nouveaux élèves-][+former de bons enseignants+]',
  ],
])('«%s» beside «%s» shows the words that changed', (before, after, shown) => {
  expect(marked(diffWords(before, after))).toBe(shown)
})

test('a new paragraph, an item that went and words that changed are each shown in their place', () => {
  const before = [...plainToBlocks('Un deux'), ...list('trois', 'quatre', 'cinq')]
  const after = [...plainToBlocks('Zéro\nUn deux mille'), ...list('trois', 'cinq et six')]
  const blocks = diffTexts(before, after)
  expect(blocks.map(({ kind, depth, marker, parts }) => [kind, depth, marker, marked(parts)])).toEqual([
    ['added', 0, null, '[+Zéro+]'],
    ['same', 0, null, 'Un deux[+ mille+]'],
    ['same', 1, 1, 'trois'],
    ['removed', 1, 2, '[-quatre-]'],
    ['same', 1, 2, 'cinq[+ et six+]'],
  ])
})

test('a paragraph that was cut, or joined, keeps its words and shows the break', () => {
  const [one, two] = [plainToBlocks('un deux trois'), plainToBlocks('un deux\ntrois')]
  expect(breaks(diffTexts(one, two))).toEqual([
    ['same', ['un deux', 'added break']],
    ['same', [' ', 'trois']],
  ])
  expect(breaks(diffTexts(two, one))).toEqual([['same', ['un deux', 'removed break', ' ', 'trois']]])
})

test('words that were put in bold, and a paragraph that became an item, are the same in another form', () => {
  const bold: BlockText = [{ type: 'paragraph', content: [{ text: 'un ' }, { text: 'deux', bold: true }] }]
  expect(diffTexts(plainToBlocks('un deux'), bold)[0]?.parts).toEqual([
    { text: 'un ', kind: 'same' },
    { text: 'deux', bold: true, kind: 'same', isRestyled: true },
  ])
  const [block] = diffTexts(plainToBlocks('un'), [{ type: 'bulletList', items: [plainToBlocks('un')] }])
  expect(block).toMatchObject({ kind: 'same', isRelisted: true, depth: 1, marker: 'bullet' })
})

function charactersOf(blocks: readonly DiffBlock[], kind: DiffKind): string {
  const parts = blocks.flatMap((block) => block.parts)
  return parts.flatMap((part) => (part.kind === 'same' || part.kind === kind ? part.text : '')).join('')
}

function paragraphsOf(text: BlockText): object[][] {
  return text.flatMap((block) =>
    block.type === 'paragraph' ? [block.content] : block.items.flatMap(paragraphsOf),
  )
}

function list(...words: string[]): BlockText {
  return [{ type: 'orderedList', items: words.map((word) => plainToBlocks(word)) }]
}

function breaks(blocks: readonly DiffBlock[]): [DiffKind, string[]][] {
  return blocks.map(({ kind, parts }) => [
    kind,
    parts.map((part) => (part.isBreak ? `${part.kind} break` : part.text)),
  ])
}

function marked(parts: readonly { kind: DiffKind; text: string }[]): string {
  const signs = { same: ['', ''], added: ['[+', '+]'], removed: ['[-', '-]'] }
  return parts.map(({ kind, text }) => signs[kind].join(text)).join('')
}
