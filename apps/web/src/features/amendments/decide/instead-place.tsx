import type { Proposal, Spot } from '@concerte/schema'
import { useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { usePlan } from '../../plan/plan-context.ts'
import { PlaceChoice } from '../compose/place-choice.tsx'
import type { Look } from '../look.ts'
import { amendmentMessages } from '../messages.ts'
import { nodeIdAt } from '../place-now.ts'
import { placedBy } from '../placed-by.ts'
import { useMayDecide } from '../use-may-decide.ts'
import type { InsteadOf } from './instead.tsx'

/** Another place than the proposed one, among those where one may decide. */
export function InsteadPlace({
  proposal,
  look,
  onChange,
}: {
  proposal: Extract<Proposal, { type: 'add' | 'move' }>
  look: Look
  onChange: (instead: InsteadOf) => void
}) {
  const t = useMessages(amendmentMessages)
  const { store } = usePlan()
  const mayDecide = useMayDecide()
  const [seen] = useState(look.moved?.now ?? null)
  const [chosen, setChosen] = useState<Spot | null>(null)
  const placed = placedBy(store.structure(), proposal)
  if (placed === null) return null
  return (
    <PlaceChoice
      label={t.compose.otherPlace}
      placed={placed}
      chosen={chosen}
      isOffered={({ parent, isHere }) => {
        const holder = parent === 'axes' ? parent : nodeIdAt(parent)
        if (holder === null || isHere) return false
        const spot: Spot = { parent: holder, after: null }
        const meant = proposal.type === 'add' ? { ...proposal, at: spot } : { ...proposal, to: spot }
        return mayDecide(meant) === 'yes'
      }}
      takesFocus
      onChange={(spot) => {
        setChosen(spot)
        onChange(
          proposal.type === 'add'
            ? { type: 'add', at: spot, draft: proposal.draft }
            : { type: 'move', seen: seen ?? proposal.base, to: spot },
        )
      }}
    />
  )
}
