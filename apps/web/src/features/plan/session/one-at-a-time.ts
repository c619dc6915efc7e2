/**
 * Gives a function that runs `run`; asked again while that is under way, it runs it once more after it. However fast news
 * comes, an answer that takes long comes to its end. After a gap in the line nothing is waited for: what was asked before may
 * never be answered.
 */
export function oneAtATime(run: () => Promise<unknown>): (isAfterGap?: boolean) => void {
  let isRunning = false
  let isDue = false
  let isSoon = false

  async function runWhileDue(): Promise<void> {
    isSoon = false
    isRunning = true
    try {
      while (isDue) {
        isDue = false
        await run()
      }
    } finally {
      isRunning = false
    }
  }

  return (isAfterGap = false) => {
    isDue = true
    if (isSoon || (isRunning && !isAfterGap)) return
    // What is asked at the same moment is asked once.
    isSoon = true
    queueMicrotask(() => void runWhileDue())
  }
}
