import { useEffect, useState } from 'react'

import { placeOfKey } from '../plan/store/place.ts'

export type FocusedPlace = { node: string; field: string; isText: boolean }

/** The text or the field of the page that was reached last, by focus, pointer or selection: what is proposed next is likely about it. */
export function usePlaceInFocus(): FocusedPlace | null {
  const [place, setPlace] = useState<FocusedPlace | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const look = ({ target }: Event) => {
      const element = target instanceof Element ? target.closest('[data-text], [data-value]') : null
      if (element === null || element.closest('#plan-sheet') === null) return
      const text = element.getAttribute('data-text')
      const key = text ?? element.getAttribute('data-value')
      if (key === null) return
      const { node, field } = placeOfKey(key)
      // The same place is the same object: typing on in a field renders nothing.
      setPlace((before) =>
        before?.node === node && before.field === field ? before : { node, field, isText: text !== null },
      )
    }
    document.addEventListener('focusin', look, { signal: stop.signal })
    document.addEventListener('click', look, { signal: stop.signal })
    return () => stop.abort()
  }, [])
  return place
}
