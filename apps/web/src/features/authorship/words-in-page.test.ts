import { expect, it } from 'vitest'

import { stretchesInPage } from './words-in-page.ts'

/** What is read of a text node, without a page. */
const node = (data: string) => ({ data }) as Text
const runs = (...lengths: number[]) => lengths.map((length, index) => ({ author: 'abcdef'[index]!, length }))

function words(nodes: Text[], plain: string, lengths: number[]) {
  return stretchesInPage(nodes, plain, runs(...lengths))?.map(({ author, start, end }) => {
    const from = nodes.indexOf(start.node)
    const to = nodes.indexOf(end.node)
    const all = nodes.slice(from, to + 1).map(({ data }) => data)
    all[all.length - 1] = all.at(-1)!.slice(0, end.offset)
    all[0] = all[0]!.slice(start.offset)
    return [author, all.join('|')]
  })
}

it('finds each run over the elements that marks make', () => {
  expect(words([node('Lire '), node('et'), node(' écrire')], 'Lire et écrire', [3, 6, 5])).toEqual([
    ['a', 'Lir'],
    ['b', 'e |et| é'],
    ['c', 'crire'],
  ])
})

it('passes over the breaks between paragraphs, which the page does not hold as letters', () => {
  expect(words([node('Un'), node('deux')], 'Un\n\ndeux', [2, 3, 3])).toEqual([
    ['a', 'Un'],
    ['b', 'd'],
    ['c', 'eux'],
  ])
})

it('finds a line of two paragraphs whether the page shows a space between them or not', () => {
  expect(words([node('Un deux')], 'Un deux', [3, 4])).toEqual([
    ['a', 'Un '],
    ['b', 'deux'],
  ])
  expect(words([node('Un'), node('deux')], 'Un deux', [3, 4])).toEqual([
    ['a', 'Un'],
    ['b', 'deux'],
  ])
})

it.each([
  ['other words', 'Une'],
  ['fewer words', 'Un'],
  ['more words', 'Un deux'],
])('finds nothing while the page shows %s', (_, plain) => {
  const shown = plain === 'Un deux' ? [node('Un')] : [node('Un deux')]
  expect(words(shown, plain, [plain.length])).toBeUndefined()
})

it('leaves a text without a letter aside', () => {
  expect(words([], '', [])).toEqual([])
  expect(words([node('')], '\n', [1])).toEqual([])
})
