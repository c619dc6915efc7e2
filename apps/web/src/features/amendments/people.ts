import type { Actor, Amendment, UserId } from '@concerte/api'

import { useMessages } from '../../i18n/catalogue.ts'
import { useLocale } from '../../i18n/locale.ts'
import { amendmentMessages } from './messages.ts'

/** Names of people, one or several, as a sentence has them. */
export function useNames(): {
  nameOf: (actor: Actor) => string
  namesOf: (actors: readonly Actor[]) => string
} {
  const t = useMessages(amendmentMessages)
  const locale = useLocale()
  const nameOf = ({ name }: Actor) => name ?? t.someone
  return {
    nameOf,
    namesOf: (actors) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(actors.map(nameOf)),
  }
}

/** Whether somebody put it forward, alone or with others. */
export function isBy(amendment: Pick<Amendment, 'author' | 'cosigners'>, user: UserId | undefined): boolean {
  const { author, cosigners } = amendment
  return (
    author.userId === user || cosigners.some(({ userId, signedAt }) => userId === user && signedAt !== null)
  )
}
