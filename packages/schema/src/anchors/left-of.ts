import type { TextRange } from '../text/text-range.ts'
import type { Anchor } from './anchor.ts'
import { piecesOf, type AnchoredText } from './anchored-text.ts'
import { findQuote, leastKept } from './find-quote.ts'
import type { Run } from './lineage.ts'

/** Of a stretch of which less than this is left, and no whole word, nothing is left. */
const leastLeft = 0.25
/** Characters alone that no word of the quote is around. */
const fewLetters = 3

type Stretch = { from: number; to: number }

/** Where all characters of an anchor still stand in its own text; null when one does not. */
export function wholeStretch(text: AnchoredText | null, { runs }: Anchor): Stretch | null {
  if (text === null) return null
  const { pieces, count } = piecesOf(text, runs)
  return count < lengthOf(runs) ? null : around(pieces)
}

/**
 * What is left in a text of the words of an anchor, when `runs` are their characters there: these, with those of the quote
 * that came back beside them. Writing a text over, as restoring does, may keep single letters for other words: those are
 * not the passage.
 */
export function leftOf(text: AnchoredText | null, runs: readonly Run[], anchor: Anchor): Stretch | null {
  if (text === null || runs.length === 0) return null
  const { pieces, count } = piecesOf(text, runs)
  if (pieces.length === 0) return null
  const whole = lengthOf(anchor.runs)
  const left = around(pieces)
  if (count >= whole) return left
  const isMost = count >= leastKept * whole
  const back = findQuote(text.words, anchor)
  if (back !== null && left !== null) {
    const isBeside = back.start <= left.to && back.end >= left.from
    if (!isMost) return { from: back.start, to: back.end }
    return isBeside ? { from: Math.min(left.from, back.start), to: Math.max(left.to, back.end) } : left
  }
  const quoted = new Set(anchor.quote.match(/\S+/g))
  const isOfQuote = ({ start, end }: TextRange) =>
    end - start >= fewLetters || quoted.has(wordAround(text.words, start))
  const firm = isMost
    ? pieces
    : pieces.slice(pieces.findIndex(isOfQuote), pieces.findLastIndex(isOfQuote) + 1)
  const isEnough =
    firm.reduce((sum, { start, end }) => sum + end - start, 0) >= leastLeft * whole ||
    firm.some(({ start, end }) =>
      text.words
        .slice(start, end)
        .match(/\S+/g)
        ?.some((word) => quoted.has(word)),
    )
  return isEnough ? around(firm) : null
}

function around(pieces: readonly TextRange[]): Stretch | null {
  const [first, last] = [pieces.at(0), pieces.at(-1)]
  return first === undefined || last === undefined ? null : { from: first.start, to: last.end }
}

function wordAround(words: string, at: number): string {
  const start = words.slice(0, at).search(/\S*$/)
  return /^\S*/.exec(words.slice(start))?.[0] ?? ''
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, [, , length]) => sum + length, 0)
}
