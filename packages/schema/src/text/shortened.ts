/**
 * The first words of a text, of `longest` UTF-16 units at most and a «…» where that is not all of it. Cut at the end of a
 * word where one is near, and never within a character.
 */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  // A word that ends right there is whole.
  const cut = text.slice(0, longest + 1).replace(/\s+\S{0,30}$/, '')
  return `${cut.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`
}
