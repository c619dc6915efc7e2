import { listen } from '../store/listen.ts'

/** What changes of a plan beside its document, and is asked for over HTTP. `text`, the document itself: told to pages that have none. */
export type NewsTopic = 'threads' | 'amendments' | 'versions' | 'phase' | 'trail' | 'notifications' | 'text'

/** Hears from the server that something changed; hears of everything after a gap in the line. */
export type News = {
  subscribe(topic: NewsTopic, run: (isAfterGap: boolean) => void): () => void
  /** `null`: what changed is not known. A topic of a newer server is nobody's. */
  tell(topic: string | null): void
}

export function createNews(): News {
  const listeners = new Map<string, Set<(isAfterGap: boolean) => void>>()
  return {
    subscribe: (topic, run) => listen(listeners, topic, run),
    tell(topic) {
      const told = topic === null ? [...listeners.values()] : [listeners.get(topic) ?? []]
      for (const runs of told) for (const run of runs) run(topic === null)
    },
  }
}
