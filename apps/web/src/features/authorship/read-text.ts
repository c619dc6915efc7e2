import type { FieldPlace } from '@concerte/editor'
import {
  blocksToPlain,
  lineToPlain,
  nodeType,
  readBlocks,
  readLine,
  textAuthors,
  textsOf,
  type AuthorRun,
} from '@concerte/schema'

import { coverNode } from '../plan/store/place.ts'
import type { PlanStore } from '../plan/store/plan-store.ts'

export type AuthoredWords = { words: string; runs: AuthorRun<string | null>[] }

/** The plain words of one text and who wrote them; null when the plan has no such text. */
export function readAuthoredWords(
  store: Pick<PlanStore, 'plan' | 'text'>,
  place: FieldPlace,
  authorOf: (client: number) => string | null,
): AuthoredWords | null {
  const fragment = store.text(place)
  if (fragment === undefined) return null
  const profile = profileOf(store, place)
  const words = profile === 'line' ? lineToPlain(readLine(fragment)) : blocksToPlain(readBlocks(fragment))
  return { words, runs: textAuthors(fragment, profile, authorOf) }
}

function profileOf({ plan }: Pick<PlanStore, 'plan'>, { node, field }: FieldPlace): 'line' | 'block' {
  const type = node === coverNode ? undefined : nodeType(plan, node)
  if (type === undefined) return 'line'
  return textsOf(type).find(([name]) => name === field)?.[1] ?? 'line'
}
