import { useCallback, useRef, useState } from 'react'

/** What one asks of the bar that finds words. */
export type FindAsk = {
  /** Selected in the page: to be looked for. */
  words: string | null
  withReplace: boolean
  /** What had the focus. */
  from: Element | null
  /** To the next match or the one before, where the bar is open already. */
  step: 1 | -1 | 0
}

type AskOptions = Partial<Pick<FindAsk, 'withReplace' | 'step'>>

export type FindAsks = {
  /** Null while the bar is closed; another object with each ask. */
  ask: FindAsk | null
  open: (ask?: AskOptions) => void
  close: () => void
}

/** Whether the bar is open, and what was asked of it last. */
export function useFindAsk(): FindAsks {
  const [ask, setAsk] = useState<FindAsk | null>(null)
  const isOpen = useRef(false)
  const open = useCallback(({ withReplace = false, step = 0 }: AskOptions = {}) => {
    setAsk({
      words: step === 0 ? selectedWords() : null,
      withReplace,
      from: document.activeElement,
      step: isOpen.current ? step : 0,
    })
    isOpen.current = true
  }, [])
  const close = useCallback(() => {
    isOpen.current = false
    setAsk(null)
  }, [])
  return { ask, open, close }
}

/** What is selected in the page, where it is a few words of one line. */
function selectedWords(): string | null {
  const words = getSelection()?.toString() ?? ''
  return words.trim() === '' || words.length > 100 || words.includes('\n') ? null : words
}
