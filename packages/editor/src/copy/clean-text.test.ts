import type { BlockText } from '@concerte/schema'
import { expect, it } from 'vitest'

import { itemHtml, lineHtml, textHtml, textPlain } from './clean-text.ts'

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ text }] })
const text: BlockText = [
  paragraph('avant'),
  {
    type: 'bulletList',
    items: [
      [paragraph('un'), { type: 'orderedList', items: [[paragraph('a')], [paragraph('b')]] }],
      [paragraph('deux')],
    ],
  },
]

it('a text is paragraphs and lists, without a class, an attribute or a paragraph too many', () => {
  expect(textHtml(text)).toBe('<p>avant</p><ul><li>un<ol><li>a</li><li>b</li></ol></li><li>deux</li></ul>')
  expect(itemHtml([paragraph('un'), paragraph('deux')])).toBe('<p>un</p><p>deux</p>')
})

it('as plain text, items have bullets and numbers', () => {
  expect(textPlain(text)).toBe('avant\n• un\n  1. a\n  2. b\n• deux')
})

it('marks are elements, and words are never markup', () => {
  expect(
    lineHtml([
      { text: '1' },
      { text: 'er', superscript: true },
      { text: ' <b>', bold: true, italic: true },
      { text: 'ici', link: 'https://a.fr/?b=1&c="' },
      { text: 'là', link: 'javascript:x' },
    ]),
  ).toBe(
    '1<sup>er</sup><strong><em> &lt;b&gt;</em></strong><a href="https://a.fr/?b=1&amp;c=&quot;">ici</a>là',
  )
})
