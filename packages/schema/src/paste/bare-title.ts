import type { Labels } from '../template.ts'
import { lineToPlain } from '../text/plain-text.ts'
import type { Inline } from '../text/rich-text.ts'

/** A title without the label and the number that the plan gives it: «Action 3 : Lire» is «Lire», and so is «2.1. Lire». */
export function bareTitle(content: readonly Inline[], labels: Labels): Inline[] {
  const words = lineToPlain([...content])
  const names = [
    labels.axis,
    labels.action,
    'axe',
    'action',
    'mesure',
    'orientation',
    'objectif',
    'indicateur',
  ]
  const label = names
    .filter((name) => name !== '')
    .map(escape)
    .join('|')
  const head = new RegExp(
    `^\\s*(?:(?:${label})\\s*(?:n\\s?[°o]\\s*)?\\d+(?:\\.\\d+)*\\s*[:.)–—-]*\\s*|\\d{1,2}(?:\\.\\d{1,2})*\\s*[.)–—]-?\\s+)`,
    'iu',
  ).exec(words)?.[0]
  if (head === undefined || head.length === words.length) return [...content]
  return dropStart(content, head.length)
}

/** The runs without their first `count` characters. */
export function dropStart(content: readonly Inline[], count: number): Inline[] {
  const kept: Inline[] = []
  let left = count
  for (const inline of content) {
    const text = inline.text.slice(left)
    left = Math.max(0, left - inline.text.length)
    if (text !== '') kept.push({ ...inline, text })
  }
  return kept
}

function escape(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
