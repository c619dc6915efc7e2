import type { NodeId } from '@concerte/schema'

import { currentLocale } from '../../i18n/locale.ts'
import type { PlanTools } from '../plan/plan-context.ts'
import { copiedNode, type Copied } from './copied-node.ts'
import { pasteMessages } from './messages.ts'

/** «Copier» of the menu of a node: puts it on the clipboard, with all that stands in it, and says so. */
export async function copyNode({ store, commands }: PlanTools, id: NodeId, name: string): Promise<void> {
  const t = pasteMessages[currentLocale()]
  const structure = store.structure()
  const node = structure.outline.nodes.get(id)
  if (node === undefined) return
  const copied = copiedNode(store.plan, structure, node)
  const isDone = await put(copied)
  commands.say({ text: isDone ? t.copied(name) : t.notCopied, canUndo: false })
}

async function put(copied: Copied): Promise<boolean> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([copied.html], { type: 'text/html' }),
        'text/plain': new Blob([copied.text], { type: 'text/plain' }),
      }),
    ])
    return true
  } catch {
    // Refused, or not there at all: a server of one's own without HTTPS is no secure context.
    return putByCommand(copied)
  }
}

/** The older way, which asks for a selection and tells by an event. */
function putByCommand({ html, text }: Copied): boolean {
  const holder = document.createElement('span')
  holder.textContent = text
  holder.style.position = 'fixed'
  holder.style.opacity = '0'
  document.body.append(holder)
  const selection = document.getSelection()
  const before = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  selection?.selectAllChildren(holder)
  let isDone = false
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', text)
    isDone = event.clipboardData !== null
  }
  document.addEventListener('copy', onCopy, { capture: true })
  // No other way is left to a page that is not in a secure context.
  // oxlint-disable-next-line typescript/no-deprecated
  document.execCommand('copy')
  document.removeEventListener('copy', onCopy, { capture: true })
  holder.remove()
  selection?.removeAllRanges()
  if (before !== null) selection?.addRange(before)
  return isDone
}
