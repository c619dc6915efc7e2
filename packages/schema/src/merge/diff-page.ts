import { haveSameMarks } from '../text/normalize-text.ts'
import type { Inline } from '../text/rich-text.ts'
import type { DiffBlock, DiffKind, DiffPart } from './diff-texts.ts'
import type { ListPlace } from './tokens.ts'

/** Puts a diff together: paragraphs from their starts and ends, their numbers, runs from their words. */
export function diffPage(): {
  /** A paragraph begins. `before`: the lists that it stood in; null where it is new, or gone. */
  start: (kind: DiffKind, place: ListPlace, before: ListPlace | null) => void
  add: (kind: DiffKind, runs: readonly Inline[], isRestyled?: boolean) => void
  end: (kind: DiffKind) => void
  blocks: () => DiffBlock[]
} {
  const blocks: DiffBlock[] = []
  const numberItem = itemNumbers()
  let open: { block: DiffBlock; kind: DiffKind } | null = null

  const start = (kind: DiffKind, place: ListPlace, before: ListPlace | null): void => {
    // A start that went along with the end before it: what follows was a paragraph of its own.
    if (kind === 'removed' && open !== null) return
    const isRelisted = before !== null && JSON.stringify(before) !== JSON.stringify(place)
    const marker = numberItem(place, kind)
    const block: DiffBlock = { kind: 'same', depth: place.types.length, marker, isRelisted, parts: [] }
    blocks.push(block)
    open = { block, kind }
  }
  const opened = (kind: DiffKind): { block: DiffBlock; kind: DiffKind } => {
    if (open === null) start(kind, { types: [], item: 0, isApart: false }, null)
    return open!
  }
  const add = (kind: DiffKind, runs: readonly Inline[], isRestyled = false): void => {
    const { parts } = opened(kind).block
    for (const run of runs) {
      const part: DiffPart = isRestyled ? { ...run, kind, isRestyled } : { ...run, kind }
      const last = parts.at(-1)
      if (last !== undefined && areOne(last, part)) last.text += part.text
      else parts.push(part)
    }
  }
  const end = (kind: DiffKind): void => {
    const { block, kind: began } = opened(kind)
    if (kind === 'removed' && began !== 'removed') {
      block.parts.push({ text: '', kind, isBreak: true })
      return
    }
    if (kind === 'added' && began !== 'added') block.parts.push({ text: '', kind, isBreak: true })
    const kinds = new Set(block.parts.filter(({ isBreak }) => !isBreak).map((part) => part.kind))
    if (kinds.size === 0) block.kind = began === kind ? kind : 'same'
    else if (kinds.size === 1) block.kind = block.parts[0]!.kind
    open = null
  }
  return { start, add, end, blocks: () => blocks }
}

function areOne(last: DiffPart, part: DiffPart): boolean {
  return (
    last.kind === part.kind &&
    last.isRestyled === part.isRestyled &&
    last.isBreak === undefined &&
    haveSameMarks(last, part)
  )
}

/** The markers of items; an item that is gone has the number that it had before those that came in its place. */
function itemNumbers(): (place: ListPlace, kind: DiffKind) => DiffBlock['marker'] {
  let counts: { type: string; count: number }[] = []
  return ({ types, item, isApart }, kind) => {
    counts = counts.slice(0, types.length)
    const differs = types.findIndex((type, level) => counts[level]?.type !== type)
    // Further in than the new item, everything begins anew.
    const kept = Math.min(differs === -1 ? types.length : differs, isApart ? item : item + 1)
    counts = types.map((type, level) => (level < kept ? counts[level]! : { type, count: 0 }))
    if (item >= types.length) return null
    const shown = counts.map(({ count }, level) => (level < item ? count : count + 1))
    if (kind !== 'removed') {
      counts.forEach((list, level) => {
        if (level >= item) list.count += 1
      })
    }
    return types.at(-1) === 'bulletList' ? 'bullet' : shown.at(-1)!
  }
}
