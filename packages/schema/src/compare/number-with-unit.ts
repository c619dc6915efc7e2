/**
 * The number that a value says, and what stands around it: «80 %», «1 200 élèves», «au moins 12,5 points». Null where it says none, or
 * several.
 */
export function numberWithUnit(value: string): { number: number; unit: string } | null {
  const numbers = [...value.matchAll(form)]
  const [found] = numbers
  if (found === undefined || numbers.length > 1) return null
  const number = Number(
    found[0]
      .replaceAll(/[\s\u00A0\u202F]/g, '')
      .replace(',', '.')
      .replace('\u2212', '-'),
  )
  const around = `${value.slice(0, found.index)} ${value.slice(found.index + found[0].length)}`
  return {
    number,
    unit: around
      .replaceAll(/[\s\u00A0\u202F]+/g, ' ')
      .trim()
      .toLowerCase(),
  }
}

// A sign counts where it is no hyphen of a word.
const form = /(?<![\p{L}\d])[-\u2212]?(?:\d{1,3}(?:[ \u00A0\u202F]\d{3})+|\d+)(?:[.,]\d+)?/gu
