/** What two texts may differ in and still be found alike. */
export type Folding = {
  /** Capitals are capitals. */
  isCaseExact: boolean
  /** Accents, apostrophes, dashes and the width of spaces are as they were written. */
  isSignExact: boolean
}

/** A text as it is compared, and where in the text each of its characters begins (in UTF-16 units; the last is the end). */
export type Folded = { text: string; starts: readonly number[] }

/** `œuvre` is found by `oeuvre`, `l’école` by `l'ecole`, `« deux »` by `"deux"` with any space. */
export function fold(text: string, folding: Folding): Folded {
  let folded = ''
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    const as = foldCharacter(character, folding)
    // A character that is written as two counts twice from where it begins; one that goes (an accent by itself) takes no place.
    for (let unit = 0; unit < as.length; unit += 1) starts.push(at)
    folded += as
    at += character.length
  }
  starts.push(text.length)
  return { text: folded, starts }
}

/** By the two options: exact case, exact signs. */
const known = new Map<string, Map<string, string>>()

function foldCharacter(character: string, folding: Folding): string {
  const kind = `${folding.isCaseExact} ${folding.isSignExact}`
  const table = known.get(kind) ?? new Map<string, string>()
  known.set(kind, table)
  const found = table.get(character)
  if (found !== undefined) return found
  const signs = folding.isSignExact ? character : plainSign(character)
  const as = folding.isCaseExact ? signs : signs.toLocaleLowerCase('fr')
  table.set(character, as)
  return as
}

function plainSign(character: string): string {
  const sign = signs[character]
  if (sign !== undefined) return sign
  if (/\s/u.test(character)) return ' '
  return character.normalize('NFD').replaceAll(/\p{Mn}/gu, '')
}

const signs: Record<string, string> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '…': '...',
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ᵉ: 'e',
  ʳ: 'r',
  '\u00AD': '',
}
