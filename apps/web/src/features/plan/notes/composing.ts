/** Milliseconds after the last sign of a composition from which on the page moves again: some keyboards never end one. */
const patience = 3000
/** Milliseconds that the editor takes to write down what was composed. */
const afterwards = 80

/**
 * While letters are composed (an accent, a word on a telephone), what others move stays where it was on the page: an element
 * that is taken out and put back elsewhere would end the composition, and lose its letters.
 */
export function holdWhileComposing(root: HTMLElement, hold: () => () => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  let release: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const releaseIn = (delay: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      release?.()
      release = null
    }, delay)
  }
  const onComposing = () => {
    release ??= hold()
    releaseIn(patience)
  }
  root.addEventListener('compositionstart', onComposing, { signal })
  root.addEventListener('compositionupdate', onComposing, { signal })
  root.addEventListener('compositionend', () => releaseIn(afterwards), { signal })
  return () => {
    stop.abort()
    clearTimeout(timer)
    release?.()
  }
}
