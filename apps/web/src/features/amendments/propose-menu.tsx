import { findRubric } from '@concerte/schema'

import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSection } from '../../ui/menu.tsx'
import { usePlan } from '../plan/plan-context.ts'
import type { AmendAsk } from '../review/use-review.ts'
import { addOptions } from './add-options.ts'
import styles from './amendments.module.css'
import { fieldsOf } from './fields-of.ts'
import { amendmentMessages } from './messages.ts'
import { nodeIdAt } from './place-now.ts'
import { useAmendmentWords } from './use-amendment-words.ts'
import type { FocusedPlace } from './use-place-in-focus.ts'

/** What may be proposed about the passage in focus, and about the plan as a whole. */
export function ProposeMenu({
  place,
  onAsk,
}: {
  place: FocusedPlace | null
  onAsk: (ask: AmendAsk) => void
}) {
  const t = useMessages(amendmentMessages)
  const { store } = usePlan()
  const { nodeWords } = useAmendmentWords()
  const asks = place === null ? [] : asksAt(place)
  return (
    <div className={styles.propose}>
      <Menu
        label={t.pane.propose}
        trigger={
          <Button look="primary" small data-propose>
            {t.pane.propose}
          </Button>
        }
        onAction={(key) => {
          const ask = [...asks, newAxis].find(({ what }) => what === key)
          onAsk(key === 'axis' || ask === undefined ? newAxis : ask)
        }}
      >
        {place !== null && asks.length > 0 && (
          <MenuSection title={nodeWords(place.node)}>
            {asks.map(({ what }) => (
              <MenuItem key={what} id={what} label={t.pane.ways[what]} />
            ))}
          </MenuSection>
        )}
        <MenuItem id="axis" label={t.pane.ways.axis} />
      </Menu>
      {place === null && <p className={styles.note}>{t.pane.proposeNote}</p>}
    </div>
  )

  function asksAt({ node, field, isText }: FocusedPlace): AmendAsk[] {
    const structure = store.structure()
    const id = nodeIdAt(node)
    const found = id === null ? undefined : structure.outline.nodes.get(id)
    const text: AmendAsk[] = isText ? [{ what: 'text', node, field }] : []
    if (id === null || found === undefined) return text
    const isIndicator = findRubric(structure.template, found.place.rubric)?.entryType === 'indicator'
    const values = isIndicator || found.type === 'action' ? fieldsOf(found.type) : []
    const value = isText ? values[0] : field
    return [
      ...text,
      ...(value === undefined ? [] : [{ what: 'field' as const, node: id, field: value }]),
      ...(addOptions(structure, node).length > 0 ? [{ what: 'add' as const, node: id }] : []),
      { what: 'withdraw', node: id },
      ...(found.type === 'section' || found.type === 'axis' ? [] : [{ what: 'move' as const, node: id }]),
    ]
  }
}

const newAxis: AmendAsk = { what: 'add', node: 'axes' }
