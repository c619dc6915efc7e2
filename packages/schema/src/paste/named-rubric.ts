import type { EntryType, Rubric } from '../template.ts'
import { foldedLetters } from '../text/folded.ts'

/** How headings of other documents name what a rubric holds; compared without accents, case, number or plural. */
const usual: Record<EntryType, readonly string[]> = {
  measure: ['mesure', 'mesures prevues', 'mesures envisagees', 'actions a mener', 'mise en oeuvre'],
  indicator: ['indicateur', 'indicateurs de suivi', 'indicateurs de resultat', 'indicateurs d evaluation'],
  statement: [],
}

/** The rubric that a heading names, among those offered: by its own heading, else by what it holds. */
export function namedRubric(words: string, rubrics: readonly Rubric[]): Rubric | undefined {
  const name = singular(words)
  if (name === '') return undefined
  const offered = rubrics.filter((rubric) => rubric.retired !== true)
  return (
    offered.find(
      ({ heading, headingOne }) => singular(heading) === name || singular(headingOne ?? '') === name,
    ) ?? offered.find(({ entryType }) => usual[entryType].some((known) => singular(known) === name))
  )
}

/** Without the plurals. */
function singular(words: string): string {
  return foldedLetters(words).replaceAll(/(?<=\p{L}{3})s\b/gu, '')
}
