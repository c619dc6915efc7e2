import type { CheckedPlan, CheckedText } from './checked-plan.ts'
import { keyAt } from './finding-key.ts'
import type { Finding } from './finding.ts'
import { wordSet } from './text-words.ts'

/** What French says twice: «nous nous engageons». */
const saidTwice = wordSet('nous vous que si non oui bis tout')
/** What it says once more after «de»: «proche de proche», «fils de fils». */
const saidAround = wordSet('moins plus proche fils roi saint part')

/** A word that stands twice running («de de»), or once more after «de» («élèves d’élèves»). */
export function doubledWords({ texts }: CheckedPlan): Finding[] {
  return texts.flatMap((text) => (text.role === 'value' ? [] : doubledIn(text)))
}

function doubledIn(text: CheckedText): Finding[] {
  const { plain, words } = text
  const findings: Finding[] = []
  for (const [index, word] of words.entries()) {
    const next = words[index + 1]
    if (next === undefined) break
    const lower = word.raw.toLowerCase()
    if (!/^\p{L}+$/u.test(lower)) continue
    if (lower === next.raw.toLowerCase() && isBlank(plain.slice(word.end, next.start))) {
      // «Vous vous» at the start of a sentence, «Tours Tours» in a list of names: the capital says that it is another word.
      const isOther = isCapital(next.raw) && !isCapital(word.raw)
      if (!saidTwice.has(lower) && !isOther) findings.push(doubled(text, word.start, word.end, next.end))
      continue
    }
    const again = words[index + 2]
    if (again === undefined || lower.length < 4 || saidAround.has(lower) || again.raw.toLowerCase() !== lower)
      continue
    const between = plain.slice(word.end, again.start)
    if (/^[ \u00a0](?:de[ \u00a0]|d[’'])$/u.test(between)) {
      findings.push(around(text, word.start, again.end))
    }
  }
  return findings
}

function doubled({ place, plain }: CheckedText, start: number, first: number, end: number): Finding {
  const words = plain.slice(start, end)
  const range = { start: first, end }
  return {
    ...found(place, words, { start, end }),
    mend: { type: 'replace', edits: [{ place, range, was: plain.slice(first, end), text: '' }] },
  }
}

function around({ place, plain }: CheckedText, start: number, end: number): Finding {
  return found(place, plain.slice(start, end), { start, end })
}

function found(place: CheckedText['place'], words: string, range: { start: number; end: number }): Finding {
  const key = keyAt('doubled-words', place.node, place.field, words.toLowerCase())
  return { check: 'doubled-words', key, severity: 'likely', place, range, words: { words } }
}

function isBlank(between: string): boolean {
  return /^[ \u00a0\u202f]+$/u.test(between)
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}
