/**
 * Finds what two sequences have in common: for every position of `before` the one of `after` that it stays as, or -1; positions rise.
 *
 * What stands once in both holds the rest in place (as «patience diff» does), so that a changed text is not matched by its
 * «de» and «la»; between such places, the most that can stay, in the fewest stretches of change, which keeps changes of
 * different words apart however they came together. Cost: near to linear but in stretches without any such place, where it is the
 * product of their lengths, and where that is over {@link largestTable} they count as all different.
 */
export function alignSequences(before: readonly string[], after: readonly string[]): Int32Array {
  const aligned = new Int32Array(before.length).fill(-1)
  const ids = new Map<string, number>()
  const toIds = (keys: readonly string[]): Int32Array =>
    Int32Array.from(keys, (key) => {
      const id = ids.get(key) ?? ids.size
      ids.set(key, id)
      return id
    })
  const sides = { before: toIds(before), after: toIds(after), aligned }
  // A list of what is left to do, because a recursion could be as deep as the text is long.
  const left: Stretch[] = [{ start: 0, end: before.length, from: 0, to: after.length }]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const stretch = trim(sides, next)
    if (stretch.start === stretch.end || stretch.from === stretch.to) continue
    const anchors = findAnchors(sides, stretch)
    if (anchors.length === 0) alignByTable(sides, stretch)
    else left.push(...between(stretch, anchors))
    for (const [position, place] of anchors) aligned[position] = place
  }
  return aligned
}

/** From `start` to `end` of what was, and from `from` to `to` of what is. */
type Stretch = { start: number; end: number; from: number; to: number }
type Sides = { before: Int32Array; after: Int32Array; aligned: Int32Array }
type Anchor = [position: number, place: number]

/** Cells of the largest table that is filled: some ten milliseconds. */
const largestTable = 1_000_000

/** Sets aside what the stretches begin and end with. */
function trim({ before, after, aligned }: Sides, stretch: Stretch): Stretch {
  let { start, end, from, to } = stretch
  while (start < end && from < to && before[start] === after[from]) {
    aligned[start] = from
    start += 1
    from += 1
  }
  while (start < end && from < to && before[end - 1] === after[to - 1]) {
    end -= 1
    to -= 1
    aligned[end] = to
  }
  return { start, end, from, to }
}

/** What stands once in each of the stretches, as much of it as stands in the same order. */
function findAnchors({ before, after }: Sides, { start, end, from, to }: Stretch): Anchor[] {
  const uses = new Map<number, { count: number; position: number; count2: number; place: number }>()
  for (let position = start; position < end; position += 1) {
    const use = uses.get(before[position]!)
    if (use === undefined) uses.set(before[position]!, { count: 1, position, count2: 0, place: -1 })
    else use.count += 1
  }
  for (let place = from; place < to; place += 1) {
    const use = uses.get(after[place]!)
    if (use !== undefined) Object.assign(use, { count2: use.count2 + 1, place })
  }
  const pairs: Anchor[] = []
  for (const { count, count2, position, place } of uses.values()) {
    if (count === 1 && count2 === 1) pairs.push([position, place])
  }
  const rising = longestRising(pairs.map(([, place]) => place))
  return rising.map((index) => pairs[index]!)
}

/** The indexes of a longest rising run of different numbers, in order. n log n. */
export function longestRising(numbers: readonly number[]): number[] {
  const tails: number[] = []
  const previous = new Int32Array(numbers.length).fill(-1)
  numbers.forEach((number, index) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[tails[middle]!]! < number) low = middle + 1
      else high = middle
    }
    previous[index] = low === 0 ? -1 : tails[low - 1]!
    tails[low] = index
  })
  const rising: number[] = []
  for (let index = tails.at(-1) ?? -1; index !== -1; index = previous[index]!) rising.push(index)
  return rising.toReversed()
}

function between({ start, end, from, to }: Stretch, anchors: readonly Anchor[]): Stretch[] {
  const stretches: Stretch[] = []
  let [at, place] = [start, from]
  for (const [position, next] of [...anchors, [end, to] as const]) {
    if (position > at && next > place) stretches.push({ start: at, end: position, from: place, to: next })
    ;[at, place] = [position + 1, next + 1]
  }
  return stretches
}

/** The most that can stay, and of ways to keep as much the one with the fewest stretches of change. */
function alignByTable({ before, after, aligned }: Sides, { start, end, from, to }: Stretch): void {
  const [rows, columns] = [end - start, to - from]
  if (rows * columns > largestTable) return
  const width = columns + 1
  // What follows each pair of positions is worth: one for each stretch of change less, `kept` for each item kept. `fresh`
  // after something kept, `open` within a stretch of change.
  const fresh = new Int32Array((rows + 1) * width)
  const open = new Int32Array((rows + 1) * width)
  const worth = (cell: number, row: number, column: number): number => {
    const skip = Math.max(
      row < rows ? open[cell + width]! : unreachable,
      column < columns ? open[cell + 1]! : unreachable,
    )
    const isSame = row < rows && column < columns && before[start + row] === after[from + column]
    const keep = isSame ? fresh[cell + width + 1]! + kept : unreachable
    fresh[cell] = Math.max(keep, skip - 1)
    return Math.max(keep, skip)
  }
  for (let row = rows; row >= 0; row -= 1) {
    for (let column = columns; column >= 0; column -= 1) {
      const cell = row * width + column
      if (row < rows || column < columns) open[cell] = worth(cell, row, column)
    }
  }
  let isOpen = false
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const cell = row * width + column
    const best = isOpen ? open[cell]! : fresh[cell]!
    const isSame = before[start + row] === after[from + column]
    if (isSame && best === fresh[cell + width + 1]! + kept) {
      aligned[start + row] = from + column
      row += 1
      column += 1
      isOpen = false
      continue
    }
    if (best === open[cell + width]! - (isOpen ? 0 : 1)) row += 1
    else column += 1
    isOpen = true
  }
}

const kept = 4096
const unreachable = -1_000_000_000
