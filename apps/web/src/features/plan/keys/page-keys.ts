import { useEffect, useRef } from 'react'

import { usePlan } from '../plan-context.ts'
import { isCombo } from './combo.ts'
import { createGoalColumn, type GoalColumn } from './goal-column.ts'
import { createTabWalk } from './tab-walk.ts'

/** How the list of shortcuts groups them. */
export type KeyGroup = 'writing' | 'structure' | 'moving' | 'page'

type PageKey = { combos: readonly [string, ...string[]]; group: KeyGroup }

/**
 * Every shortcut of the page that is no key of a text (those are `fieldCombos` of the editor). The first combination is the
 * one that the list shows. No letter with Ctrl and Alt that a French or Swiss keyboard writes a sign with (AltGr is
 * both), nothing that a browser keeps for itself.
 */
export const pageKeys = {
  undo: { combos: ['Mod-z'], group: 'writing' },
  redo: { combos: ['Mod-Shift-z', 'Mod-y'], group: 'writing' },
  find: { combos: ['Mod-f'], group: 'moving' },
  'find-next': { combos: ['F3', 'Mod-g'], group: 'moving' },
  'find-previous': { combos: ['Shift-F3', 'Mod-Shift-g'], group: 'moving' },
  replace: { combos: ['Mod-h', 'Mod-Alt-f'], group: 'moving' },
  outline: { combos: ['Mod-Alt-o'], group: 'moving' },
  sheet: { combos: ['Mod-Alt-p'], group: 'moving' },
  checks: { combos: ['Mod-Alt-c'], group: 'page' },
  comment: { combos: ['Mod-Alt-m'], group: 'page' },
  review: { combos: ['Mod-Alt-v'], group: 'page' },
  authors: { combos: ['Mod-Alt-r'], group: 'page' },
  shortcuts: { combos: ['Mod-/'], group: 'page' },
} as const satisfies Record<string, PageKey>

export type PageKeyId = keyof typeof pageKeys

/** False: the key keeps its meaning in the browser. */
export type PageKeyAction = (event: KeyboardEvent) => boolean | void

/** What the shortcuts of the page do now. */
export type PageKeys = {
  /** The action that was bound last goes first. */
  bind: (id: PageKeyId, action: PageKeyAction) => () => void
  isBound: (id: PageKeyId) => boolean
  /** One walks through the page by Tab: see tab-walk.ts. */
  isWalking: () => boolean
  /** The column that arrows keep: see goal-column.ts. */
  column: GoalColumn['at']
  /** Listens to the keys of the whole page. */
  follow: (root: Document, isMac: boolean) => () => void
}

export function createPageKeys(): PageKeys {
  const bound = new Map<PageKeyId, PageKeyAction[]>()
  const walk = createTabWalk()
  const column = createGoalColumn()
  const actionsOf = (id: PageKeyId) => bound.get(id) ?? []
  return {
    bind(id, action) {
      bound.set(id, [action, ...actionsOf(id)])
      return () =>
        bound.set(
          id,
          actionsOf(id).filter((other) => other !== action),
        )
    },
    isBound: (id) => actionsOf(id).length > 0,
    isWalking: walk.isWalking,
    column: column.at,
    follow(root, isMac) {
      const onKey = (event: KeyboardEvent) => {
        // A text, or whatever has the focus, was asked first.
        if (event.defaultPrevented || event.isComposing || isOverPage(event.target)) return
        const id = idOf(event, isMac)
        if (id !== undefined && actionsOf(id).some((action) => action(event) !== false))
          event.preventDefault()
      }
      root.addEventListener('keydown', onKey)
      const stops = [walk.follow(root), column.follow(root)]
      return () => {
        for (const stop of stops) stop()
        root.removeEventListener('keydown', onKey)
      }
    },
  }
}

/** Binds a shortcut of the list while the component is shown. */
export function usePageKey(id: PageKeyId, action: PageKeyAction): void {
  const { keys } = usePlan()
  const latest = useRef(action)
  useEffect(() => {
    latest.current = action
  })
  useEffect(() => keys.bind(id, (event) => latest.current(event)), [keys, id])
}

function idOf(event: KeyboardEvent, isMac: boolean): PageKeyId | undefined {
  return ids.find((id) => pageKeys[id].combos.some((combo) => isCombo(event, combo, isMac)))
}

const ids = Object.keys(pageKeys).filter((id): id is PageKeyId => id in pageKeys)

/** In a dialog or a menu the keys are its own: the page behind it is inert. */
function isOverPage(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null
  )
}
