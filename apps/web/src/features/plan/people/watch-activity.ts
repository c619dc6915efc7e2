/** Milliseconds without a move after which one rests, and those that one may look at another window before. */
const patience = 3 * 60_000
const glance = 10_000

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove']

/** Tells when the person stops moving, or looks at another window, and when they are back. A move costs the reading of a clock. */
export function watchActivity(
  page: Pick<Document, 'addEventListener' | 'visibilityState'>,
  { onChange, now }: { onChange: (isIdle: boolean) => void; now: () => number },
): () => void {
  const stop = new AbortController()
  let isIdle = false
  let movedAt = now()
  let timer: ReturnType<typeof setTimeout>

  const become = (next: boolean) => {
    if (next === isIdle) return
    isIdle = next
    onChange(next)
  }
  const wait = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(check, ms)
  }
  const check = () => {
    const left = page.visibilityState === 'hidden' ? 0 : movedAt + patience - now()
    if (left <= 0) become(true)
    else wait(left)
  }
  const onMove = () => {
    movedAt = now()
    if (!isIdle) return
    become(false)
    wait(patience)
  }
  for (const sign of signs) {
    page.addEventListener(sign, onMove, { capture: true, passive: true, signal: stop.signal })
  }
  page.addEventListener(
    'visibilitychange',
    () => {
      if (page.visibilityState === 'hidden') return wait(glance)
      onMove()
      wait(patience)
    },
    { signal: stop.signal },
  )
  wait(patience)
  return () => {
    stop.abort()
    clearTimeout(timer)
  }
}
