import { useSyncExternalStore, type RefObject } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { BarPopover } from '../bar/bar-popover.tsx'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import type { Person } from '../store/presence.ts'
import { usePeople, useStructure } from '../store/use-structure.ts'
import { Avatar } from './avatar.tsx'
import { peopleMessages } from './messages.ts'
import styles from './people.module.css'
import { placeWords } from './place-words.ts'

/** Who else is in the plan and where, with the way to go along with each of them. */
export function PeoplePopover({
  trigger,
  onOpenChange,
}: {
  trigger: RefObject<HTMLButtonElement | null>
  onOpenChange: (isOpen: boolean) => void
}) {
  const t = useMessages(peopleMessages)
  const people = usePeople().toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
  return (
    <BarPopover title={t.title} trigger={trigger} placement="bottom end" onOpenChange={onOpenChange}>
      <ul className={styles.list}>
        {people.map((person) => (
          <Row key={person.id} person={person} onDone={() => onOpenChange(false)} />
        ))}
      </ul>
    </BarPopover>
  )
}

function Row({ person, onDone }: { person: Person; onDone: () => void }) {
  const t = useMessages(peopleMessages)
  const plan = useMessages(planMessages)
  const { store, following } = usePlan()
  const followed = useSyncExternalStore(following.subscribe, following.current)
  const isFollowed = followed?.id === person.id
  const where = useStructure(() => (person.view === null ? '' : placeWords(store, plan, person.view)))
  const { name, isIdle, place } = person
  return (
    <li className={styles.row}>
      <Avatar person={person} />
      <div className={styles.who}>
        <span className={styles.personName}>{name}</span>
        <span className={styles.where}>
          {isIdle ? t.idleWord : where === '' ? t.reading : place === null ? t.looks(where) : t.writes(where)}
        </span>
      </div>
      <Button
        small
        look="quiet"
        aria-label={isFollowed ? t.unfollowThe(name) : t.followThe(name)}
        onPress={() => {
          if (isFollowed) following.stop()
          else following.follow(person.id)
          onDone()
        }}
      >
        {isFollowed ? t.unfollow : t.follow}
      </Button>
    </li>
  )
}
