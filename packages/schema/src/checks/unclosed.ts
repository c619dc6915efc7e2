import type { CheckedPlan } from './checked-plan.ts'
import { keyAt } from './finding-key.ts'
import type { Finding } from './finding.ts'

const openings: Record<string, string> = { ')': '(', ']': '[', '»': '«' }
/** «a)» and «1)» at the start of a paragraph number it. */
const numbering = /^\s*[\p{L}\p{N}]{1,3}\)/u

/** Brackets and quotation marks that are opened and not closed in their paragraph, or closed and not opened. */
export function unclosed({ texts }: CheckedPlan): Finding[] {
  return texts.flatMap(({ place, role, plain }): Finding[] => {
    if (role === 'value') return []
    const at = lonelyAt(plain)
    if (at === undefined) return []
    const sign = plain[at] ?? ''
    return [
      {
        check: 'unclosed',
        key: keyAt('unclosed', place.node, place.field, sign),
        severity: 'likely',
        place,
        range: { start: at, end: at + 1 },
        words: { sign },
      },
    ]
  })
}

/** Where the first sign without its other half stands. */
function lonelyAt(plain: string): number | undefined {
  let start = 0
  for (const paragraph of plain.split('\n')) {
    const open: { sign: string; at: number }[] = []
    const skipped = numbering.exec(paragraph)?.[0].length ?? 0
    for (let at = skipped; at < paragraph.length; at += 1) {
      const sign = paragraph[at]!
      if (sign === '(' || sign === '[' || sign === '«') open.push({ sign, at: start + at })
      else if (openings[sign] !== undefined && open.pop()?.sign !== openings[sign]) return start + at
    }
    const [first] = open
    if (first !== undefined) return first.at
    start += paragraph.length + 1
  }
  return undefined
}
