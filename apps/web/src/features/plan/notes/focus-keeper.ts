import type { PlanTools } from '../plan-context.ts'
import { nodeAnchor } from '../page/reveal.ts'
import { placeOfKey } from '../store/place.ts'

/** What had the focus, as it can be found again when the page was rebuilt around it. */
export type Focused = { node: string; element: Element; restore: () => void }

/** What of a node has the focus in the sheet; null when nothing of one has. */
export function focusedIn(
  root: Element,
  { fields, values }: Pick<PlanTools, 'fields' | 'values'>,
): Focused | null {
  const element = document.activeElement
  const holder = element?.closest(`[id^="${nodeAnchor('')}"]`)
  if (element === null || holder === null || holder === undefined || !root.contains(element)) return null
  const node = holder.id.slice(nodeAnchor('').length)
  const caret = fields.current()
  const value = element.getAttribute('data-value')
  const text = element.closest('[data-text]')?.getAttribute('data-text') ?? null
  if (caret !== null && text !== null) {
    return { node, element, restore: () => fields.focus(caret.place, caret.caret) }
  }
  if (text !== null) return { node, element, restore: () => fields.focus(placeOfKey(text)) }
  if (value !== null) {
    const selection = selectionOf(element)
    return {
      node,
      element,
      restore: () => {
        values.ask(placeOfKey(value))
        // The field takes the focus with its next effect.
        setTimeout(() => select(document.activeElement, value, selection), 0)
      },
    }
  }
  // A button: the same one of the node, by its place among them.
  const index = [...holder.querySelectorAll('button, a')].indexOf(element)
  return {
    node,
    element,
    restore: () => {
      const again = document.getElementById(nodeAnchor(node))?.querySelectorAll<HTMLElement>('button, a')[
        index
      ]
      again?.focus({ preventScroll: true })
    },
  }
}

/** The focus went with the element that had it: the browser gives it to nothing. */
export function isFocusLost(): boolean {
  const element = document.activeElement
  return element === null || element === document.body
}

function selectionOf(element: Element): [number, number] | null {
  return element instanceof HTMLTextAreaElement ? [element.selectionStart, element.selectionEnd] : null
}

function select(element: Element | null, value: string, selection: [number, number] | null): void {
  if (selection === null || !(element instanceof HTMLTextAreaElement)) return
  if (element.getAttribute('data-value') === value) element.setSelectionRange(...selection)
}
