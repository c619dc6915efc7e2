import type { Thread, ThreadId } from '@concerte/api'
import type { Standing } from '@concerte/schema'
import { useMemo, useSyncExternalStore } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { planMessages } from '../plan/messages.ts'
import { placeWords } from '../plan/people/place-words.ts'
import { usePlan } from '../plan/plan-context.ts'
import { useStructure } from '../plan/store/use-structure.ts'
import { standBookOf } from './books.ts'
import { reviewMessages } from './messages.ts'
import { nodeOf } from './thread-place.ts'

/** Where threads stand now, and that in words. Renders again when one stands elsewhere. */
export function useThreadPlaces(): {
  standingOf: (thread: ThreadId) => Standing | undefined
  wordsFor: (node: string) => string
  wordsOf: (thread: Thread) => string
} {
  const t = useMessages(reviewMessages)
  const words = useMessages(planMessages)
  const { store } = usePlan()
  const book = standBookOf(store)
  const version = useSyncExternalStore(book.subscribe, book.current)
  const structure = useStructure((now) => now)
  return useMemo(() => {
    const wordsFor = (node: string) => placeWords(store, words, node) || t.nowhere
    return {
      version,
      structure,
      standingOf: book.standing,
      wordsFor,
      wordsOf(thread: Thread) {
        if (thread.subject.type === 'amendment') return t.ofAmendment
        const node = nodeOf(book.standing(thread.id))
        return node === null ? t.nowhere : wordsFor(node)
      },
    }
  }, [t, words, store, book, version, structure])
}
