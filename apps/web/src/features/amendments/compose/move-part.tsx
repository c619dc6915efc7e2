import type { Proposal } from '@concerte/schema'

import { useMessages } from '../../../i18n/catalogue.ts'
import { usePlan } from '../../plan/plan-context.ts'
import styles from '../amendments.module.css'
import { amendmentMessages } from '../messages.ts'
import { PlaceChoice } from './place-choice.tsx'

type Move = Extract<Proposal, { type: 'move' }>

/** Another place for something. */
export function MovePart({ proposal, onChange }: { proposal: Move; onChange: (proposal: Move) => void }) {
  const t = useMessages(amendmentMessages)
  const { store } = usePlan()
  const node = store.structure().outline.nodes.get(proposal.node)
  if (node === undefined) return <p className={styles.note}>{t.compose.gone}</p>
  return (
    <PlaceChoice
      label={t.compose.destination}
      placed={node}
      chosen={proposal.to}
      here={proposal.base}
      onChange={(to) => onChange({ ...proposal, to })}
    />
  )
}
