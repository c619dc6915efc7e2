import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { Link } from 'wouter'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { LoadFailure, Loading } from '../../../ui/message.tsx'
import { BarPopover } from '../../plan/bar/bar-popover.tsx'
import { notificationsQuery } from '../notifications-query.ts'
import styles from './list.module.css'
import { listMessages } from './messages.ts'
import { NoticeList } from './notice-list.tsx'
import { useReading } from './use-reading.ts'

/** More than these are on their page. */
const most = 8

/** The newest notifications, under the bell. */
export function NotificationsPopover({
  trigger,
  onOpenChange,
}: {
  trigger: RefObject<HTMLButtonElement | null>
  onOpenChange: (isOpen: boolean) => void
}) {
  const t = useMessages(listMessages)
  const list = useQuery(notificationsQuery)
  const reading = useReading()
  const close = () => onOpenChange(false)
  return (
    <BarPopover title={t.title} trigger={trigger} placement="bottom end" onOpenChange={onOpenChange}>
      {list.isPending && <Loading />}
      {list.isError && list.data === undefined && (
        <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data?.notifications.length === 0 && <p className={styles.note}>{t.none}</p>}
      {list.data !== undefined && (
        <div className={styles.short}>
          <NoticeList notifications={list.data.notifications.slice(0, most)} onFollow={close} />
        </div>
      )}
      <div className={styles.foot}>
        <Link href="/notifications" onClick={close}>
          {t.all}
        </Link>
        {(list.data?.unread ?? 0) > 0 && (
          <Button small look="quiet" onPress={() => reading.mutate(undefined)}>
            {t.readAll}
          </Button>
        )}
      </div>
    </BarPopover>
  )
}
