import type { ownNews, ProjectId } from '@concerte/api'
import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'

import type { NewsTopic } from '../plan/session/news.ts'
import { oneAtATime } from '../plan/session/one-at-a-time.ts'
import type { PageNews } from './page-news.ts'

const NewsContext = createContext<PageNews | null>(null)

/** Has a page hear what changes beside a plan, or what the person is told of; the plan's own page hears it on its own line. */
export function NewsProvider({ of, children }: { of: ProjectId | typeof ownNews; children: ReactNode }) {
  const [news, setNews] = useState<PageNews | null>(null)
  useEffect(() => {
    let close = () => undefined
    let isGone = false
    // After what the page shows first.
    import('./page-news.ts').then(
      ({ openPageNews }) => {
        if (isGone) return
        const opened = openPageNews(of)
        setNews(opened)
        close = () => {
          opened.close()
          setNews(null)
        }
      },
      // A page that cannot have it looks for itself.
      () => undefined,
    )
    return () => {
      isGone = true
      close()
    }
  }, [of])
  return <NewsContext value={news}>{children}</NewsContext>
}

/**
 * Runs when one of these changed, and when it may have while nothing was heard. Gives whether the server would be heard now:
 * while it is not, the page looks for itself.
 */
export function usePageNews(topics: readonly NewsTopic[], run: () => Promise<unknown>): boolean {
  const page = useContext(NewsContext)
  const onNews = useEffectEvent(run)
  const names = topics.join(' ')
  useEffect(() => {
    if (page === null) return undefined
    // After a gap all of them are told at once: one look is enough.
    const look = oneAtATime(() => onNews())
    const leaves = topics.map((topic) => page.news.subscribe(topic, look))
    return () => {
      for (const leave of leaves) leave()
    }
    // The names say which topics these are.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [page, names])
  return useSyncExternalStore(page?.subscribe ?? never, () => page?.isHeard() ?? false)
}

function never(): () => void {
  return () => undefined
}
