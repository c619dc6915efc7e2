import { blocksToPlain } from '../text/plain-text.ts'
import type { BlockText } from '../text/rich-text.ts'
import { hunksOf, type Hunk } from './align-tokens.ts'
import { mergeSpaces, mergeStyles } from './merge-tokens.ts'
import { exactKey, textToTokens, tokensToText, type Token } from './tokens.ts'

/** The words of a place that both changed, as plain text: as they were, and as each has them. Empty: nothing there. */
export type CollidingRegion = { base: string; mine: string; theirs: string }

/** What came of two changes of one text. In a collision, `text` has all that agrees, and «mine» where it does not. */
export type Merge =
  | { type: 'merged'; text: BlockText }
  | { type: 'collision'; text: BlockText; regions: CollidingRegion[] }

/**
 * Three-way merge by words: what `mine` and `theirs` each made of `base`, together. The text is in normal form.
 *
 * Both are kept where they changed different words, or the marks of different words; marks of the same words where they are different
 * marks. It is a collision where both changed the same words (unless to the same), where both put words in one place, and where one
 * put words right beside words that the other changed: the order of acceptance could tell there. [A1] [A2]
 */
export function mergeTexts(base: BlockText, mine: BlockText, theirs: BlockText): Merge {
  const tokens = textToTokens(base)
  const sides = [sideOf(tokens, mine), sideOf(tokens, theirs)] as const
  const merged: Token[] = []
  const regions: CollidingRegion[] = []
  let at = 0
  for (const cluster of clustersOf(sides[0].hunks, sides[1].hunks)) {
    keep(merged, tokens, sides, at, cluster.start)
    const { agreed, region } = resolve(tokens, sides, cluster)
    merged.push(...agreed)
    if (region !== null) regions.push(region)
    at = cluster.end
  }
  keep(merged, tokens, sides, at, tokens.length)
  const text = tokensToText(merged)
  return regions.length === 0 ? { type: 'merged', text } : { type: 'collision', text, regions }
}

type Side = { tokens: Token[]; hunks: Hunk[]; aligned: Int32Array }
type Cluster = { start: number; end: number; hunks: [mine: Hunk[], theirs: Hunk[]] }

function sideOf(base: readonly Token[], text: BlockText): Side {
  const tokens = textToTokens(text)
  return { tokens, ...hunksOf(base, tokens) }
}

/** Tokens that nobody changed, with the white space that either changed. */
function keep(
  merged: Token[],
  base: readonly Token[],
  [mine, theirs]: readonly [Side, Side],
  start: number,
  end: number,
): void {
  for (let index = start; index < end; index += 1) {
    const ours = mine.tokens[mine.aligned[index]!]!
    merged.push(mergeSpaces(base[index], ours, ours, theirs.tokens[theirs.aligned[index]!]!))
  }
}

/** Changes of either side, those of both that stand in each other's way together. */
function clustersOf(mine: readonly Hunk[], theirs: readonly Hunk[]): Cluster[] {
  const all = [
    ...mine.map((hunk) => ({ hunk, side: 0 as const })),
    ...theirs.map((hunk) => ({ hunk, side: 1 as const })),
  ].toSorted((a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end)
  const clusters: Cluster[] = []
  for (const { hunk, side } of all) {
    const last = clusters.at(-1)
    if (last?.hunks[1 - side]!.some((other) => areInTheWay(hunk, other))) {
      last.hunks[side].push(hunk)
      last.end = Math.max(last.end, hunk.end)
    } else {
      const hunks: Cluster['hunks'] = side === 0 ? [[hunk], []] : [[], [hunk]]
      clusters.push({ start: hunk.start, end: hunk.end, hunks })
    }
  }
  return clusters
}

function areInTheWay(a: Hunk, b: Hunk): boolean {
  const isTouching = Math.max(a.start, b.start) <= Math.min(a.end, b.end)
  const isPutIn = a.start === a.end || b.start === b.end
  // A token that stays says which side of it words were put in.
  if (isPutIn) return isTouching && !a.isRestyled && !b.isRestyled
  return Math.max(a.start, b.start) < Math.min(a.end, b.end)
}

function resolve(
  base: readonly Token[],
  [mine, theirs]: readonly [Side, Side],
  cluster: Cluster,
): { agreed: Token[]; region: CollidingRegion | null } {
  const { start, end, hunks } = cluster
  const [ours, others] = [versionOf(mine, hunks[0], start, end), versionOf(theirs, hunks[1], start, end)]
  // A token that only one restyled is in both; the other may have changed the space before it.
  if ([...hunks[0], ...hunks[1]].every(({ isRestyled }) => isRestyled)) {
    const styled = mergeStyles(base[start]!, ours[0]!, others[0]!)
    if (styled !== null) return { agreed: [styled], region: null }
  }
  if (hunks[1].length === 0) return { agreed: ours, region: null }
  if (hunks[0].length === 0) return { agreed: others, region: null }
  if (ours.length === others.length && ours.every((token, at) => exactKey(token) === exactKey(others[at]!))) {
    const agreed = ours.map((token, at) => mergeSpaces(undefined, token, token, others[at]!))
    return { agreed, region: null }
  }
  const region = {
    base: plainOf(base.slice(start, end)),
    mine: plainOf(ours),
    theirs: plainOf(others),
  }
  return { agreed: ours, region }
}

/** What a side has for a stretch of the base that none of its changes crosses. */
function versionOf(side: Side, hunks: readonly Hunk[], start: number, end: number): Token[] {
  const version: Token[] = []
  let at = start
  const upTo = (stop: number): void => {
    for (; at < stop; at += 1) version.push(side.tokens[side.aligned[at]!]!)
  }
  for (const hunk of hunks) {
    upTo(hunk.start)
    version.push(...side.tokens.slice(hunk.from, hunk.to))
    at = hunk.end
  }
  upTo(end)
  return version
}

function plainOf(tokens: readonly Token[]): string {
  return blocksToPlain(tokensToText(tokens)).trim()
}
