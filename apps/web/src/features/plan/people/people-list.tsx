import { useMessages } from '../../../i18n/catalogue.ts'
import { planMessages } from '../messages.ts'
import type { Person } from '../store/presence.ts'
import { usePeople } from '../store/use-structure.ts'
import { Avatar } from './avatar.tsx'
import styles from './people.module.css'

/** The others who have the plan open; someone with two windows is one person. */
export function PeopleList() {
  const t = useMessages(planMessages)
  const people = distinct(usePeople())
  if (people.length === 0) return null
  return (
    <ul className={styles.people} aria-label={t.bar.people(people.length)}>
      {people.map((person) => (
        <li key={person.id}>
          <Avatar person={person} />
        </li>
      ))}
    </ul>
  )
}

function distinct(people: readonly Person[]): Person[] {
  return [...new Map(people.map((person) => [person.id, person])).values()]
}
