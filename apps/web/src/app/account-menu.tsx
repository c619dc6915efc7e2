import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import { useState, useSyncExternalStore } from 'react'

import { sessionQuery, signOut } from '../api/session.ts'
import { useMessages } from '../i18n/catalogue.ts'
import { locales, setLocale, useLocale } from '../i18n/locale.ts'
import { typographyPreference } from '../features/plan/preferences/typography-preference.ts'
import { keptPlansOf } from '../offline/kept-plans.ts'
import { keepUser } from '../offline/kept-user.ts'
import { openKeepers } from '../offline/open-keepers.ts'
import { eraseOwnWords, hasOwnWords } from '../offline/own-words.ts'
import { Button } from '../ui/button.tsx'
import { asDialog, late } from '../ui/late.tsx'
import { Menu, MenuItem, MenuSection, MenuSwitches } from '../ui/menu.tsx'
import { Notice } from '../ui/notice.tsx'
import styles from './account-menu.module.css'
import { appMessages } from './messages.ts'

const SignOutDialog = late(async () => (await import('./sign-out-dialog.tsx')).SignOutDialog, asDialog)

/**
 * The person's name, opening the language and the way out. Shows nothing while nobody is signed in. `onShortcuts`: shows the
 * keys of the page, where it has any.
 */
export function AccountMenu({ onShortcuts }: { onShortcuts?: () => void } = {}) {
  const t = useMessages(appMessages)
  const locale = useLocale()
  const client = useQueryClient()
  const { data } = useQuery(sessionQuery)
  const hasTypography = useSyncExternalStore(
    typographyPreference.subscribe,
    typographyPreference.isOn,
    typographyPreference.isOn,
  )
  const [isAsking, setAsking] = useState(false)
  const user = data?.user
  const leaving = useMutation({
    async mutationFn() {
      await signOut()
      keepUser(null)
      // What is kept of the plans goes with the person; the pages that still show them write no more.
      if (user != null) eraseOwnWords(user.id)
      if (user != null) await keptPlansOf(user.id).destroy().catch(reportError)
    },
    onSuccess() {
      client.setQueryData(sessionQuery.queryKey, { user: null })
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] })
    },
  })

  if (user === null || user === undefined) return null
  const leave = async () => {
    // Edits that the server has need no question.
    await openKeepers.flush()
    const isUnsent = await keptPlansOf(user.id)
      .hasUnsent()
      .catch(() => false)
    if (isUnsent || hasOwnWords(user.id) || openKeepers.hasUnsent()) setAsking(true)
    else leaving.mutate()
  }
  return (
    <>
      <Menu
        label={t.accountOf(user.name)}
        trigger={
          <Button look="quiet" small className={styles.trigger} aria-label={t.accountOf(user.name)}>
            <span className={styles.name}>{user.name}</span>
            <svg className={styles.chevron} viewBox="0 0 12 12" aria-hidden="true">
              <path d="M2 4l4 4 4-4" />
            </svg>
          </Button>
        }
        onAction={(key) => {
          if (key === 'sign-out') void leave()
          // After the menu has given the focus back to its button.
          else if (key === 'shortcuts') setTimeout(() => onShortcuts?.(), 0)
        }}
      >
        <MenuSection
          title={t.language}
          selected={locale}
          onSelect={(key) => {
            const chosen = locales.find((item) => item === key)
            if (chosen !== undefined) setLocale(chosen)
          }}
        >
          {locales.map((item) => (
            <MenuItem key={item} id={item} lang={item} label={t.languages[item]} />
          ))}
        </MenuSection>
        <MenuSwitches
          title={t.preferences}
          on={hasTypography ? ['typography'] : []}
          onSwitch={(_key, isOn) => typographyPreference.set(isOn)}
        >
          <MenuItem id="typography" label={t.typography} description={t.typographyNote} />
        </MenuSwitches>
        <MenuSection title={user.email}>
          {onShortcuts !== undefined && <MenuItem id="shortcuts" label={t.shortcuts} />}
          <MenuItem id="sign-out" label={t.signOut} />
        </MenuSection>
      </Menu>
      {isAsking && (
        <SignOutDialog isOpen onClose={() => setAsking(false)} onSignOut={() => leaving.mutate()} />
      )}
      <Notice tone="danger" onClose={() => leaving.reset()}>
        {leaving.isError && t.signOutFailed}
      </Notice>
    </>
  )
}
