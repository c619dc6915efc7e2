import type { Block } from '@concerte/schema'
import { expect, test } from 'vitest'

import { blocksToHtml, lineToHtml } from './static-html.ts'

test('a line keeps its marks, in the order of the live editor', () => {
  const line = [
    { text: 'Le 1' },
    { text: 'er', superscript: true as const },
    { text: ' pas', italic: true as const, bold: true as const, link: 'https://example.org/?a=1&b=2' },
  ]
  const html = lineToHtml(line)
  expect(html).toContain('<span>Le 1<sup>er</sup><a ')
  expect(html).toContain('href="https://example.org/?a=1&amp;b=2"')
  expect(html).toContain('<strong><em> pas</em></strong></a></span>')
})

test('an empty line has the height of a line', () => {
  expect(lineToHtml([])).toBe('<span><br class="ProseMirror-trailingBreak"></span>')
})

test('lists stand within lists', () => {
  const inner = { type: 'orderedList' as const, items: [[paragraph('b')]] }
  const html = blocksToHtml([{ type: 'bulletList', items: [[paragraph('a'), inner]] }, paragraph('c')])
  expect(html).toBe('<ul><li><p>a</p><ol><li><p>b</p></li></ol></li></ul><p>c</p>')
})

test('no words are ever markup', () => {
  const words = '</p><script>alert("x")</script><!-- & \r'
  expect(blocksToHtml([{ type: 'paragraph', content: [{ text: words }] }])).toBe(
    '<p>&lt;/p&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&lt;!-- &amp; &#13;</p>',
  )
  const link = 'javascript:alert("x")'
  expect(lineToHtml([{ text: 'a', link }])).not.toContain('javascript')
  expect(lineToHtml([{ text: 'a', link: 'https://a.example/"onclick="b' }])).not.toContain('"onclick')
})

function paragraph(text: string): Block {
  return { type: 'paragraph', content: [{ text }] }
}
