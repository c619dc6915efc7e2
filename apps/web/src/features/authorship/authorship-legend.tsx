import type { ProjectId, User } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import {
  useCallback,
  useEffect,
  useId,
  useSyncExternalStore,
  type CSSProperties,
  type ReactNode,
} from 'react'

import { authorsQuery } from '../../api/authors.ts'
import { sessionQuery } from '../../api/session.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { LoadFailure } from '../../ui/message.tsx'
import { initialsOf } from '../plan/people/initials.ts'
import { useSession } from '../plan/session/use-session.ts'
import type { PlanStore } from '../plan/store/plan-store.ts'
import type { Presence } from '../plan/store/presence.ts'
import { canPaintAuthors } from './author-painter.ts'
import { authorSlots } from './authors.ts'
import { createAuthorship, type Authorship, type AuthorshipView, type Describe } from './authorship.ts'
import unseen from '../../ui/unseen.module.css'
import styles from './authorship.module.css'
import { authorshipMessages } from './messages.ts'

type Props = {
  projectId: ProjectId
  /** What shows the texts of the plan. */
  root: HTMLElement
  store: PlanStore
  presence: Presence
  onClose: () => void
}

/** Marks every word of the page by its author, and says who has which mark; gone, the page is as it was. */
export function AuthorshipLegend(props: Props) {
  const user = useQuery(sessionQuery).data?.user
  if (user === null || user === undefined) return null
  return canPaintAuthors ? <Legend {...props} user={user} /> : <Unsupported {...props} />
}

function Legend({ projectId, root, store, presence, onClose, user }: Props & { user: User }) {
  const t = useMessages(authorshipMessages)
  const authors = useQuery({ ...authorsQuery(projectId), staleTime: 0 })
  const { data, refetch } = authors
  const open = useCallback(() => {
    const describe: Describe = (shares) =>
      t.by(shares.map(({ name, percent }) => t.shareOf(name ?? t.formerAuthor, t.share(percent))).join(', '))
    return createAuthorship({ root, store, presence, me: user, describe, onUnknown: () => void refetch() })
  }, [root, store, presence, user, t, refetch])
  const authorship = useSession(open)

  useEffect(() => {
    if (data !== undefined) authorship?.know(data)
  }, [authorship, data])

  return (
    <Frame onClose={onClose}>
      {authors.isError && <LoadFailure error={authors.error} onRetry={() => void refetch()} />}
      {authorship !== null && <People authorship={authorship} />}
    </Frame>
  )
}

function Unsupported({ onClose }: Pick<Props, 'onClose'>) {
  const t = useMessages(authorshipMessages)
  return (
    <Frame onClose={onClose}>
      <p className={styles.note}>{t.unsupported}</p>
    </Frame>
  )
}

function Frame({ onClose, children }: Pick<Props, 'onClose'> & { children: ReactNode }) {
  const t = useMessages(authorshipMessages)
  const id = useId()
  return (
    <section className={styles.legend} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {t.title}
        </h2>
        <Button look="quiet" small onPress={onClose}>
          {t.close}
        </Button>
      </div>
      {children}
    </section>
  )
}

function People({ authorship }: { authorship: Authorship }) {
  const t = useMessages(authorshipMessages)
  const view = useSyncExternalStore(authorship.subscribe, authorship.current)
  const { shares, pointed, atCaret } = view
  const total = shares.reduce((sum, { length }) => sum + length, 0)
  const share = (length: number) => t.share((100 * length) / total)
  const named = shares.filter(({ author }) => author !== null)
  const shown = named.slice(0, authorSlots)
  const others = named.slice(authorSlots)
  const imported = shares.find(({ author }) => author === null)
  const here = pointed?.author ?? atCaret?.author
  return (
    <>
      <ul className={styles.people} aria-label={t.people}>
        {shown.map(({ author, name, length, slot }) => (
          <li key={author} className={classes(styles.person, author === here && styles.here)}>
            <span className={classes(styles.sample, styles[`mark${slot + 1}`])} aria-hidden="true">
              {initialsOf(name ?? '')}
            </span>
            <span className={styles.name}>{name ?? t.formerAuthor}</span>
            <span className={styles.share}>{share(length)}</span>
          </li>
        ))}
        {others.length > 0 && (
          <li className={styles.person}>
            <span className={styles.name}>{t.others(others.length)}</span>
            <span className={styles.share}>{share(others.reduce((sum, { length }) => sum + length, 0))}</span>
          </li>
        )}
        {imported !== undefined && (
          <li className={styles.person}>
            <span className={styles.name}>
              {t.imported} <span className={styles.note}>{t.importedNote}</span>
            </span>
            <span className={styles.share}>{share(imported.length)}</span>
          </li>
        )}
      </ul>
      <p className={styles.note}>{named.length === 0 && imported === undefined ? t.empty : t.note}</p>
      <output className={unseen.unseen}>{atCaret === null ? '' : (atCaret.name ?? t.formerAuthor)}</output>
      {pointed !== null && <Pointed pointed={pointed} unknown={t.formerAuthor} />}
    </>
  )
}

type PointedStyle = CSSProperties & { '--x': string; '--y': string }

/** A name beside the pointer. Screen readers have the description of each text. */
function Pointed({
  pointed: { name, x, y },
  unknown,
}: {
  pointed: NonNullable<AuthorshipView['pointed']>
  unknown: string
}) {
  const style: PointedStyle = { '--x': `${x}px`, '--y': `${y}px` }
  return (
    <span className={styles.pointed} style={style} aria-hidden="true">
      {name ?? unknown}
    </span>
  )
}
