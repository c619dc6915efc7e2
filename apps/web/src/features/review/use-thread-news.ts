import type { Thread, UserId } from '@concerte/api'
import { useEffect, useRef, useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { reviewMessages } from './messages.ts'

/** What others said since the panel was opened, in words: the last of it. */
export function useThreadNews(
  threads: readonly Thread[] | undefined,
  me: UserId | undefined,
  wordsOf: (thread: Thread) => string,
): string {
  const t = useMessages(reviewMessages)
  const [said, setSaid] = useState('')
  const known = useRef<ReadonlyMap<string, number> | null>(null)
  const latestWords = useRef(wordsOf)
  useEffect(() => {
    latestWords.current = wordsOf
  })
  useEffect(() => {
    if (threads === undefined) return
    const before = known.current
    known.current = new Map(threads.map(({ id, comments }) => [id, comments.length]))
    if (before === null) return
    const fresh = threads.findLast(({ id, comments }) => {
      const last = comments.at(-1)
      return comments.length > (before.get(id) ?? 0) && last !== undefined && last.author.userId !== me
    })
    if (fresh !== undefined)
      setSaid(t.said(fresh.comments.at(-1)?.author.name ?? t.someone, latestWords.current(fresh)))
  }, [threads, me, t])
  return said
}
