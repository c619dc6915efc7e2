import { useMessages } from '../../../i18n/catalogue.ts'
import { planMessages } from '../messages.ts'
import { AvatarStack } from '../people/avatar-stack.tsx'
import { usePeopleAt } from '../store/use-structure.ts'
import styles from './plan-text.module.css'

/** Who else is in a text, beside it. */
export function PeopleHere({ node, field }: { node: string; field: string }) {
  const t = useMessages(planMessages)
  const people = usePeopleAt({ node, field })
  if (people.length === 0) return null
  return (
    <span className={styles.people} title={t.bar.here(people.map((person) => person.name).join(', '))}>
      <AvatarStack people={people} most={3} small />
    </span>
  )
}
