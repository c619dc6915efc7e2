import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { whenIdle } from '../../offline/idle.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { late } from '../../ui/late.tsx'
import { usePageNews } from '../news/news-provider.tsx'
import styles from './bell.module.css'
import { notificationsMessages } from './messages.ts'
import { notificationsQuery } from './notifications-query.ts'

const NotificationsPopover = late(
  async () => (await import('./list/notifications-popover.tsx')).NotificationsPopover,
)

/** A page has first things first. */
const calm = 1500
/** Where nothing new is told: without a line, and in a plan, whose line knows of that plan alone. */
const betweenLooks = 60_000

/** How much the person was told of and has not read; on a press, what. */
export function Bell() {
  const t = useMessages(notificationsMessages)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [isCalm, setCalm] = useState(false)
  useEffect(() => whenIdle(() => setCalm(true), calm), [])
  const client = useQueryClient()
  const isHeard = usePageNews(['notifications'], async () => {
    if (isCalm) await client.invalidateQueries({ queryKey: notificationsQuery.queryKey })
  })
  const { data: unread = 0 } = useQuery({
    ...notificationsQuery,
    enabled: isCalm,
    refetchInterval: isHeard ? false : betweenLooks,
    select: (list) => list.unread,
  })
  const name = unread === 0 ? t.title : t.unread(unread)
  return (
    <>
      <IconButton
        ref={button}
        label={name}
        path="M3 11.5h10c-1-1-1.5-2-1.5-4.5a3.5 3.5 0 10-7 0c0 2.5-.5 3.5-1.5 4.5zM6.75 13.75h2.5"
        className={styles.bell}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {unread > 0 && (
          <span className={styles.count} aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </IconButton>
      {isOpen && <NotificationsPopover trigger={button} onOpenChange={setOpen} />}
    </>
  )
}
