import { alignSequences } from './align-sequences.ts'
import { endKey, exactKey, looseKey, startKey, type Token } from './tokens.ts'

/**
 * A stretch of change between two texts: `start` to `end` of the one is `from` to `to` of the other. `isRestyled`: one token
 * stayed, with other marks, or in another list.
 */
export type Hunk = { start: number; end: number; from: number; to: number; isRestyled: boolean }

/** What stays of a text in another: for every token the position that it has there, or -1. */
export function alignTokens(
  before: readonly Token[],
  after: readonly Token[],
  [keys, afterKeys] = [before.map(exactKey), after.map(exactKey)],
): Int32Array {
  const aligned = alignSequences(keys, afterKeys)
  for (const { start, end, from, to } of gapsOf(aligned, after.length)) {
    const rest = alignSequences(before.slice(start, end).map(looseKey), after.slice(from, to).map(looseKey))
    rest.forEach((place, index) => {
      if (place !== -1) aligned[start + index] = from + place
    })
  }
  const sides = { aligned, before: keys, after: afterKeys }
  for (const gap of gapsOf(aligned, after.length)) slideToStart(sides, gap)
  for (const gap of gapsOf(aligned, after.length)) keepParagraph(sides, gap)
  return aligned
}

/** The stretches of change, in order; tokens that stayed restyled are stretches of their own. */
export function hunksOf(
  before: readonly Token[],
  after: readonly Token[],
): { hunks: Hunk[]; aligned: Int32Array } {
  const [keys, afterKeys] = [before.map(exactKey), after.map(exactKey)]
  const aligned = alignTokens(before, after, [keys, afterKeys])
  const restyled: Hunk[] = []
  aligned.forEach((place, index) => {
    if (place === -1 || keys[index] === afterKeys[place]) return
    restyled.push({ start: index, end: index + 1, from: place, to: place + 1, isRestyled: true })
  })
  const replaced = gapsOf(aligned, after.length).map((gap) => Object.assign(gap, { isRestyled: false }))
  const hunks = [...replaced, ...restyled].toSorted((a, b) => a.start - b.start || a.end - b.end)
  return { hunks, aligned }
}

type Gap = { start: number; end: number; from: number; to: number }

/** What stands between what stays. */
function gapsOf(aligned: Int32Array, afterLength: number): Gap[] {
  const gaps: Gap[] = []
  let [at, place] = [0, 0]
  const close = (end: number, to: number): void => {
    if (end > at || to > place) gaps.push({ start: at, end, from: place, to })
  }
  aligned.forEach((target, position) => {
    if (target === -1) return
    close(position, target)
    ;[at, place] = [position + 1, target + 1]
  })
  close(aligned.length, afterLength)
  return gaps
}

/**
 * A paragraph that came or went stands between two of which the one ends and the other begins alike: that stretch is taken as «start,
 * words, end», rather than «words, end, start», so that it is the paragraph that came or went.
 */
function slideToStart({ aligned, before, after }: Aligned, { start, end, from, to }: Gap): void {
  const isRemoval = from === to
  if (!isRemoval && start !== end) return
  const [side, first, last] = isRemoval ? [before, start, end] : [after, from, to]
  if (isStart(side[first])) return
  for (let by = 1; first - by >= 0; by += 1) {
    if (side[first - by] !== side[last - by]) return
    const [position, place] = [start - by, from - by]
    if (aligned[position] !== place || before[position] !== after[place]) return
    if (!isStart(side[first - by])) continue
    aligned.fill(-1, position, start)
    for (let step = 1; step <= by; step += 1) {
      if (isRemoval) aligned[end - step] = from - step
      else aligned[start - step] = to - step
    }
    return
  }
}

/**
 * Where paragraphs came, or went, and words beside them in the one that stays: that one keeps its own start and end, which the others
 * have too.
 */
function keepParagraph({ aligned, before, after }: Aligned, { start, end, from, to }: Gap): void {
  const [removed, put] = [before.slice(start, end), after.slice(from, to)]
  if (removed.some(isEdge) === put.some(isEdge)) return
  const edge = before[start - 1]
  if (isStart(edge) && aligned[start - 1] === from - 1 && after[from - 1] === edge) {
    const [position, place] = [removed.lastIndexOf(edge!), put.lastIndexOf(edge!)]
    if (position === place) return
    aligned[start - 1] = -1
    if (position === -1) aligned[start - 1] = from + place
    else aligned[start + position] = from - 1
  } else if (before[end] === endKey && aligned[end] === to) {
    const [position, place] = [removed.indexOf(endKey), put.indexOf(endKey)]
    if (position === place) return
    aligned[end] = -1
    if (position === -1) aligned[end] = from + place
    else aligned[start + position] = to
  }
}

type Aligned = { aligned: Int32Array; before: readonly string[]; after: readonly string[] }

function isStart(key: string | undefined): boolean {
  return key?.startsWith(startKey) ?? false
}

function isEdge(key: string): boolean {
  return key === endKey || isStart(key)
}
