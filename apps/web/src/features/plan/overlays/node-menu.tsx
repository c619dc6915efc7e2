import { dissolveGroup, groupActions, type NodeId, type OutlineNode } from '@concerte/schema'

import { lockAxis, unlockAxis } from '../../../api/axis-locks.ts'
import { useErrorText } from '../../../api/error-text.ts'
import { useMessages } from '../../../i18n/catalogue.ts'
import { MenuItem } from '../../../ui/menu-parts.tsx'
import { addBeside, mainText, moveByOne, remove } from '../commands/node-commands.ts'
import { copyNode } from '../../paste/copy-node.ts'
import type { AmendAsk } from '../../review/review-store.ts'
import { planMessages } from '../messages.ts'
import { usePlan, type PlanTools } from '../plan-context.ts'
import { AnchoredMenu } from './anchored-menu.tsx'
import { axisOf, menuItems, needsOf, type MenuKey } from './menu-items.ts'

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
  const errorText = useErrorText()
  const tools = usePlan()
  const structure = tools.store.structure()
  const node = structure.outline.nodes.get(id)
  if (node === undefined) return null
  const items = menuItems(tools, node)

  function act(
    { store, commands, overlays, projectId, review }: PlanTools,
    node: OutlineNode,
    key: MenuKey,
  ): void {
    const structure = store.structure()
    const run = (change: Parameters<typeof commands.run>[1]) => commands.run(needsOf(key, node), change)
    const propose = (compose: AmendAsk) => review.open({ tab: 'amendments', compose }, { byKeyboard: true })
    switch (key) {
      case 'up':
      case 'down':
        run((plan) => {
          moveByOne(plan, structure, node, key === 'up' ? -1 : 1)
          return undefined
        })
        // The button moved with its node: the focus stays on it.
        anchor.focus()
        return
      case 'carry':
        return overlays.open({ type: 'carry', node: node.id, surface: 'page' })
      case 'move':
        return overlays.open({ type: 'move', node: node.id, name })
      case 'colour':
        return overlays.open({ type: 'colour', node: node.id })
      case 'before':
      case 'after':
        return run((plan) => addBeside(plan, structure, node, key === 'before' ? 0 : 1))
      case 'copy':
        void copyNode(tools, node.id, name)
        return
      case 'paste':
        return overlays.open({ type: 'paste-here', node: node.id, name })
      case 'group':
        return run((plan) => {
          const axis = axisOf(structure.outline.nodes, node)
          if (axis === undefined) return undefined
          const group = groupActions(plan, axis, [node.id])
          return { focus: mainText({ id: group, type: 'group' }) }
        })
      case 'dissolve':
        return run((plan) => {
          dissolveGroup(plan, node.id, commands.trashed())
          return undefined
        })
      case 'lock':
      case 'unlock': {
        const sent = key === 'lock' ? lockAxis(projectId, node.id) : unlockAxis(projectId, node.id)
        // Done, it is said with the rights of now, which the server tells everyone.
        sent.catch((error: unknown) => commands.say({ text: errorText(error), canUndo: false }))
        return
      }
      case 'comment':
        return review.open({ tab: 'threads', compose: { type: 'node', node: node.id } }, { byKeyboard: true })
      case 'proposeText':
        return propose({ what: 'text', ...mainText(node) })
      case 'proposeAdd':
        return propose({ what: 'add', node: node.id })
      case 'proposeMove':
        return propose({ what: 'move', node: node.id })
      case 'proposeWithdraw':
        return propose({ what: 'withdraw', node: node.id })
      case 'remove':
        return run((plan) => ({
          ...remove(plan, structure, node, commands.trashed()),
          said: t.removed(name),
          canUndo: true,
        }))
    }
  }

  return (
    <AnchoredMenu
      label={t.menu.of(name)}
      anchor={anchor}
      onClose={onClose}
      onAction={(pressed) => {
        const item = items.find(({ key }) => key === pressed)
        if (item !== undefined) act(tools, node, item.key)
      }}
    >
      {items.map(({ key, isAtEdge }) => (
        <MenuItem
          key={key}
          id={key}
          label={t.menu[key]}
          {...((key === 'up' || key === 'down') && { description: t.menuKeys[key] })}
          isDisabled={isAtEdge}
        />
      ))}
    </AnchoredMenu>
  )
}
