import { lineToPlain } from '../text/plain-text.ts'
import { haveSameMarks, normalizeBlocks, normalizeInlines } from '../text/normalize-text.ts'
import type { Block, BlockText, Inline, List } from '../text/rich-text.ts'
import { splitWords } from './split-words.ts'

/**
 * A text as a flat list, which can be compared and merged. Each paragraph is its `start`, its words and its `end`; lists are told
 * by the starts. White space is no token of its own but part of what follows it: so a word that goes, or comes, takes its space along
 * and leaves its neighbours as they are.
 */
export type Token = StartToken | WordToken | EndToken
export type StartToken = { type: 'start'; place: ListPlace }
export type WordToken = { type: 'word'; runs: Inline[]; space: Space }
export type EndToken = { type: 'end'; space: Space }

/** White space before a token. `isFirst`: nothing stands before it in its paragraph. */
export type Space = { runs: Inline[]; isFirst: boolean }

/**
 * The lists that a paragraph stands in, outermost first. `item`: the level of the list that it begins a new item of (all further in
 * begin with it); the number of `types` where it goes on in the item before. `isApart`: that item begins a list of its own
 * although one of the same type ends right before it.
 */
export type ListPlace = { types: List['type'][]; item: number; isApart: boolean }

/** The tokens of a text in its normal form. */
export function textToTokens(text: BlockText): Token[] {
  const tokens: Token[] = []
  const opening = { item: Infinity, isApart: false }
  const addBlocks = (blocks: BlockText, types: List['type'][]): void => {
    blocks.forEach((block, index) => {
      if (block.type === 'paragraph') {
        const place = { types, item: Math.min(opening.item, types.length), isApart: opening.isApart }
        Object.assign(opening, { item: Infinity, isApart: false })
        tokens.push({ type: 'start', place }, ...paragraphTokens(block.content))
        return
      }
      block.items.forEach((item, position) => {
        if (types.length < opening.item) {
          const isApart = position === 0 && blocks[index - 1]?.type === block.type
          Object.assign(opening, { item: types.length, isApart })
        }
        addBlocks(item, [...types, block.type])
      })
    })
  }
  addBlocks(normalizeBlocks(text), [])
  return tokens
}

/** The text that tokens make: whatever their order, it is in normal form, and every word is in it. */
export function tokensToText(tokens: readonly Token[]): BlockText {
  const text: BlockText = []
  const open: { list: List; item: BlockText }[] = []
  let content: Inline[] | null = null
  const begin = (place: ListPlace): Inline[] => {
    openLists(text, open, place)
    const paragraph: Block = { type: 'paragraph', content: [] }
    ;(open.at(-1)?.item ?? text).push(paragraph)
    return paragraph.content
  }
  for (const token of tokens) {
    if (token.type === 'start') content = begin(token.place)
    else {
      const { length } = open
      content ??= begin({ types: open.map(({ list }) => list.type), item: length, isApart: false })
      if (token.type === 'word') content.push(...spaceBefore(token, content.length === 0), ...token.runs)
      else {
        content.push(...token.space.runs)
        content = null
      }
    }
  }
  return normalizeBlocks(text)
}

/** What makes two tokens the same: the words and how they are set, not the white space before them. */
export function exactKey(token: Token): string {
  if (token.type === 'end') return endKey
  if (token.type === 'start') {
    return token.place.types.length === 0 ? startKey : `${startKey} ${JSON.stringify(token.place)}`
  }
  const [run] = token.runs
  const isPlain = token.runs.length === 1 && run !== undefined && haveSameMarks(run, plain)
  return isPlain ? run.text : ` ~${JSON.stringify(token.runs)}`
}

/** What makes two tokens the same but for their marks, or for the list they stand in. */
export function looseKey(token: Token): string {
  return token.type === 'word' ? lineToPlain(token.runs) : ` ${token.type}`
}

// No word begins with a space.
export const startKey = ' start'
export const endKey = ' end'
const plain = {}

/** White space as it is written before a word that has come to stand first in its paragraph, or no longer does. */
function spaceBefore({ runs, space }: WordToken, isFirst: boolean): Inline[] {
  if (isFirst) return space.isFirst ? space.runs : []
  if (!space.isFirst || space.runs.length > 0) return space.runs
  return closing.test(runs[0]?.text ?? '') ? [] : [{ text: ' ' }]
}

const closing = /^[.,…)\]]/

function paragraphTokens(content: Inline[]): Token[] {
  const { words, end } = splitWords(lineToPlain(content))
  const tokens: Token[] = []
  const take = cutter(content)
  for (const { space, word } of words) {
    const before: Space = { runs: take(space.length), isFirst: tokens.length === 0 }
    tokens.push({ type: 'word', runs: take(word.length), space: before })
  }
  tokens.push({ type: 'end', space: { runs: take(end.length), isFirst: tokens.length === 0 } })
  return tokens
}

/** Takes runs from the start of a paragraph, so many UTF-16 units at a time. */
function cutter(content: Inline[]): (length: number) => Inline[] {
  let index = 0
  let from = 0
  return (length) => {
    if (length === 0) return none
    const only = content[index]
    if (only !== undefined && from + length < only.text.length) {
      from += length
      return [{ ...only, text: only.text.slice(from - length, from) }]
    }
    const taken: Inline[] = []
    for (let left = length; left > 0;) {
      const run = content[index]
      if (run === undefined) break
      const text = run.text.slice(from, from + left)
      taken.push({ ...run, text })
      left -= text.length
      from += text.length
      if (from >= run.text.length) [index, from] = [index + 1, 0]
    }
    return normalizeInlines(taken, 'block')
  }
}

const none: Inline[] = []

/** Closes and opens lists until the innermost one is where a paragraph of that place goes. */
function openLists(text: BlockText, open: { list: List; item: BlockText }[], place: ListPlace): void {
  const { types, item, isApart } = place
  let level = 0
  while (level < item && level < types.length && open[level]?.list.type === types[level]) level += 1
  const list = open[level]?.list
  open.length = level
  for (; level < types.length; level += 1) {
    const isSame = level === item && !isApart && list !== undefined && list.type === types[level]
    const holder: List = isSame ? list : { type: types[level]!, items: [] }
    if (!isSame) (open.at(-1)?.item ?? text).push(holder)
    const blocks: BlockText = []
    holder.items.push(blocks)
    open.push({ list: holder, item: blocks })
  }
}
