import { lineToPlain } from '../text/plain-text.ts'
import type { BlockText, Inline } from '../text/rich-text.ts'
import { alignTokens } from './align-tokens.ts'
import { diffPage } from './diff-page.ts'
import { exactKey, textToTokens, type Token, type WordToken } from './tokens.ts'

export type DiffKind = 'same' | 'added' | 'removed'

/**
 * A run of characters that share kind and marks. `isRestyled`: the same words with other marks than before. `isBreak`: no
 * characters, but a paragraph that was cut here (`added`), or joined to the next (`removed`).
 */
export type DiffPart = Inline & { kind: DiffKind; isRestyled?: true; isBreak?: true }

/**
 * A paragraph. `kind`: what happened to the whole of it. `depth`: how many lists it stands in; `marker`: that of the item it
 * begins, null where it begins none. `isRelisted`: it stood in other lists.
 */
export type DiffBlock = {
  kind: DiffKind
  depth: number
  marker: 'bullet' | number | null
  isRelisted: boolean
  parts: DiffPart[]
}

/**
 * What a change did to a text, word by word, in its paragraphs. The characters that are `same` or `added` are those of `after`; the `same`
 * (but for their marks) or `removed` ones those of `before`.
 */
export function diffTexts(before: BlockText, after: BlockText): DiffBlock[] {
  const [was, is] = [textToTokens(before), textToTokens(after)]
  const aligned = withoutCrumbs(alignTokens(was, is), was, is)
  const page = diffPage()
  let [at, place] = [0, 0]
  const change = (end: number, to: number): void => {
    const [removed, added] = [was.slice(at, end), is.slice(place, to)]
    const shared = sharedSpace(removed[0], added[0])
    if (shared !== null) page.add('same', shared)
    for (const token of removed) addToken('removed', token, token === removed[0] && shared !== null)
    for (const token of added) addToken('added', token, token === added[0] && shared !== null)
  }
  const addToken = (kind: DiffKind, token: Token, isSpaced: boolean): void => {
    if (token.type === 'start') return page.start(kind, token.place, null)
    if (!isSpaced) page.add(kind, token.space.runs)
    if (token.type === 'word') page.add(kind, token.runs)
    else page.end(kind)
  }
  aligned.forEach((target, position) => {
    if (target === -1) return
    change(position, target)
    const [old, token] = [was[position]!, is[target]!]
    if (token.type === 'start') page.start('same', token.place, old.type === 'start' ? old.place : null)
    else {
      addSpaces(page.add, old, token)
      if (token.type === 'word') page.add('same', token.runs, exactKey(old) !== exactKey(token))
      else page.end('same')
    }
    ;[at, place] = [position + 1, target + 1]
  })
  change(was.length, is.length)
  return page.blocks()
}

/** {@link diffTexts} of two plain strings. */
export function diffWords(before: string, after: string): { kind: DiffKind; text: string }[] {
  return diffTexts(oneParagraph(before), oneParagraph(after)).flatMap(({ parts }) =>
    parts.map(({ kind, text }) => ({ kind, text })),
  )
}

function oneParagraph(text: string): BlockText {
  return [{ type: 'paragraph', content: [{ text }] }]
}

/**
 * Without the few letters that happen to stand between words replaced on both sides («de», a comma): nobody reads a sentence that was
 * written anew through the crumbs of the old one.
 */
function withoutCrumbs(aligned: Int32Array, was: readonly Token[], is: readonly Token[]): Int32Array {
  const kept = aligned.slice()
  let [at, place] = [0, 0]
  let isReplaced = false
  for (let position = 0; position < aligned.length; position += 1) {
    if (aligned[position] === -1) continue
    let end = position
    while (end < aligned.length && aligned[end] === aligned[position]! + end - position) end += 1
    isReplaced = areWords(was.slice(at, position)) && areWords(is.slice(place, aligned[position]))
    const to = aligned[end - 1]! + 1
    const next = nextKept(aligned, end)
    const isReplacedAfter =
      areWords(was.slice(end, next)) &&
      areWords(is.slice(to, next < aligned.length ? aligned[next] : is.length))
    if (isReplaced && isReplacedAfter && areCrumbs(was.slice(position, end))) kept.fill(-1, position, end)
    ;[at, place] = [end, to]
    position = end - 1
  }
  return kept
}

function nextKept(aligned: Int32Array, from: number): number {
  let next = from
  while (next < aligned.length && aligned[next] === -1) next += 1
  return next
}

function areWords(tokens: readonly Token[]): tokens is WordToken[] {
  return tokens.length > 0 && tokens.every(({ type }) => type === 'word')
}

function areCrumbs(tokens: readonly Token[]): boolean {
  if (tokens.length > 2 || !areWords(tokens)) return false
  return lineToPlain(tokens.flatMap(({ runs }) => runs)).length <= 3
}

/** The white space before words that were replaced, where it is the same before the new ones. */
function sharedSpace(removed: Token | undefined, added: Token | undefined): Inline[] | null {
  if (removed?.type !== 'word' || added?.type !== 'word') return null
  return areSame(removed.space.runs, added.space.runs) ? added.space.runs : null
}

function addSpaces(
  add: (kind: DiffKind, runs: readonly Inline[], isRestyled?: boolean) => void,
  old: Token,
  token: Token,
): void {
  if (old.type === 'start' || token.type === 'start') return
  const [before, after] = [old.space.runs, token.space.runs]
  if (areSame(before, after)) return add('same', after)
  if (lineToPlain(before) === lineToPlain(after)) return add('same', after, true)
  add('removed', before)
  add('added', after)
}

function areSame(a: readonly Inline[], b: readonly Inline[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
