import type { Reveal } from '../page/reveal.ts'
import type { Presence } from '../store/presence.ts'

/** Going along with someone: the page shows what they write in or look at. */
export type Following = {
  /** Whom; null for nobody. The same object until it is another. */
  current: () => Followed | null
  follow: (id: string) => void
  stop: () => void
  subscribe: (listener: () => void) => () => void
  close: () => void
}

/** `isHere`: they have the plan open; who left and comes back is followed on. */
export type Followed = { id: string; name: string; colour: string; isHere: boolean }

export function createFollowing(presence: Pick<Presence, 'people' | 'subscribe'>, reveal: Reveal): Following {
  const listeners = new Set<() => void>()
  let current: Followed | null = null
  let shown: string | null = null

  function become(next: Followed | null): void {
    if (JSON.stringify(next) === JSON.stringify(current)) return
    current = next
    for (const listener of listeners) listener()
  }

  function look(): void {
    if (current === null) return
    const { id } = current
    const person = presence.people().find((known) => known.id === id)
    if (person === undefined) return become({ ...current, isHere: false })
    become({ id, name: person.name, colour: person.colour, isHere: true })
    if (person.view === null || person.view === shown) return
    shown = person.view
    reveal(person.view, { behavior: isCalm() ? 'instant' : 'smooth' })
  }

  const leave = presence.subscribe(look)
  return {
    current: () => current,
    follow(id) {
      const person = presence.people().find((known) => known.id === id)
      if (person === undefined) return
      shown = null
      become({ id, name: person.name, colour: person.colour, isHere: true })
      look()
    },
    stop: () => become(null),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: leave,
  }
}

function isCalm(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true
}
