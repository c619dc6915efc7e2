import type { ownNews, ProjectId } from '@concerte/api'
import { createNewsLine } from '@concerte/sync'

import { syncUrl } from '../../offline/plan-ahead.ts'
import { createNews, type News } from '../plan/session/news.ts'

/** What a page that is not a plan hears from the server. */
export type PageNews = {
  news: News
  /** Whether the server would be heard now. */
  isHeard: () => boolean
  subscribe: (listener: () => void) => () => void
  close: () => void
}

export function openPageNews(of: ProjectId | typeof ownNews): PageNews {
  const news = createNews()
  const line = createNewsLine({
    url: `${syncUrl(of)}/news`,
    network: window,
    onNews: (topic) => news.tell(topic),
  })
  return {
    news,
    isHeard: () => line.isHeard,
    subscribe: (listener) => line.subscribe(listener),
    close: () => line.close(),
  }
}
