import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import { sessionQuery, signOut } from '../api/session.ts'
import { useMessages } from '../i18n/catalogue.ts'
import { locales, setLocale, useLocale } from '../i18n/locale.ts'
import { Button } from '../ui/button.tsx'
import { Menu, MenuItem, MenuSection } from '../ui/menu.tsx'
import styles from './account-menu.module.css'
import { appMessages } from './messages.ts'

/** The person's name, opening the language and the way out. Shows nothing while nobody is signed in. */
export function AccountMenu() {
  const t = useMessages(appMessages)
  const locale = useLocale()
  const client = useQueryClient()
  const { data } = useQuery(sessionQuery)
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess() {
      client.setQueryData(sessionQuery.queryKey, { user: null })
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] })
    },
  })

  const user = data?.user
  if (user === null || user === undefined) return null
  return (
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
        if (key === 'sign-out') leaving.mutate()
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
      <MenuSection title={user.email}>
        <MenuItem id="sign-out" label={t.signOut} />
      </MenuSection>
    </Menu>
  )
}
