import type { CSSProperties } from 'react'

import { classes } from '../../../ui/classes.ts'
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

/** «Anne-Marie Le Goff» gives «AL»: the first letters of the first and the last name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? '')[0] ?? '',
  )
  return letters.join('').toLocaleUpperCase('fr')
}
