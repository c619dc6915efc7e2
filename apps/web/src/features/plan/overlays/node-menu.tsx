import { dissolveGroup, groupActions, type NodeId, type OutlineNode } from '@concerte/schema'
import { useRef } from 'react'
import { Menu } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'

import { useMessages } from '../../../i18n/catalogue.ts'
import { MenuItem } from '../../../ui/menu.tsx'
import overlayStyles from '../../../ui/overlay.module.css'
import { addBeside, indexOf, mainText, moveByOne, remove, siblingsOf } from '../commands/node-commands.ts'
import { planMessages } from '../messages.ts'
import { usePlan, type PlanTools } from '../plan-context.ts'

/** The menu opens on its first item, as one that a trigger opens does. */
const focusFirst = { autoFocus: 'first' } as const

/** The one menu of all nodes, at the button that opened it. */
export function NodeMenu({
  node: id,
  name,
  anchor,
  onClose,
}: {
  node: NodeId
  name: string
  anchor: HTMLElement
  onClose: () => void
}) {
  const t = useMessages(planMessages)
  const tools = usePlan()
  const ref = useRef<HTMLElement>(anchor)
  const structure = tools.store.structure()
  const node = structure.outline.nodes.get(id)
  if (node === undefined) return null
  const index = indexOf(structure, node)
  const last = siblingsOf(structure, node).length - 1
  const isPlaced = index !== -1
  return (
    <Popover
      className={overlayStyles.popover ?? ''}
      triggerRef={ref}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      placement="bottom end"
      aria-label={t.menu.of(name)}
    >
      <Menu
        className={overlayStyles.menu ?? ''}
        aria-label={t.menu.of(name)}
        {...focusFirst}
        onClose={onClose}
        onAction={(key) => {
          onClose()
          // After the menu has given the focus back to its button.
          setTimeout(() => act(tools, node, String(key), name, anchor, t.removed(name)), 0)
        }}
      >
        {isPlaced && (
          <MenuItem id="up" label={t.menu.up} description={t.menu.upKeys} isDisabled={index === 0} />
        )}
        {isPlaced && (
          <MenuItem id="down" label={t.menu.down} description={t.menu.downKeys} isDisabled={index === last} />
        )}
        {node.type !== 'axis' && <MenuItem id="move" label={t.menu.moveTo} />}
        {isPlaced && <MenuItem id="before" label={t.menu.before} />}
        {isPlaced && <MenuItem id="after" label={t.menu.after} />}
        {node.type === 'action' && isPlaced && <MenuItem id="group" label={t.menu.newGroup} />}
        {node.type === 'group' && <MenuItem id="dissolve" label={t.menu.dissolve} />}
        {node.type === 'axis' && <MenuItem id="colour" label={t.menu.colour} />}
        <MenuItem id="remove" label={t.menu.remove} />
      </Menu>
    </Popover>
  )
}

function act(
  { store, commands, overlays }: PlanTools,
  node: OutlineNode,
  key: string,
  name: string,
  anchor: HTMLElement,
  removed: string,
): void {
  const structure = store.structure()
  switch (key) {
    case 'up':
    case 'down':
      commands.run((plan) => {
        moveByOne(plan, structure, node, key === 'up' ? -1 : 1)
        return undefined
      })
      // The button moved with its node: the focus stays on it.
      anchor.focus()
      return
    case 'move':
      return overlays.open({ type: 'move', node: node.id, name })
    case 'colour':
      return overlays.open({ type: 'colour', node: node.id })
    case 'before':
    case 'after':
      return commands.run((plan) => addBeside(plan, structure, node, key === 'before' ? 0 : 1))
    case 'group':
      return commands.run((plan) => {
        const axis = axisOf(structure.outline.nodes, node)
        if (axis === undefined) return undefined
        const group = groupActions(plan, axis, [node.id])
        return { focus: mainText({ id: group, type: 'group' }) }
      })
    case 'dissolve':
      return commands.run((plan) => {
        dissolveGroup(plan, node.id, commands.trashed())
        return undefined
      })
    case 'remove':
      return commands.run((plan) => ({
        ...remove(plan, structure, node, commands.trashed()),
        said: removed,
        canUndo: true,
      }))
  }
}

function axisOf(nodes: ReadonlyMap<string, OutlineNode>, node: OutlineNode): NodeId | undefined {
  const parent = nodes.get(node.place.parent)
  return parent?.type === 'group' ? nodes.get(parent.place.parent)?.id : parent?.id
}
