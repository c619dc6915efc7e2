/** Runs what is done to one plan one after another: each sees what the one before it left. */
export type Turns = {
  /** Settles as `action` does, which runs when everything before it has settled. */
  take<T>(projectId: string, action: () => Promise<T>): Promise<T>
  /** Resolves when nothing of all plans that was begun by now runs any more. */
  drain(): Promise<void>
}

export function createTurns(): Turns {
  /** The last one of each plan. */
  const lines = new Map<string, Promise<void>>()
  return {
    take(projectId, action) {
      const before = lines.get(projectId) ?? Promise.resolve()
      const running = before.then(action)
      const settled = running.then(
        () => undefined,
        () => undefined,
      )
      lines.set(projectId, settled)
      void settled.then(() => {
        if (lines.get(projectId) === settled) lines.delete(projectId)
      })
      return running
    },
    async drain() {
      await Promise.all(lines.values())
    },
  }
}
