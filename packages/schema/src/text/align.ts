/**
 * A longest common subsequence: for every item of `current` the position of its equal in `target`, or -1; positions
 * rise. Cost: the product of what is left when the common start and end are set aside; where that is over two million
 * (no plan has such a text) the middle is taken as all different.
 */
export function align(current: readonly string[], target: readonly string[]): number[] {
  const aligned = Array.from({ length: current.length }, () => -1)
  let start = 0
  while (start < current.length && start < target.length && current[start] === target[start]) {
    aligned[start] = start
    start += 1
  }
  let end = current.length
  let targetEnd = target.length
  while (end > start && targetEnd > start && current[end - 1] === target[targetEnd - 1]) {
    end -= 1
    targetEnd -= 1
    aligned[end] = targetEnd
  }
  const rows = end - start
  const columns = targetEnd - start
  if (rows * columns > 2_000_000) return aligned
  const lengths = commonLengths(current.slice(start, end), target.slice(start, targetEnd))
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const at = row * (columns + 1) + column
    if (current[start + row] === target[start + column]) {
      aligned[start + row] = start + column
      row += 1
      column += 1
    } else if (lengths[at + columns + 1]! >= lengths[at + 1]!) row += 1
    else column += 1
  }
  return aligned
}

/** Row by row, the length of the longest common subsequence of what follows each pair of positions. */
function commonLengths(current: readonly string[], target: readonly string[]): Uint32Array {
  const width = target.length + 1
  const lengths = new Uint32Array((current.length + 1) * width)
  for (let row = current.length - 1; row >= 0; row -= 1) {
    for (let column = target.length - 1; column >= 0; column -= 1) {
      const at = row * width + column
      lengths[at] =
        current[row] === target[column]
          ? lengths[at + width + 1]! + 1
          : Math.max(lengths[at + width]!, lengths[at + 1]!)
    }
  }
  return lengths
}
