import { arbitraryBlocks, createPick, shuffled, type Pick } from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { normalizeBlocks } from '../text/normalize-text.ts'
import { blocksToPlain, plainToBlocks } from '../text/plain-text.ts'
import type { BlockText } from '../text/rich-text.ts'
import { mergeTexts, type Merge } from './merge-texts.ts'
import { exactKey, textToTokens, tokensToText } from './tokens.ts'

test('a text comes back whole from its words', () => {
  fc.assert(
    fc.property(arbitraryBlocks, (text) => {
      expect(tokensToText(textToTokens(text))).toEqual(normalizeBlocks(text))
    }),
    { seed: 51, numRuns: 1000 },
  )
})

test('words in any order make a text in normal form, and none of them is lost', () => {
  fc.assert(
    fc.property(arbitraryBlocks, arbitraryBlocks, fc.nat(), (a, b, seed) => {
      const tokens = shuffled(createPick(seed), [...textToTokens(a), ...textToTokens(b)])
      const text = tokensToText(tokens)
      expect(normalizeBlocks(text)).toEqual(text)
      const words = tokens.flatMap((token) =>
        token.type === 'word' ? token.runs.map((run) => run.text) : [],
      )
      expect(letters(blocksToPlain(text))).toBe(letters(words.join('')))
    }),
    { seed: 52, numRuns: 500 },
  )
})

test('where one side changed nothing, or both made the same, the merge is the changed text', () => {
  fc.assert(
    fc.property(arbitraryBlocks, fc.nat(), (base, seed) => {
      const changed = revised(base, createPick(seed))
      const expected = { type: 'merged', text: normalizeBlocks(changed) }
      expect(mergeTexts(base, changed, base)).toEqual(expected)
      expect(mergeTexts(base, base, changed)).toEqual(expected)
      expect(mergeTexts(base, changed, changed)).toEqual(expected)
    }),
    { seed: 53, numRuns: 500 },
  )
})

test('whose change is whose makes no difference to what is merged, nor to what collides', () => {
  fc.assert(
    fc.property(arbitraryBlocks, fc.nat(), (base, seed) => {
      const pick = createPick(seed)
      const [mine, theirs] = [revised(base, pick), revised(base, pick)]
      const [one, other] = [mergeTexts(base, mine, theirs), mergeTexts(base, theirs, mine)]
      expect(other.type).toBe(one.type)
      if (one.type === 'merged') expect(other.text).toEqual(one.text)
      if (one.type === 'collision' && other.type === 'collision') {
        const swapped = other.regions.map(({ base, mine, theirs }) => ({ base, mine: theirs, theirs: mine }))
        expect(swapped).toEqual(one.regions)
      }
    }),
    { seed: 54, numRuns: 500 },
  )
})

test('[A1] proposals on different words give the same text in whatever order they are accepted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 6 }), fc.nat(), (count, seed) => {
      const pick = createPick(seed)
      const { base, proposals } = setupProposals(pick, count)
      const orders = [proposals, proposals.toReversed(), shuffled(pick, proposals), shuffled(pick, proposals)]
      const texts = orders.map((order) => acceptAll(base, order))
      for (const text of texts) expect(text).toEqual(texts[0])
      expect(texts[0]).not.toBe('collision')
      // Nothing of any proposal is missing.
      const words = blocksToPlain(texts[0] === 'collision' ? [] : texts[0]!)
      for (let index = 0; index < count; index += 1) expect(words).toContain(`nouveau${index}`)
    }),
    { seed: 55, numRuns: 400 },
  )
})

test('[A1] where every acceptance of any proposals is a merge, the order tells nothing', () => {
  let merged = 0
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const pick = createPick(seed)
      const { base } = setupProposals(pick, 3)
      const proposals = [0, 1, 2].map(() => revisedOnce(base, pick))
      const texts = permutations(proposals)
        .map((order) => acceptAll(base, order))
        .filter((text) => text !== 'collision')
      for (const text of texts) expect(text).toEqual(texts[0])
      if (texts.length > 1) merged += 1
    }),
    { seed: 56, numRuns: 200 },
  )
  expect(merged).toBeGreaterThan(100)
})

test('[A2] every word that either side wrote is in the merged text, or shown as a collision', () => {
  let [merged, collided] = [0, 0]
  fc.assert(
    fc.property(arbitraryBlocks, fc.nat(), (base, seed) => {
      const pick = createPick(seed)
      const [mine, theirs] = [revised(base, pick), revised(base, pick)]
      const merge = mergeTexts(base, mine, theirs)
      if (merge.type === 'merged') merged += 1
      else collided += 1
      const shown = merge.type === 'merged' ? '' : merge.regions.map(allOf).join('\n')
      const now = countWords(`${blocksToPlain(merge.text)}\n${shown}`)
      for (const side of [mine, theirs]) {
        for (const [word, count] of added(base, side))
          expect(now.get(word) ?? 0).toBeGreaterThanOrEqual(count)
      }
    }),
    { seed: 57, numRuns: 1000 },
  )
  expect(Math.min(merged, collided)).toBeGreaterThan(150)
})

test('[A2] changes of the same words collide, and show how each has them', () => {
  const merge = mergeTexts(
    plainToBlocks('Atteindre 80\u00A0% des élèves en 2026.'),
    plainToBlocks('Atteindre 85\u00A0% des élèves en 2027.'),
    plainToBlocks('Atteindre 90\u00A0% des élèves en 2026.'),
  )
  expect(merge).toEqual({
    type: 'collision',
    text: plainToBlocks('Atteindre 85\u00A0% des élèves en 2027.'),
    regions: [{ base: '80', mine: '85', theirs: '90' }],
  })
})

test.each<[title: string, base: string, mine: string, theirs: string, merged: string]>([
  ['words side by side', 'un deux trois', 'UN deux trois', 'un DEUX trois', 'UN DEUX trois'],
  ['the first word goes, the next changes', 'un deux trois', 'deux trois', 'un DEUX trois', 'DEUX trois'],
  ['a word and the sign after it', 'les élèves', 'les élèves.', 'des élèves', 'des élèves.'],
  ['an elided word', 'l’école rurale', 'l’école isolée', 'd’école rurale', 'd’école isolée'],
  ['a space that was mended', 'fin : oui', 'fin\u00A0: oui', 'fin : non', 'fin\u00A0: non'],
  [
    'words that repeat',
    'la part de la part',
    'la part de la moitié',
    'une part de la part',
    'une part de la moitié',
  ],
  ['a new paragraph after a changed one', 'un', 'un\ndeux', 'une', 'une\ndeux'],
  ['a paragraph cut in two', 'un deux trois', 'un\ndeux trois', 'un deux quatre', 'un\ndeux quatre'],
  [
    'paragraphs that came and went',
    'un\ndeux\ntrois',
    'un\ntrois',
    'zéro\nun\ndeux\ntrois',
    'zéro\nun\ntrois',
  ],
])('changes of different words merge: %s', (_, base, mine, theirs, merged) => {
  const merge = mergeTexts(plainToBlocks(base), plainToBlocks(mine), plainToBlocks(theirs))
  expect(merge).toEqual({ type: 'merged', text: plainToBlocks(merged) })
})

test.each<[title: string, base: string, mine: string, theirs: string]>([
  ['a word each in one place', 'un trois', 'un deux trois', 'un DEUX trois'],
  ['a word put beside one that went', 'un deux trois', 'un deux et trois', 'un trois'],
  ['a number with its thousands', '1\u202F200 élèves', '1\u202F300 élèves', '2\u202F200 élèves'],
  ['a compound', 'peut-être', 'doit-être', 'peut-il'],
  ['a paragraph that went, and changed', 'un\ndeux', 'un', 'un\nDEUX'],
])('what the order could tell collides: %s', (_, base, mine, theirs) => {
  expect(mergeTexts(plainToBlocks(base), plainToBlocks(mine), plainToBlocks(theirs)).type).toBe('collision')
})

test('marks merge with the words of others, and with other marks of the same words', () => {
  const base: BlockText = plainToBlocks('un deux trois')
  const bold: BlockText = [
    { type: 'paragraph', content: [{ text: 'un ' }, { text: 'deux', bold: true }, { text: ' trois' }] },
  ]
  const italic: BlockText = [
    { type: 'paragraph', content: [{ text: 'un ' }, { text: 'deux', italic: true }, { text: ' trois' }] },
  ]
  expect(mergeTexts(base, bold, plainToBlocks('un et deux TROIS')).text).toEqual([
    { type: 'paragraph', content: [{ text: 'un et ' }, { text: 'deux', bold: true }, { text: ' TROIS' }] },
  ])
  expect(mergeTexts(base, bold, italic)).toEqual({
    type: 'merged',
    text: [
      {
        type: 'paragraph',
        content: [{ text: 'un ' }, { text: 'deux', bold: true, italic: true }, { text: ' trois' }],
      },
    ],
  })
  expect(mergeTexts(base, bold, plainToBlocks('un DEUX trois')).type).toBe('collision')
})

test('a paragraph that became an item merges with the words of others', () => {
  const merge = mergeTexts(plainToBlocks('un\ndeux'), items('un', 'deux'), plainToBlocks('un\nDEUX'))
  expect(merge).toEqual({ type: 'merged', text: items('un', 'DEUX') })
  const item = mergeTexts(items('un', 'deux'), items('deux'), items('un', 'deux', 'trois'))
  expect(item).toEqual({ type: 'merged', text: items('deux', 'trois') })
})

const common = 'de la les des un une et à en pour par sur dans le du au , . ; élèves classe école'.split(' ')

/** A text of common words, and so many proposals: each changes a few words of its own, at least one apart from all others’. */
function setupProposals(pick: Pick, count: number): { base: BlockText; proposals: BlockText[] } {
  const words = Array.from({ length: count * 6 + pick(60) }, () => common[pick(common.length)]!)
  const stretch = Math.floor(words.length / count)
  const proposals = Array.from({ length: count }, (_, index) => {
    const start = index * stretch + pick(stretch - 3)
    const length = pick(3)
    const put = [`nouveau${index}`, ...Array.from({ length: pick(3) }, (_, at) => `mot${index}-${at}`)]
    return words.toSpliced(start, length, ...put)
  })
  return { base: paragraphs(words), proposals: proposals.map(paragraphs) }
}

/** A full stop ends a paragraph. */
function paragraphs(words: readonly string[]): BlockText {
  return plainToBlocks(words.join(' ').replaceAll(' . ', '.\n'))
}

function acceptAll(base: BlockText, proposals: readonly BlockText[]): BlockText | 'collision' {
  let now = base
  for (const proposal of proposals) {
    const merge: Merge = mergeTexts(base, proposal, now)
    if (merge.type === 'collision') return 'collision'
    now = merge.text
  }
  return now
}

/** A text with a few changes: words put in, taken away, put in bold; paragraphs cut, joined, added, taken away. */
function revised(text: BlockText, pick: Pick): BlockText {
  let now = text
  for (let count = 1 + pick(3); count > 0; count -= 1) now = revisedOnce(now, pick)
  return now
}

function revisedOnce(text: BlockText, pick: Pick): BlockText {
  const tokens = textToTokens(text)
  const at = pick(tokens.length)
  const word = textToTokens(plainToBlocks(`et mot${pick(1000)}`))[2]!
  const paragraph = textToTokens(plainToBlocks(`ligne ${pick(1000)}`))
  switch (pick(6)) {
    case 0:
      return tokensToText(tokens.toSpliced(at, 0, word))
    case 1:
      return tokensToText(tokens.toSpliced(at, 1 + pick(3)))
    case 2:
      return tokensToText(tokens.toSpliced(at, 1 + pick(2), word))
    case 3:
      return tokensToText(
        tokens.map((token, index) =>
          token.type === 'word' && Math.abs(index - at) < 2
            ? { ...token, runs: token.runs.map((run) => ({ text: run.text, bold: true as const })) }
            : token,
        ),
      )
    case 4:
      return tokensToText(tokens.toSpliced(at, 0, paragraph.at(-1)!, paragraph[0]!))
    default:
      return tokensToText(
        tokens.toSpliced(
          tokens.findIndex(({ type }) => type === 'start'),
          0,
          ...paragraph,
        ),
      )
  }
}

function items(...words: string[]): BlockText {
  return [{ type: 'bulletList', items: words.map((word) => plainToBlocks(word)) }]
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item].concat(rest)),
  )
}

function added(base: BlockText, changed: BlockText): Map<string, number> {
  const before = countWords(blocksToPlain(base))
  const more = [...countWords(blocksToPlain(changed))].map(
    ([word, count]) => [word, count - (before.get(word) ?? 0)] as const,
  )
  return new Map(more.filter(([, count]) => count > 0))
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const token of textToTokens(plainToBlocks(text))) {
    if (token.type === 'word') counts.set(exactKey(token), (counts.get(exactKey(token)) ?? 0) + 1)
  }
  return counts
}

function allOf({ mine, theirs }: { mine: string; theirs: string }): string {
  return `${mine}\n${theirs}`
}

function letters(text: string): string {
  return text.replaceAll(/\s/g, '')
}
