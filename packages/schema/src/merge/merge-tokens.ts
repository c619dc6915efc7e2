import { haveSameMarks, normalizeInline } from '../text/normalize-text.ts'
import type { Inline } from '../text/rich-text.ts'
import { exactKey, type Space, type Token } from './tokens.ts'

/**
 * `token` with the white space before it as it is in the one of `mine` and `theirs` that changed it. White space is no words: where both
 * changed it one is taken, the same whichever side is whose.
 */
export function mergeSpaces(base: Token | undefined, token: Token, mine: Token, theirs: Token): Token {
  if (token.type === 'start' || mine.type === 'start' || theirs.type === 'start') return token
  const before = base === undefined || base.type === 'start' ? undefined : base.space
  const space = mergeSpace(before, mine.space, theirs.space)
  return space === token.space ? token : { ...token, space }
}

/** A token whose marks, or whose list, both changed; null where that cannot be told together. */
export function mergeStyles(base: Token, mine: Token, theirs: Token): Token | null {
  if (exactKey(mine) === exactKey(base)) return mergeSpaces(base, theirs, mine, theirs)
  if ([base, mine].some((token) => exactKey(token) === exactKey(theirs))) {
    return mergeSpaces(base, mine, mine, theirs)
  }
  if (base.type !== 'word' || mine.type !== 'word' || theirs.type !== 'word') return null
  const [was, ours, others] = [onlyRun(base.runs), onlyRun(mine.runs), onlyRun(theirs.runs)]
  if (was === null || ours === null || others === null) return null
  const links = [ours.link, others.link].filter((link) => link !== was.link)
  if (links.length === 2 && links[0] !== links[1]) return null
  const link = links.length === 0 ? was.link : links[0]
  const run: Inline = {
    text: was.text,
    ...(merged(was.bold, ours.bold, others.bold) && { bold: true }),
    ...(merged(was.italic, ours.italic, others.italic) && { italic: true }),
    ...(merged(was.superscript, ours.superscript, others.superscript) && { superscript: true }),
    ...(link !== undefined && { link }),
  }
  const styled: Token = { type: 'word', runs: [normalizeInline(run, 'block')], space: mine.space }
  return mergeSpaces(base, styled, mine, theirs)
}

/** Of two states, the one that somebody changed: two who change it change it to the same. */
function merged(was: true | undefined, mine: true | undefined, theirs: true | undefined): true | undefined {
  return mine === was ? theirs : mine
}

function onlyRun(runs: readonly Inline[]): Inline | null {
  const [run] = runs
  return run !== undefined && runs.every((other) => haveSameMarks(other, run)) ? run : null
}

function mergeSpace(base: Space | undefined, mine: Space, theirs: Space): Space {
  if (areSame(mine, theirs)) return mine
  if (base !== undefined) {
    if (areSame(theirs, base)) return mine
    if (areSame(mine, base)) return theirs
    const [isMine, isTheirs] = [isChanged(base, mine), isChanged(base, theirs)]
    if (isMine !== isTheirs) return isMine ? mine : theirs
  }
  return keyOf(mine) < keyOf(theirs) ? mine : theirs
}

/** No space before a word that stands first says nothing: it is not what was there that was taken away. */
function isChanged(base: Space, space: Space): boolean {
  const saysNothing = [base, space].some(({ isFirst, runs }) => isFirst && runs.length === 0)
  return !saysNothing && !haveSameRuns(base.runs, space.runs)
}

function areSame(a: Space, b: Space): boolean {
  return a.isFirst === b.isFirst && haveSameRuns(a.runs, b.runs)
}

function haveSameRuns(a: readonly Inline[], b: readonly Inline[]): boolean {
  return a.length === b.length && a.every((run, at) => run.text === b[at]!.text && haveSameMarks(run, b[at]!))
}

function keyOf({ isFirst, runs }: Space): string {
  return `${isFirst ? 1 : 0}${JSON.stringify(runs)}`
}
