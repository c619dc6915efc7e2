import type { Inline } from '@concerte/schema'

import { markerOf } from './list-markers.ts'

/**
 * The lines that runs make, each without spaces at its ends; empty ones are gone. Two breaks part lines, and so does one before
 * a bullet or a number; any other is most often the edge of the column that the text was copied from.
 */
export function tidyLines(runs: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  const breaks = breaksIn(runs.map((run) => run.text).join(''))
  let at = 0
  for (const run of runs) {
    let kept = ''
    for (const character of run.text.split('')) {
      if (breaks.has(at)) {
        if (kept !== '') lines.at(-1)?.push({ ...run, text: kept })
        lines.push([])
        kept = ''
      } else kept += character === '\n' ? ' ' : character
      at += 1
    }
    if (kept !== '') lines.at(-1)?.push({ ...run, text: kept })
  }
  return lines.map(tidy).filter((line) => line.length > 0)
}

/** Where the breaks stand that part lines. */
function breaksIn(text: string): Set<number> {
  const breaks = new Set<number>()
  let at = 0
  let before = ''
  for (const [index, line] of text.split('\n').entries()) {
    const isParted =
      line.trim() === '' || before.trim() === '' || markerOf(line.trimStart().slice(0, 40)) !== null
    if (index > 0 && isParted) breaks.add(at - 1)
    at += line.length + 1
    before = line
  }
  return breaks
}

/** Spaces at the ends and doubled ones are gone, and what cannot be seen. */
function tidy(line: readonly Inline[]): Inline[] {
  const kept: Inline[] = []
  let isAfterSpace = true
  for (const run of line) {
    let text = run.text.replaceAll(/[\u00AD\u200B\uFEFF\uFFFC\0]/g, '').replaceAll(/ {2,}/g, ' ')
    if (isAfterSpace) text = text.replace(kept.length === 0 ? /^[\s\u00A0]+/ : /^ +/, '')
    if (text === '') continue
    isAfterSpace = text.endsWith(' ')
    const last = kept.at(-1)
    if (last !== undefined && isSame(last, run)) last.text += text
    else kept.push({ ...run, text })
  }
  while (kept.length > 0) {
    const last = kept.at(-1)!
    last.text = last.text.trimEnd()
    if (last.text !== '') break
    kept.pop()
  }
  return kept
}

function isSame(a: Inline, b: Inline): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.superscript === b.superscript && a.link === b.link
}
