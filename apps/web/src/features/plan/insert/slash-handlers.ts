import type { FieldPlace, SlashHandlers } from '@concerte/editor'
import type { TextProfile } from '@concerte/schema'

import { currentLocale } from '../../../i18n/locale.ts'
import type { PlanTools } from '../plan-context.ts'
import { insertItems, matchingItems, type InsertItem } from './insert-items.ts'
import { insertInstead } from './insert-node.ts'
import { insertMessages } from './messages.ts'

/** What the list at a `/` shows now. The focus stays in the text, which says what is chosen. */
export type InsertList = {
  field: HTMLElement
  items: readonly InsertItem[]
  active: number
  choose: (item: InsertItem) => void
}

export const insertListId = 'insert-list'

export function optionId(item: InsertItem): string {
  return `insert ${item.key}`.replaceAll(' ', '-')
}

/** The list that a `/` in an empty text opens: what is written behind it filters, the arrows choose, Enter takes. */
export function slashHandlers(tools: PlanTools, place: FieldPlace, profile: TextProfile): SlashHandlers {
  const { overlays } = tools
  let list: InsertList | null = null
  let toList: Parameters<SlashHandlers['type']>[1] | null = null

  function show(next: InsertList | null): void {
    const field = next?.field ?? list?.field
    list = next
    if (field !== undefined) tell(field, next)
    if (next !== null) overlays.open({ type: 'insert', list: next })
    else if (overlays.current()?.type === 'insert') overlays.open(null)
  }

  function choose(item: InsertItem): void {
    show(null)
    if (item.type === 'list') toList?.(item.list)
    else insertInstead(tools, place, profile, item)
  }

  return {
    type(query, makeList) {
      const field = list?.field ?? document.activeElement
      if (query === null || !(field instanceof HTMLElement)) return show(null)
      toList = makeList
      const all = insertItems(tools, place.node, profile === 'block', insertMessages[currentLocale()])
      const items = matchingItems(all, query)
      show({ field, items, active: 0, choose })
    },
    press(key) {
      const [now, chosen] = [list, list?.items[list.active]]
      // Nothing of that name: the sign is a letter like another.
      if (now === null || chosen === undefined) return false
      const { length } = now.items
      switch (key) {
        case 'ArrowDown':
          show({ ...now, active: (now.active + 1) % length })
          return true
        case 'ArrowUp':
          show({ ...now, active: (now.active + length - 1) % length })
          return true
        case 'Enter':
        case 'Tab':
          choose(chosen)
          return true
        case 'Escape':
          show(null)
          return true
      }
    },
  }
}

/** Says in the text which line of the list is chosen. A text of several lines can be no combobox, which would say that it is open. */
function tell(field: HTMLElement, list: InsertList | null): void {
  const chosen = list?.items[list.active]
  if (chosen === undefined) {
    for (const name of ['aria-controls', 'aria-activedescendant', 'aria-autocomplete', 'aria-haspopup']) {
      field.removeAttribute(name)
    }
    return
  }
  field.setAttribute('aria-haspopup', 'listbox')
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', insertListId)
  field.setAttribute('aria-activedescendant', optionId(chosen))
}
