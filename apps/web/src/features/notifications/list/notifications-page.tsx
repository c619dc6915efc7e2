import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { Page } from '../../../app/page.tsx'
import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { LoadFailure, Loading } from '../../../ui/message.tsx'
import { notificationsQuery } from '../notifications-query.ts'
import styles from './list.module.css'
import { MailForm } from './mail-form.tsx'
import { listMessages } from './messages.ts'
import { NoticeList } from './notice-list.tsx'
import { useReading } from './use-reading.ts'

/** The server tells no more of them. */
const most = 100

/** `/notifications`: what the person was told of, and how they want to be told. */
export default function NotificationsPage() {
  const t = useMessages(listMessages)
  const list = useQuery({ ...notificationsQuery, staleTime: 0 })
  const reading = useReading()
  const [isUnreadOnly, setUnreadOnly] = useState(false)
  const { notifications = [], unread = 0 } = list.data ?? {}
  const shown = isUnreadOnly ? notifications.filter(({ readAt }) => readAt === null) : notifications
  return (
    <Page title={t.title} lead={t.lead}>
      {list.isPending && <Loading />}
      {list.isError && list.data === undefined && (
        <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data !== undefined && (
        <section className={styles.card}>
          {notifications.length > 0 && (
            <div className={styles.controls}>
              <label className={styles.switch}>
                <input
                  type="checkbox"
                  checked={isUnreadOnly}
                  onChange={(event) => setUnreadOnly(event.target.checked)}
                />
                {t.onlyUnread}
              </label>
              {unread > 0 && (
                <Button small onPress={() => reading.mutate(undefined)}>
                  {t.readAll}
                </Button>
              )}
            </div>
          )}
          {shown.length > 0 ? (
            <NoticeList notifications={shown} />
          ) : (
            <p className={styles.note}>{notifications.length === 0 ? t.none : t.noneUnread}</p>
          )}
          {notifications.length === most && <p className={styles.note}>{t.newest}</p>}
        </section>
      )}
      <MailForm />
    </Page>
  )
}
