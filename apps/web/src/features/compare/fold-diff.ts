import type { DiffBlock, DiffPart } from '@concerte/schema'

/** A part that is shown, or so many characters in its place that are not. */
export type FoldedPart = { type: 'part'; part: DiffPart } | { type: 'gap'; length: number }
/** A paragraph with what is shown of it; null: nothing of it, nor of so many paragraphs in all. */
export type FoldedBlock =
  | { type: 'block'; block: DiffBlock; parts: FoldedPart[] }
  | { type: 'gap'; count: number }

/** Characters that stay in view on each side of a change. */
const around = 80
/** What is hidden must be worth a mark in its place. */
const leastHidden = 60

/** A diff without what is far from any change. Paragraphs without a change are left out whole; one that has none at all stays. */
export function foldDiff(blocks: readonly DiffBlock[]): { blocks: FoldedBlock[]; isFolded: boolean } {
  if (!blocks.some(isChanged)) {
    return {
      blocks: blocks.map((block) => ({ type: 'block', block, parts: shown(block.parts) })),
      isFolded: false,
    }
  }
  const folded: FoldedBlock[] = []
  let isFolded = false
  for (const block of blocks) {
    const last = folded.at(-1)
    if (isChanged(block)) {
      const parts = foldParts(block.parts)
      isFolded ||= parts.some(({ type }) => type === 'gap')
      folded.push({ type: 'block', block, parts })
    } else if (last?.type === 'gap') last.count += 1
    else {
      isFolded = true
      folded.push({ type: 'gap', count: 1 })
    }
  }
  return { blocks: folded, isFolded }
}

function isChanged({ kind, isRelisted, parts }: DiffBlock): boolean {
  return kind !== 'same' || isRelisted || parts.some((part) => part.kind !== 'same' || part.isRestyled)
}

/** Only text between changes is cut, at the spaces of its words. */
function foldParts(parts: readonly DiffPart[]): FoldedPart[] {
  return parts.flatMap((part, index): FoldedPart[] => {
    if (part.kind !== 'same' || part.isRestyled) return shown([part])
    const before = index > 0 ? wordsFrom(part.text, around) : 0
    const after = index < parts.length - 1 ? wordsTo(part.text, around) : part.text.length
    if (after - before < leastHidden) return shown([part])
    const cut = (text: string): FoldedPart[] => (text === '' ? [] : shown([{ ...part, text }]))
    return [
      ...cut(part.text.slice(0, before)),
      { type: 'gap', length: after - before },
      ...cut(part.text.slice(after)),
    ]
  })
}

function shown(parts: readonly DiffPart[]): FoldedPart[] {
  return parts.map((part) => ({ type: 'part', part }))
}

/** Where the word ends that stands `length` characters into a text. */
function wordsFrom(text: string, length: number): number {
  if (text.length <= length) return text.length
  const end = text.slice(length).search(/\s/)
  return end === -1 ? text.length : length + end
}

/** Where the word begins that stands `length` characters before the end of a text. */
function wordsTo(text: string, length: number): number {
  const start = text.slice(0, Math.max(0, text.length - length)).search(/\s\S*$/)
  return start === -1 ? 0 : start
}
