/**
 * The column that arrows up and down keep, in pixels of the window: that of the caret at the first of them, also through shorter
 * lines and from text to text, until one does anything else.
 */
export type GoalColumn = {
  /** `left` reads where the caret is; only the first arrow asks it. */
  at: (left: () => number) => number
  follow: (root: Document) => () => void
}

export function createGoalColumn(): GoalColumn {
  let goal: number | null = null
  const forget = () => {
    goal = null
  }
  return {
    at(left) {
      goal ??= left()
      return goal
    },
    follow(root) {
      const stop = new AbortController()
      const early = { capture: true, passive: true, signal: stop.signal }
      const onKey = ({ key }: KeyboardEvent) => {
        if (key !== 'ArrowUp' && key !== 'ArrowDown') forget()
      }
      root.addEventListener('keydown', onKey, early)
      root.addEventListener('pointerdown', forget, early)
      root.defaultView?.addEventListener('resize', forget, early)
      return () => stop.abort()
    },
  }
}
