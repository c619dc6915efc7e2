import { folded } from '../text/folded.ts'

/** A word of a text: letters, digits and what is attached to them; apostrophes and hyphens part words. */
export type Word = { raw: string; start: number; end: number; folded: string }

const pattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu

export function wordsOf(plain: string): Word[] {
  return Array.from(plain.matchAll(pattern), ({ 0: raw, index }) => ({
    raw,
    start: index,
    end: index + raw.length,
    folded: folded(raw),
  }))
}

/** A list of words, parted by spaces, as a set. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}

/** Articles and what they grow together with. Folded. */
const articles = wordSet('a au aux d de des du en l la le les un une')
/** Words that only join others. Folded. */
const linking = wordSet(`
  a au aux d de des du en l la le les un une et ou par pour sur dans avec vers contre chez sans sous qu que qui
  son sa ses leur leurs ce cet cette ces c j n s y
`)

export function isArticle(foldedWord: string): boolean {
  return articles.has(foldedWord)
}

export function isLinking(foldedWord: string): boolean {
  return linking.has(foldedWord)
}
