import type { EntryType, Rubric } from '../template.ts'

/** How headings of other documents name what a rubric holds; compared without accents, case, number or plural. */
const usual: Record<EntryType, readonly string[]> = {
  measure: ['mesure', 'mesures prevues', 'mesures envisagees', 'actions a mener', 'mise en oeuvre'],
  indicator: ['indicateur', 'indicateurs de suivi', 'indicateurs de resultat', 'indicateurs d evaluation'],
  statement: [],
}

/** The rubric that a heading names, among those offered: by its own heading, else by what it holds. */
export function namedRubric(words: string, rubrics: readonly Rubric[]): Rubric | undefined {
  const name = fold(words)
  if (name === '') return undefined
  const offered = rubrics.filter((rubric) => rubric.retired !== true)
  return (
    offered.find(({ heading, headingOne }) => fold(heading) === name || fold(headingOne ?? '') === name) ??
    offered.find(({ entryType }) => usual[entryType].some((known) => fold(known) === name))
  )
}

function fold(words: string): string {
  return words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .replaceAll(/(?<=\p{L}{3})s\b/gu, '')
    .trim()
}
