import type { CheckedText } from '../checked-plan.ts'
import type { SpelledWord } from './spelled-words.ts'
import type { Spelling, SpellingCluster } from './spelling-cluster.ts'

type Found = { text: CheckedText; word: SpelledWord }

/**
 * Single words that are spelled in two ways by themselves: names in capitals and not (PIX, Pix), and capitals with
 * and without their accent (Ecole, École).
 */
export function wordVariants(
  texts: readonly { text: CheckedText; words: SpelledWord[] }[],
): SpellingCluster[] {
  const names = new Map<string, Found[]>()
  for (const { text, words } of texts) {
    for (const word of words) {
      if (word.raw.length < 3 || !/\p{Lu}/u.test(word.raw)) continue
      const same = names.get(word.folded)
      if (same === undefined) names.set(word.folded, [{ text, word }])
      else same.push({ text, word })
    }
  }
  return Array.from(names).flatMap(([name, found]) =>
    found.length < 2 ? [] : accentVariants(name, found).concat(caseVariants(name, found)),
  )
}

function accentVariants(name: string, found: readonly Found[]): SpellingCluster[] {
  const accented = found.filter(({ word }) => /^[ÀÂÉÈÊÎÔÇŒ]/u.test(word.raw) && isWritten(word.raw))
  const ends = new Set(accented.map(({ word }) => word.raw.slice(1)))
  const bare = found.filter(
    ({ word }) => /^[A-Z]/.test(word.raw) && isWritten(word.raw) && ends.has(word.raw.slice(1)),
  )
  const [model] = accented
  if (model === undefined || bare.length === 0) return []
  // The accent is right whatever the plan does more often.
  const [letter = ''] = model.word.raw
  return [
    {
      name,
      usual: accented.map((one) => toSpelling(one)),
      unusual: bare.map((one) => toSpelling(one, letter + one.word.raw.slice(1))),
    },
  ]
}

function caseVariants(name: string, found: readonly Found[]): SpellingCluster[] {
  const loud = found.filter(({ word }) => /.\p{Lu}/u.test(word.raw))
  const others = found.filter(({ word }) => !/.\p{Lu}/u.test(word.raw) && !word.isFirst)
  if (loud.length === 0) return []
  const forms = new Map<string, number>()
  for (const { word } of [...loud, ...others]) forms.set(word.raw, (forms.get(word.raw) ?? 0) + 1)
  if (forms.size < 2) return []
  const [[most, count] = ['', 0], [, second] = ['', 0]] = Array.from(forms).toSorted((a, b) => b[1] - a[1])
  const isUsual = ({ word }: Found): boolean => word.raw === most
  const all = [...loud, ...others].toSorted(
    (a, b) => a.text.index - b.text.index || a.word.start - b.word.start,
  )
  return [
    {
      name,
      usual: all.filter(isUsual).map((one) => toSpelling(one)),
      unusual: all
        .filter((one) => !isUsual(one))
        .map((one) => (count > second ? toSpelling(one, most) : toSpelling(one))),
    },
  ]
}

function isWritten(raw: string): boolean {
  return /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(raw)
}

function toSpelling({ text, word }: Found, wanted = word.raw): Spelling {
  const range = { start: word.start, end: word.end }
  const edits = wanted === word.raw ? [] : [{ place: text.place, range, was: word.raw, text: wanted }]
  return { text, range, edits }
}
