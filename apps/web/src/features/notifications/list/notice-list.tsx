import { noticePath, type Notification } from '@concerte/api'
import { useLocation } from 'wouter'

import { useMessages } from '../../../i18n/catalogue.ts'
import { formatMoment } from '../../../i18n/dates.ts'
import { useLocale } from '../../../i18n/locale.ts'
import unseen from '../../../ui/unseen.module.css'
import styles from './list.module.css'
import { listMessages } from './messages.ts'
import { useNoticeWords } from './use-notice-words.ts'
import { useReading } from './use-reading.ts'

/** Notifications, each a link to its place; following it reads it. */
export function NoticeList({
  notifications,
  onFollow,
}: {
  notifications: readonly Notification[]
  /** Before the page goes there. */
  onFollow?: () => void
}) {
  const t = useMessages(listMessages)
  const locale = useLocale()
  const words = useNoticeWords()
  const reading = useReading()
  const [, navigate] = useLocation()
  const follow = (path: string) => {
    onFollow?.()
    const target = new URL(path, location.origin)
    // Within the page the browser goes there itself, and tells the page so; what closes gives the focus back before that.
    setTimeout(() => {
      if (target.pathname === location.pathname && target.hash !== '') location.hash = target.hash
      else navigate(path)
    }, 0)
  }
  return (
    <ul className={styles.list}>
      {notifications.map(({ id, projectId, projectTitle, projectAcademy, notice, createdAt, readAt }) => {
        const { sentence, detail } = words(notice)
        const path = noticePath(projectId, notice)
        return (
          <li key={id}>
            <a
              href={path}
              className={styles.notice}
              data-unread={readAt === null || undefined}
              onClick={(event) => {
                if (readAt === null) reading.mutate([id])
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
                event.preventDefault()
                follow(path)
              }}
            >
              <span className={styles.sentence}>
                {readAt === null && <span className={unseen.unseen}>{t.unread} </span>}
                {sentence}
              </span>
              {detail !== null && (
                <span className={styles.detail} lang="fr">
                  {detail}
                </span>
              )}
              <span className={styles.facts}>
                <span lang={projectTitle === '' ? undefined : 'fr'}>
                  {projectTitle === '' ? t.untitled : projectTitle}
                  {projectAcademy !== '' && `, ${projectAcademy}`}
                </span>
                <time dateTime={createdAt}>{formatMoment(createdAt, locale)}</time>
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
