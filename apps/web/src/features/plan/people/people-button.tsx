import { useRef, useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { late } from '../../../ui/late.tsx'
import unseen from '../../../ui/unseen.module.css'
import { usePeople } from '../store/use-structure.ts'
import { AvatarStack } from './avatar-stack.tsx'
import { peopleMessages } from './messages.ts'
import styles from './people.module.css'

const PeoplePopover = late(async () => (await import('./people-popover.tsx')).PeoplePopover)

/** The others who have the plan open, and on a press where each of them is. */
export function PeopleButton() {
  const t = useMessages(peopleMessages)
  const people = usePeople()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  if (people.length === 0) return null
  const name = t.open(people.length)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title={name}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={unseen.unseen}>{name}</span>
        <span className={styles.marks} aria-hidden="true">
          <AvatarStack people={people} most={4} />
        </span>
      </button>
      {isOpen && <PeoplePopover trigger={button} onOpenChange={setOpen} />}
    </>
  )
}
