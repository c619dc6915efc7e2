import { plainToLine, type NodeId, type Section } from '@concerte/schema'

import { emptyBlocks, readFlow } from './flow.ts'
import { joinLines, type Line } from './lines.ts'
import { beginsSentence, endsSentence } from './sentences.ts'

const longestTitle = 120
const longestSignature = 90
const mostSignatures = 8
const office =
  /^(?:(?:le|la|l[’'])\s*)?(?:recteur|rectrice|vice-rect|chanceli|direct(?:eur|rice)|inspect(?:eur|rice)|secrétaire|préf[eè]t|président|ministre|DASEN|IA-DASEN)/iu

/** The foreword: an optional title, paragraphs, and the name and offices of who signs. Undefined without lines. */
export function readForeword(lines: readonly Line[], id: NodeId): Section | undefined {
  if (lines.length === 0) return undefined
  const signatureStart = findSignature(lines)
  const titleEnd = Math.min(findTitleEnd(lines), signatureStart)
  const signature = lines.slice(signatureStart)
  return {
    type: 'section',
    id,
    kind: 'foreword',
    title: plainToLine(joinLines(lines.slice(0, titleEnd))),
    body: readFlow(lines.slice(titleEnd, signatureStart)),
    signatory:
      signature.length === 0
        ? emptyBlocks()
        : signature.map((line) => ({ type: 'paragraph', content: plainToLine(line.text) })),
  }
}

/** A title is set apart, short, no sentence, and a sentence follows it. */
function findTitleEnd(lines: readonly Line[]): number {
  const end = lines.findIndex((line, index) => index > 0 && line.gap)
  const next = lines[end]
  if (next === undefined || end > 2 || !beginsSentence(next.text)) return 0
  const title = joinLines(lines.slice(0, end))
  return title.length > longestTitle || /[.,;:…]$/u.test(title) ? 0 : end
}

/** The last lines, each a name or an office; a sentence before them is not one of them. */
function findSignature(lines: readonly Line[]): number {
  let start = lines.length
  for (let index = lines.length - 1; index >= 0 && lines.length - index <= mostSignatures; index--) {
    const line = lines[index]
    const isLast = index === lines.length - 1
    if (line === undefined || !beginsSentence(line.text) || line.text.length > longestSignature) break
    if (!isLast && (endsSentence(line.text) || /[:;]$/u.test(line.text))) break
    if (line.gap) start = index
  }
  const signature = lines.slice(start)
  const isSentence = signature.length === 1 && endsSentence(signature[0]?.text ?? '')
  return !isSentence && signature.some((line) => office.test(line.text)) ? start : lines.length
}
