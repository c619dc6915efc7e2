import type { BlockText } from '@concerte/schema'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'

import { DiffText, DiffWords } from './diff-text.tsx'

// Rendered without a page, which has the reader's language.
vi.mock('../../i18n/locale.ts', () => ({ useLocale: () => 'fr' }))

test('what was put in and taken out is said as well as marked, and a space before it is neither', () => {
  const shown = bare(
    renderToStaticMarkup(createElement(DiffWords, { before: 'Lire un peu', after: 'Lire souvent' })),
  )
  expect(shown).toBe('Lire <del>[retiré\u00A0: un peu] </del><ins>[ajouté\u00A0: souvent] </ins>')
})

test('items stand in a list, with their numbers, and marks stay', () => {
  const after: BlockText = [
    ...text('Avant'),
    {
      type: 'orderedList',
      items: [text('un'), [{ type: 'paragraph', content: [{ text: 'deux', bold: true }] }]],
    },
  ]
  const shown = bare(renderToStaticMarkup(createElement(DiffText, { before: text('Avant'), after })))
  expect(shown).toBe(
    '<p>Avant</p><ul><li><p>1.<ins>[ajouté\u00A0: un] </ins></p></li>' +
      '<li><p>2.<ins>[ajouté\u00A0: <strong>deux</strong>] </ins></p></li></ul>',
  )
})

test('a cut paragraph and words in another form say so', () => {
  const after: BlockText = [
    { type: 'paragraph', content: [{ text: 'un' }] },
    { type: 'paragraph', content: [{ text: 'deux', italic: true }] },
  ]
  const shown = bare(renderToStaticMarkup(createElement(DiffText, { before: text('un deux'), after })))
  expect(shown).toContain('un<ins>[paragraphe coupé ici] ¶</ins>')
  expect(shown).toContain('[autre mise en forme\u00A0: <em>deux</em>] ')
})

test('a long text that changed in one place can be unfolded', () => {
  const long = Array.from({ length: 80 }, (_, index) => `mot${index}`).join(' ')
  const props = { before: text(long), after: text(`${long} fin`) }
  expect(renderToStaticMarkup(createElement(DiffText, { ...props, fold: true }))).toContain(
    'aria-expanded="false"',
  )
  expect(renderToStaticMarkup(createElement(DiffText, props))).not.toContain('<button')
})

function text(words: string): BlockText {
  return [{ type: 'paragraph', content: [{ text: words }] }]
}

/** Markup without what only holds things together, and without attributes. */
function bare(html: string): string {
  return html.replaceAll(/<\/?(?:span|div)[^>]*>/g, '').replaceAll(/<(\w+) [^>]*>/g, '<$1>')
}
