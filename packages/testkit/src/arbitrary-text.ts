import type { Block, BlockText, Inline, LineText } from '@concerte/schema'
import * as fc from 'fast-check'

/** A few words: mostly French, with the characters that break programs (pairs, controls, no-break spaces, markup). */
export const arbitraryWords: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(plainWord(), { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)

/** A text of profile `line`, in any form (also not normal: empty runs, marks that a line drops). */
export const arbitraryLine: fc.Arbitrary<LineText> = fc.array(arbitraryInline(), { maxLength: 3 })

/** A text of profile `block`, in any form (also not normal). Lists nest two deep. */
export const arbitraryBlocks: fc.Arbitrary<BlockText> = blocks(2)

function plainWord(): fc.Arbitrary<string> {
  return fc.constantFrom(
    'élève',
    'réussite',
    'l’école',
    'parcours',
    '«\u00a0Avenir\u00a0»',
    '80\u00a0%',
    'œuvre',
    'et',
    'de',
    'la',
    '1ᵉʳ',
    '🎓',
    '<b>',
  )
}

function arbitraryInline(): fc.Arbitrary<Inline> {
  const mark = fc.constant<true>(true)
  const run = fc.record(
    {
      text: arbitraryWords,
      bold: mark,
      italic: mark,
      superscript: mark,
      link: fc.constantFrom(
        'https://www.education.gouv.fr/',
        'mailto:ce.recteur@ac-test.fr',
        'javascript:alert(1)',
      ),
    },
    { requiredKeys: ['text'] },
  )
  // Most text carries no mark at all.
  return fc.oneof(
    { weight: 2, arbitrary: arbitraryWords.map((text) => ({ text })) },
    { weight: 1, arbitrary: run },
  )
}

function blocks(depth: number): fc.Arbitrary<BlockText> {
  const content = fc.array(arbitraryInline(), { maxLength: 3 })
  const paragraph: fc.Arbitrary<Block> = content.map((inlines) => ({ type: 'paragraph', content: inlines }))
  if (depth === 0) return fc.array(paragraph, { maxLength: 2 })
  const list: fc.Arbitrary<Block> = fc.record({
    type: fc.constantFrom<'bulletList' | 'orderedList'>('bulletList', 'orderedList'),
    items: fc.array(blocks(depth - 1), { maxLength: 3 }),
  })
  return fc.array(fc.oneof({ weight: 3, arbitrary: paragraph }, { weight: 1, arbitrary: list }), {
    maxLength: 4,
  })
}
