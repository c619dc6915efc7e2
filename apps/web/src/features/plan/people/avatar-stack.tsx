import { useMessages } from '../../../i18n/catalogue.ts'
import { classes } from '../../../ui/classes.ts'
import type { Person } from '../store/presence.ts'
import { Avatar } from './avatar.tsx'
import { peopleMessages } from './messages.ts'
import styles from './people.module.css'

/** The first few of several people, those who are active first, and how many more there are. */
export function AvatarStack({
  people,
  most,
  small = false,
}: {
  people: readonly Person[]
  /** How many are shown at most. */
  most: number
  small?: boolean
}) {
  const t = useMessages(peopleMessages)
  const ordered = people.toSorted((a, b) => Number(a.isIdle) - Number(b.isIdle))
  // A count takes the room of one.
  const shown = ordered.length > most ? ordered.slice(0, most - 1) : ordered
  const others = ordered.slice(shown.length)
  return (
    <span className={styles.stack}>
      {shown.map((person) => (
        <Avatar key={person.id} person={person} small={small} />
      ))}
      {others.length > 0 && (
        <span
          className={classes(styles.more, small && styles.smallMore)}
          title={others.map(({ name }) => name).join(', ')}
        >
          {t.more(others.length)}
        </span>
      )}
    </span>
  )
}
