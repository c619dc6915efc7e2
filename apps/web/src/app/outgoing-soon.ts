import type { UserId } from '@concerte/api'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { outgoingKeys } from '../offline/own-words.ts'

/** A server that was down says nothing when it is back. In ms. */
const betweenTries = 20_000

/** Sends what the person said on this device and could not send, whatever page they are at. */
export function useOutgoingSoon(user: UserId | undefined): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (user === undefined) return undefined
    const send = () => {
      if (outgoingKeys(user).length === 0) return
      import('../features/review/outbox/use-outbox.ts').then(
        ({ outboxOf }) => outboxOf(queries, user).flush(),
        // Its code could not be fetched: the next time.
        () => undefined,
      )
    }
    const timer = setInterval(send, betweenTries)
    window.addEventListener('online', send)
    send()
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', send)
    }
  }, [queries, user])
}
