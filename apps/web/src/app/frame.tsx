import { lazy, Suspense, type ReactNode } from 'react'
import { Link } from 'wouter'

import { Bell } from '../features/notifications/bell.tsx'
import { useMessages } from '../i18n/catalogue.ts'
import styles from './frame.module.css'
import { LanguageSwitch } from './language-switch.tsx'
import { appMessages } from './messages.ts'

// The pages before signing in do without the code of menus.
const AccountMenu = lazy(async () => ({ default: (await import('./account-menu.tsx')).AccountMenu }))

/** The frame of every page but the editor: the name of the place, the person's menu, the page. */
export function Frame({ isSignedIn, children }: { isSignedIn: boolean; children: ReactNode }) {
  const t = useMessages(appMessages)
  return (
    <div className={styles.frame}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
      >
        {t.skip}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link href="/" className={styles.name}>
            {t.name}
          </Link>
          <div className={styles.account}>
            {isSignedIn && <Bell />}
            <Suspense>{isSignedIn ? <AccountMenu /> : <LanguageSwitch />}</Suspense>
          </div>
        </div>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
