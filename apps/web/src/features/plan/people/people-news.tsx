import { useEffect, useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import unseen from '../../../ui/unseen.module.css'
import { usePlan } from '../plan-context.ts'
import { peopleMessages } from './messages.ts'

/** Milliseconds between two tellings: forty people who come to a meeting are one piece of news. */
const pace = 20_000

/** How many others there are, read out at most three times a minute and only when it is another number. */
export function PeopleNews() {
  const t = useMessages(peopleMessages)
  const { presence } = usePlan()
  const [count, setCount] = useState<number | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let told = 0
    const leave = presence.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        const now = presence.people().length
        if (now !== told) setCount(now)
        told = now
      }, pace)
    })
    return () => {
      leave()
      clearTimeout(timer)
    }
  }, [presence])
  return <output className={unseen.unseen}>{count === null ? '' : t.now(count)}</output>
}
