import { actionsOf } from '../reading.ts'
import { lineToPlain } from '../text/plain-text.ts'
import type { CheckedPlan } from './checked-plan.ts'
import { keyAt } from './finding-key.ts'
import type { Finding } from './finding.ts'
import { isArticle, wordsOf } from './text-words.ts'

/**
 * A title on the axis's page that says something else than the action's own. A shorter form of it is what an announced
 * title is for: the same words in the same order, some left out, articles aside. The mend takes it away, so that the
 * axis lists the action by its own title.
 */
export function announcedTitles({ project }: CheckedPlan): Finding[] {
  return project.axes.flatMap(actionsOf).flatMap((action): Finding[] => {
    const announced = action.announcedTitle
    const own = lineToPlain(action.title)
    if (announced === undefined || announced.trim() === '' || own.trim() === '') return []
    if (isShorter(announced, own)) return []
    const place = { node: action.id, field: 'announcedTitle' }
    return [
      {
        check: 'announced-title',
        key: keyAt('announced-title', action.id),
        severity: 'likely',
        place,
        range: { start: 0, end: announced.length },
        related: [{ node: action.id, field: 'title' }],
        words: { announced, title: own },
        mend: { type: 'clear-field', place },
      },
    ]
  })
}

function isShorter(announced: string, own: string): boolean {
  const left = tellingWords(own)
  let at = 0
  for (const word of tellingWords(announced)) {
    const found = left.indexOf(word, at)
    if (found === -1) return false
    at = found + 1
  }
  return true
}

function tellingWords(plain: string): string[] {
  return wordsOf(plain)
    .map((word) => word.folded)
    .filter((word) => !isArticle(word))
}
