import type { CheckedPlan } from '../checked-plan.ts'
import type { Finding } from '../finding.ts'
import { capitalVariants } from './capitals.ts'
import { hyphenVariants } from './hyphens.ts'
import { spelledWords } from './spelled-words.ts'
import { mergeClusters, toSpellingFinding } from './spelling-cluster.ts'
import { wordVariants } from './word-forms.ts'

/** Names that the plan spells in two ways: capitals, hyphens, accents. What most places say is what the mend makes of the others. */
export function spellings({ texts }: CheckedPlan): Finding[] {
  const spelled = texts
    .filter(({ role }) => role !== 'value')
    .map((text) => ({ text, words: spelledWords(text) }))
  const clusters = [...hyphenVariants(spelled), ...wordVariants(spelled), ...capitalVariants(spelled)]
  return mergeClusters(clusters).flatMap(toSpellingFinding)
}
