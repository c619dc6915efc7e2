import type { CSSProperties } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { classes } from '../../../ui/classes.ts'
import { initialsOf } from './initials.ts'
import { peopleMessages } from './messages.ts'
import styles from './people.module.css'

type PersonStyle = CSSProperties & { '--person': string }

/** A person's initials on their colour, in outline while they rest; the name is there for those who hover and for screen readers. */
export function Avatar({
  person,
  small = false,
}: {
  person: { name: string; colour: string; isIdle?: boolean }
  small?: boolean
}) {
  const t = useMessages(peopleMessages)
  const { name, isIdle = false } = person
  const style: PersonStyle = { '--person': person.colour }
  return (
    <abbr
      className={classes(styles.avatar, small && styles.small, isIdle && styles.idle)}
      style={style}
      title={isIdle ? t.idle(name) : name}
    >
      {initialsOf(name)}
    </abbr>
  )
}
