import type { PlanDoc } from '../outline/plan-doc.ts'
import { contextLength, maxKin, type Anchor } from './anchor.ts'
import { readAnchoredText, type AnchoredText } from './anchored-text.ts'
import { sourcesOf } from './lineage.ts'

const longestQuote = 5000
const mostRuns = 2000

/**
 * Takes hold of a stretch of a text, in UTF-16 units of its plain words; spaces at its ends are left aside. Null where it
 * holds no words.
 */
export function createAnchor(
  plan: PlanDoc,
  { node, field, from, to }: { node: string; field: string; from: number; to: number },
): Anchor | null {
  const text = readAnchoredText(plan, node, field)
  if (text === null) return null
  const { words } = text
  const chosen = words.slice(Math.max(0, from), Math.min(to, from + longestQuote))
  const start = Math.max(0, from) + chosen.length - chosen.trimStart().length
  const quote = chosen.trim()
  const end = start + quote.length
  const runs = runsWithin(text, start, end).slice(0, mostRuns)
  if (runs.length === 0) return null
  const kin = sourcesWithin(plan, node)
  return {
    node,
    field,
    runs,
    quote,
    before: words.slice(Math.max(0, start - contextLength), start),
    after: words.slice(end, end + contextLength),
    ...(kin.length > 0 && { kin }),
  }
}

function runsWithin({ stretches }: AnchoredText, from: number, to: number): Anchor['runs'] {
  const runs: Anchor['runs'] = []
  for (const { client, clock, at, length } of stretches) {
    const start = Math.max(from, at)
    const end = Math.min(to, at + length)
    if (start >= end) continue
    const first = clock + start - at
    const last = runs.at(-1)
    if (last !== undefined && last[0] === client && last[1] + last[2] === first)
      runs[runs.length - 1] = [client, last[1], last[2] + end - start]
    else runs.push([client, first, end - start])
  }
  return runs
}

/** The nodes from which words came to this one, and to those. */
function sourcesWithin(plan: PlanDoc, node: string): string[] {
  const found = new Set<string>()
  const waiting = [node]
  for (let next = waiting.shift(); next !== undefined && found.size < maxKin; next = waiting.shift()) {
    for (const source of sourcesOf(plan, next)) {
      if (source === node || found.has(source) || found.size === maxKin) continue
      found.add(source)
      waiting.push(source)
    }
  }
  return [...found]
}
