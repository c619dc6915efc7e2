/** What two texts may differ in and still be found alike. */
export type Folding = {
  /** Capitals are capitals. */
  isCaseExact: boolean
  /** Accents, apostrophes, dashes and the width of spaces are as they were written. */
  isSignExact: boolean
}

/**
 * A text as it is compared, and where in the text each of its characters begins (in UTF-16 units; the last is the end). Null where
 * each stands where it stood: in nearly every text.
 */
export type Folded = { text: string; starts: readonly number[] | null }

/** `œuvre` is found by `oeuvre`, `l’école` by `l'ecole`, `« deux »` by `"deux"` with any space. */
export function fold(text: string, folding: Folding): Folded {
  return isPlain.test(text) ? { text: foldPlain(text, folding), starts: null } : foldEach(text, folding)
}

/** Letters and signs of which each stays one: not the ligatures, the ellipsis, accents by themselves. */
const isPlain =
  /^[\t\n -\u00AC\u00AE-\u00C5\u00C7-\u00E5\u00E7-\u012F\u0131\u0134-\u0151\u0154-\u017F\u2010-\u2014\u2018\u2019\u201C\u201D\u202F]*$/

/** As {@link foldEach}, by what the browser does at once: a long plan has some millions of letters. */
function foldPlain(text: string, { isCaseExact, isSignExact }: Folding): string {
  let folded = text
  if (!isSignExact) {
    folded = folded
      .normalize('NFD')
      .replaceAll(/[\u0300-\u036F]/g, '')
      .replaceAll(/[\u2018\u2019]/g, "'")
      .replaceAll(/[«»\u201C\u201D]/g, '"')
      .replaceAll(/[\u2010\u2011\u2013\u2014]/g, '-')
      .replaceAll(/\s/g, ' ')
  }
  return isCaseExact ? folded : folded.toLowerCase()
}

function foldEach(text: string, folding: Folding): Folded {
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
  const as = folding.isCaseExact ? signs : signs.toLowerCase()
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
