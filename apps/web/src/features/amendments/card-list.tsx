import type { Amendment, AmendmentId } from '@concerte/api'
import { useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { AmendmentCard } from './amendment-card.tsx'
import styles from './amendments.module.css'
import { amendmentMessages } from './messages.ts'
import type { Deeds } from './use-deeds.ts'

/** As many cards as are held against the plan at once. */
const most = 25

/** Amendments, one of which is open. */
export function CardList({
  amendments,
  all,
  deeds,
  opened,
  onOpen,
}: {
  amendments: readonly Amendment[]
  all: readonly Amendment[]
  deeds: Deeds
  opened: AmendmentId | null
  onOpen: (id: AmendmentId | null) => void
}) {
  const t = useMessages(amendmentMessages)
  const [limit, setLimit] = useState(most)
  // One that is asked for shows, however far down it stands.
  const shown = amendments.filter(({ id }, index) => index < limit || id === opened)
  const left = amendments.length - shown.length
  return (
    <>
      <ul className={styles.cards}>
        {shown.map((amendment) => (
          <AmendmentCard
            key={amendment.id}
            amendment={amendment}
            all={all}
            deeds={deeds}
            isOpen={opened === amendment.id}
            onOpenChange={(isOpen) => onOpen(isOpen ? amendment.id : null)}
          />
        ))}
      </ul>
      {left > 0 && (
        <Button small look="quiet" onPress={() => setLimit(limit + most)}>
          {t.pane.more(Math.min(left, most))}
        </Button>
      )}
    </>
  )
}
