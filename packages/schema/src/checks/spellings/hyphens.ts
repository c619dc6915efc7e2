import type { CheckedText } from '../checked-plan.ts'
import { wordSet } from '../text-words.ts'
import type { SpelledWord } from './spelled-words.ts'
import type { Spelling, SpellingCluster } from './spelling-cluster.ts'

/** One word of two or three parts with hyphens («vis-à-vis»), with spaces («vis à vis») or as one («visàvis»). */
type Manner = 'hyphens' | 'spaces' | 'joined'
type Compound = { text: CheckedText; words: SpelledWord[]; manner: Manner }

/** Both ways are French, and say different things: «peut-être», «peut être». Folded, without hyphens. */
const bothRight = wordSet(`
  peutetre savoirfaire savoiretre savoirvivre bienetre malaise bienfait apresmidi surtout encore
  aussitot bientot plutot quelquefois davantage entretemps pourquoi parceque quoique toutpetit
  grandchose avantpropos contrecourant soitdisant sansabri horsclasse aucourant cidessus cidessous
  avenir enfin partout afin alentour autour debout auparavant
`)
/** «Celui-ci», «y a-t-il», «eux-mêmes»: grammar, not a word. Folded. */
const attached = wordSet(`
  ci la ce je tu il elle on nous vous ils elles moi toi lui eux leur meme memes t uns unes y en le les
`)

/** Compounds that are written in two ways, where one of them has hyphens. */
export function hyphenVariants(
  texts: readonly { text: CheckedText; words: SpelledWord[] }[],
): SpellingCluster[] {
  const compounds = new Map<string, Compound[]>()
  for (const { text, words } of texts) {
    for (let index = 0; index < words.length; index += 1) {
      const run = hyphened(words, index)
      if (run.length > 1 && isCompound(run)) {
        const compound: Compound = { text, words: run, manner: 'hyphens' }
        const same = compounds.get(nameOf(run))
        if (same === undefined) compounds.set(nameOf(run), [compound])
        else same.push(compound)
      }
      index += run.length - 1
    }
  }
  if (compounds.size === 0) return []
  addOthers(texts, compounds)
  return Array.from(compounds).flatMap(([name, all]) => toCluster(name, all))
}

/** The word at an index with all that hyphens tie to it. */
function hyphened(words: readonly SpelledWord[], index: number): SpelledWord[] {
  let end = index + 1
  while (words[end]?.gap === '-') end += 1
  return words.slice(index, end)
}

function isCompound(run: readonly SpelledWord[]): boolean {
  const [first, last] = [run[0]!, run.at(-1)!]
  if (run.length > 3 || attached.has(last.folded) || first.folded === 'non') return false
  // Pairs of equals (école-collège) are no words, and neither are sigles and years (CAP-BTS, 2024-2028).
  if (run.some(({ raw }) => /\p{N}|\p{Lu}{2}/u.test(raw))) return false
  return first.folded.length > 1 && last.folded.length > 2 && !bothRight.has(nameOf(run))
}

function addOthers(
  texts: readonly { text: CheckedText; words: SpelledWord[] }[],
  compounds: ReadonlyMap<string, Compound[]>,
): void {
  // Most words begin no compound: those are passed over without joining anything.
  const beginnings = new Set(Array.from(compounds.values(), ([one]) => one!.words[0]!.folded))
  for (const { text, words } of texts) {
    for (const [index, word] of words.entries()) {
      const single =
        word.gap === '-' || words[index + 1]?.gap === '-' ? undefined : compounds.get(nameOf([word]))
      single?.push({ text, words: [word], manner: 'joined' })
      if (!beginnings.has(word.folded) || word.gap === '-') continue
      for (const length of [2, 3]) {
        const run = words.slice(index, index + length)
        if (run.length < length || !run.slice(1).every(({ gap }) => /^[ \u00a0]$/u.test(gap))) break
        if (words[index + length]?.gap === '-') continue
        compounds.get(nameOf(run))?.push({ text, words: run, manner: 'spaces' })
      }
    }
  }
}

/** Its parts as one word, of one and of many. */
function nameOf(words: readonly SpelledWord[]): string {
  return words
    .map((word) => word.folded)
    .join('')
    .replace(/[sx]$/u, '')
}

function toCluster(name: string, all: readonly Compound[]): SpellingCluster[] {
  const counts = { hyphens: 0, spaces: 0, joined: 0 }
  for (const { manner } of all) counts[manner] += 1
  if (counts.hyphens === all.length) return []
  const usual = (['hyphens', 'spaces', 'joined'] as const).find((manner) => counts[manner] * 2 > all.length)
  // Where they are even, those without hyphens are told of, and nothing is mended.
  const isUsual = ({ manner }: Compound): boolean => manner === (usual ?? 'hyphens')
  const model = usual === undefined ? undefined : all.find(isUsual)
  const toSpelling = (compound: Compound): Spelling => {
    const range = { start: compound.words[0]!.start, end: compound.words.at(-1)!.end }
    const { place, plain } = compound.text
    const was = plain.slice(range.start, range.end)
    const text = model === undefined ? was : respelled(was, model)
    const edits = text === was || isUsual(compound) ? [] : [{ place, range, was, text }]
    return { text: compound.text, range, edits }
  }
  return [
    {
      name,
      usual: all.filter(isUsual).map(toSpelling),
      unusual: all.filter((compound) => !isUsual(compound)).map(toSpelling),
    },
  ]
}

/** The same letters, parted as the model is. */
function respelled(was: string, { words, manner }: Compound): string {
  const letters = was.replaceAll(/[ \u00a0-]/gu, '')
  if (manner === 'joined') return letters
  const parts: string[] = []
  let at = 0
  for (const [index, { raw }] of words.entries()) {
    const end = index === words.length - 1 ? letters.length : at + raw.length
    parts.push(letters.slice(at, end))
    at = end
  }
  return parts.join(manner === 'hyphens' ? '-' : ' ')
}
