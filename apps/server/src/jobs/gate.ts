/** Runs at most `limit` actions at a time; the others wait their turn. */
export type Gate = <T>(action: () => Promise<T>) => Promise<T>

export function createGate(limit: number): Gate {
  let free = limit
  const waiting: (() => void)[] = []
  return async (action) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await action()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
