/** One holder at a time, in the order of asking. */
export type Lock = {
  acquire(): Promise<void>
  release(): void
  /** Runs at once, in this very turn, when nobody holds it. */
  run<T>(action: () => Promise<T>): Promise<T>
}

export function createLock(): Lock {
  let isHeld = false
  const waiting: (() => void)[] = []

  function acquire(): Promise<void> {
    if (isHeld) return new Promise((resolve) => waiting.push(resolve))
    isHeld = true
    return Promise.resolve()
  }

  function release(): void {
    const next = waiting.shift()
    if (next === undefined) isHeld = false
    else next()
  }

  return {
    acquire,
    release,
    async run(action) {
      if (isHeld) await acquire()
      else isHeld = true
      try {
        return await action()
      } finally {
        release()
      }
    },
  }
}
