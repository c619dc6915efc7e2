import { rubricHeading, type NodeId, type Rubric } from '@concerte/schema'
import { memo } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { classes } from '../../../ui/classes.ts'
import { planMessages } from '../messages.ts'
import { useMay } from '../rights/use-rights.ts'
import { useList, useStructure } from '../store/use-structure.ts'
import { AddButton } from './add-button.tsx'
import { EntryItem } from './entry-item.tsx'
import styles from './node.module.css'
import { isOneOfSeveral } from './is-one-of-several.ts'

/** A rubric of an axis or an action: its heading and its entries. Without entries it shows only where one may write. */
export const RubricBlock = memo(function RubricBlock({
  rubric,
  parent,
  owner,
  level,
}: {
  rubric: Rubric
  parent: NodeId
  owner: string
  level: 3 | 4 | 5
}) {
  const t = useMessages(planMessages)
  const canWrite = useMay({ type: 'addTo', parent })
  const entries = useList(parent, rubric.id)
  const isAmongOthers = useStructure((structure) => isOneOfSeveral(structure.template, rubric.id))
  if (entries.length === 0 && (rubric.retired === true || !canWrite)) return null
  const heading = rubricHeading(rubric, entries.length)
  const Heading = `h${level}` as const
  const { entryType } = rubric
  const kind = t.kinds[entryType]
  // Else two entries of one axis would bear the same name.
  const holder = isAmongOthers && rubric.heading !== '' ? t.names.listOf(rubric.heading, owner) : owner
  return (
    <div
      className={classes(styles.rubric, styles[`${entryType}s`], entries.length === 0 && styles.emptyRubric)}
      data-rubric={rubric.id}
    >
      {heading !== '' && (
        <Heading className={styles.rubricHeading} lang="fr">
          {heading}
        </Heading>
      )}
      {entries.length > 0 && (
        <ul className={styles.entries}>
          {entries.map(({ id }, index) => (
            <EntryItem key={id} id={id} type={entryType} position={index + 1} owner={holder} />
          ))}
        </ul>
      )}
      {rubric.retired !== true && (
        <AddButton
          added={{ type: 'entry', parent, rubric: rubric.id }}
          label={t.add[entryType]}
          name={heading === '' ? t.add.entryTo(kind, owner) : t.add.entryUnder(kind, heading, owner)}
        />
      )}
    </div>
  )
})
