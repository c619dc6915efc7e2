import type { TextRange } from '../../text/text-range.ts'
import type { CheckedText } from '../checked-plan.ts'
import { folded } from '../../text/folded.ts'
import { expansionAfter, expansionBefore } from './expansions.ts'
import { gradeAbbreviations } from './known-acronyms.ts'

/** One place where an acronym stands. */
export type AcronymUse = {
  acronym: string
  text: CheckedText
  range: TextRange
  /** What it is short for, where it is said here: the words, and a form that two ways to write them share. */
  expansion?: { words: string; form: string | null }
}

/** Two to six letters, capitals but for a last one (EPSa), digits among them (STI2D, CMC3); one may follow a hyphen (CNR-E). */
const pattern =
  /(?<![\p{L}\p{N}_#@/.-])(?:\p{Lu}[\p{Lu}\p{N}]{1,5}(?:-\p{Lu}(?![\p{L}\p{N}]))?(?:\p{Ll}(?![\p{L}]))?|[12]D)(?![\p{L}\p{N}])/gu

export function acronymUses(text: CheckedText, isWord: (foldedWord: string) => boolean): AcronymUse[] {
  // Who signs often writes the surname in capitals.
  if (text.role === 'value' || text.place.field === 'signatory' || isShouted(text.plain)) return []
  return Array.from(text.plain.matchAll(pattern)).flatMap(({ 0: found, index }) => {
    // A plural in -s: «les CMQs».
    const acronym = /\p{Lu}s$/u.test(found) ? found.slice(0, -1) : found
    if (
      !isAcronym(acronym, isWord) ||
      /\b(?:M\.|MM\.|Mmes?)[ \u00a0]$/u.test(text.plain.slice(Math.max(0, index - 6), index))
    )
      return []
    const range = { start: index, end: index + acronym.length }
    const expansion =
      expansionAfter(text.plain, acronym, range.end) ?? expansionBefore(text.plain, acronym, range)
    return [{ acronym, text, range, ...(expansion !== undefined && { expansion }) }]
  })
}

function isAcronym(found: string, isWord: (foldedWord: string) => boolean): boolean {
  if (gradeAbbreviations.has(found)) return true
  if (/^\p{Lu}\p{N}+$/u.test(found)) return false
  // «XXIe» too.
  return !isRoman(found.replace(/e$/, '')) && !(found.length > 3 && isWord(folded(found)))
}

function isRoman(found: string): boolean {
  return (
    /^(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(found) && /[IVX]/.test(found)
  )
}

/** A text in capitals: nothing in it is an acronym. */
function isShouted(plain: string): boolean {
  const letters = plain.match(/\p{L}/gu)?.length ?? 0
  const capitals = plain.match(/\p{Lu}/gu)?.length ?? 0
  return letters > 12 && capitals > letters * 0.7
}
