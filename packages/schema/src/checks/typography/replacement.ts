/** What is to stand in the place of some characters, from `at`: `was` becomes `text`. */
export type Replacement = { at: number; was: string; text: string }

/** Every match of a pattern (with the flag `g`) that becomes something else, in order. */
export function replacements(
  plain: string,
  pattern: RegExp,
  become: (match: RegExpExecArray) => string | null,
): Replacement[] {
  return Array.from(plain.matchAll(pattern)).flatMap((match) => {
    const text = become(match)
    return text === null || text === match[0] ? [] : [{ at: match.index, was: match[0], text }]
  })
}
