import type { CSSProperties } from 'react'

import { classes } from '../../../ui/classes.ts'
import { initialsOf } from './initials.ts'
import styles from './people.module.css'

type PersonStyle = CSSProperties & { '--person': string }

/** A person's initials on their colour; the name is there for those who hover and for screen readers. */
export function Avatar({
  person,
  small = false,
}: {
  person: { name: string; colour: string }
  small?: boolean
}) {
  const style: PersonStyle = { '--person': person.colour }
  return (
    <abbr className={classes(styles.avatar, small && styles.small)} style={style} title={person.name}>
      {initialsOf(person.name)}
    </abbr>
  )
}
