import { lineToPlain, nodeText, readLine, type NodeId } from '@concerte/schema'

import { useMessages } from '../../i18n/catalogue.ts'
import { usePlan } from '../plan/plan-context.ts'
import { useStructure } from '../plan/store/use-structure.ts'
import { groupMessages } from './messages.ts'

/** The axes of the plan by name, in its order; titles as they are when this is drawn. */
export function useAxisNames(): { id: NodeId; name: string }[] {
  const t = useMessages(groupMessages)
  const { store } = usePlan()
  const axes = useStructure((structure) => structure.list('axes'))
  const label = useStructure((structure) => structure.template.labels.axis)
  return axes.map(({ id }, index) => {
    const text = nodeText(store.plan, id, 'title')
    return { id, name: t.axis(label, index + 1, text === undefined ? '' : lineToPlain(readLine(text))) }
  })
}
