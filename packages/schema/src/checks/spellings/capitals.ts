import type { CheckedText } from '../checked-plan.ts'
import type { MendEdit } from '../finding.ts'
import { goesOn, type SpelledWord } from './spelled-words.ts'
import type { Spelling, SpellingCluster } from './spelling-cluster.ts'

/** Two telling words, with what joins them: «Parcours avenir», «valeurs de la République». */
type Pair = { text: CheckedText; words: [SpelledWord, SpelledWord] }

/**
 * Names whose words have a capital here and none there: «Parcours avenir» and «parcours Avenir». A word by itself says
 * nothing (l’École and l’école are two things), so that two are compared, and only where each has the choice.
 */
export function capitalVariants(
  texts: readonly { text: CheckedText; words: SpelledWord[] }[],
): SpellingCluster[] {
  const pairs = new Map<string, Pair[]>()
  for (const { text, words } of texts) {
    for (const [index, first] of words.entries()) {
      const second = first.isLinking ? undefined : nextTelling(words, index)
      if (second === undefined || isOfMinistry(words, index)) continue
      const name = words
        .slice(index, second + 1)
        .map((word) => word.folded)
        .join(' ')
      const pair: Pair = { text, words: [first, words[second]!] }
      const same = pairs.get(name)
      if (same === undefined) pairs.set(name, [pair])
      else same.push(pair)
    }
  }
  return Array.from(pairs).flatMap(([name, same]) => (same.length > 1 ? toCluster(name, same) : []))
}

/** The word after the next that only join, where nothing else stands between. */
function nextTelling(words: readonly SpelledWord[], index: number): number | undefined {
  for (let next = index + 1; next < Math.min(words.length, index + 5); next += 1) {
    const word = words[next]!
    if (!goesOn(word)) return undefined
    if (!word.isLinking) return next
  }
  return undefined
}

/** «Le ministère chargé de l’Éducation nationale»: in the name of a ministry, and only there, the domain has a capital. */
function isOfMinistry(words: readonly SpelledWord[], index: number): boolean {
  for (let before = index; before > Math.max(0, index - 5); before -= 1) {
    if (!goesOn(words[before]!)) return false
    if (words[before - 1]!.folded.startsWith('minist')) return true
  }
  return false
}

type Case = 'capital' | 'small' | 'unsure'

function caseOf({ raw, isFirst }: SpelledWord): Case {
  if (/^\p{Ll}/u.test(raw)) return 'small'
  // SIGLE, CNR: capitals throughout are no spelling of a name.
  return isFirst || !/^\p{Lu}[\p{Ll}\p{M}’]/u.test(raw) ? 'unsure' : 'capital'
}

function toCluster(name: string, pairs: readonly Pair[]): SpellingCluster[] {
  const cases = pairs.map(({ words }) => [caseOf(words[0]), caseOf(words[1])] as const)
  const usual = ([0, 1] as const).map((side) => usualCase(cases.map((pair) => pair[side])))
  if (usual.every((side) => side === undefined)) return []
  const isSure = usual.every((side) => side !== 'even')
  const [usually, unusually]: Spelling[][] = [[], []]
  const [model] = cases
  pairs.forEach(({ text, words }, index) => {
    const edits = isSure
      ? words.flatMap((word, side) => editFor(text, word, cases[index]![side === 0 ? 0 : 1], usual[side]))
      : []
    const differs = isSure
      ? edits.length > 0
      : ([0, 1] as const).some(
          (side) => usual[side] !== undefined && differ(cases[index]![side], model![side]),
        )
    const range = { start: words[0].start, end: words[1].end }
    ;(differs ? unusually! : usually!).push({ text, range, edits })
  })
  return [{ name, usual: usually!, unusual: unusually! }]
}

/** What most are where some differ, `even` where neither has more; undefined where all are alike. */
function usualCase(cases: readonly Case[]): 'capital' | 'small' | 'even' | undefined {
  const capital = cases.filter((one) => one === 'capital').length
  const small = cases.filter((one) => one === 'small').length
  if (capital === 0 || small === 0) return undefined
  if (capital === small) return 'even'
  return capital > small ? 'capital' : 'small'
}

function differ(one: Case, other: Case): boolean {
  return one !== other && one !== 'unsure' && other !== 'unsure'
}

function editFor(
  { place }: CheckedText,
  { raw, start, end }: SpelledWord,
  own: Case,
  usual: 'capital' | 'small' | 'even' | undefined,
): MendEdit[] {
  if (own === 'unsure' || usual === undefined || own === usual) return []
  const [first = ''] = raw
  const letter = usual === 'capital' ? first.toUpperCase() : first.toLowerCase()
  return [{ place, range: { start, end }, was: raw, text: letter + raw.slice(first.length) }]
}
