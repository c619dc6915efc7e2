import { useCallback, useEffect, useState } from 'react'

import { latePart } from '../../ui/late-parts.ts'
import { usePlan } from '../plan/plan-context.ts'
import { useSession } from '../plan/session/use-session.ts'
import type { OpenFind } from './open-find.ts'
import type { PlanSearch, SearchState } from './plan-search.ts'

const finding = latePart(() => import('./finding.ts'))

/** The search of the plan while the bar is open; one that finds nothing, yet, until its code is here. */
export function useFind(sheet: HTMLElement, from: Element | null) {
  const tools = usePlan()
  const [parts, setParts] = useState(finding.current)
  const [hasFailed, setFailed] = useState(false)
  // Where one was when the bar opened.
  const [start] = useState(from)
  useEffect(() => {
    if (parts !== null) return
    let isOpen = true
    finding.fetch().then(
      () => isOpen && setParts(finding.current()),
      () => isOpen && setFailed(true),
    )
    return () => {
      isOpen = false
    }
  }, [parts])
  const open = useCallback(
    () => (parts === null ? nothingYet : parts.openFind(tools, sheet, start)),
    [parts, tools, sheet, start],
  )
  return { find: useSession(open) ?? nothingYet, ReplaceRow: parts?.ReplaceRow ?? null, hasFailed }
}

const searching: SearchState = {
  query: '',
  options: { isCaseExact: false, isSignExact: false, isWholeWord: false },
  count: 0,
  at: 0,
  match: null,
  isSearching: true,
}
const none = () => undefined
const noSearch: PlanSearch = {
  current: () => searching,
  subscribe: () => none,
  find: none,
  startAt: none,
  step: none,
  matchesAt: () => [],
  wordsAt: () => '',
  readAll: () => [],
  readOne: () => [],
  close: none,
}
const nothingYet: OpenFind = { search: noSearch, show: none, select: none, close: none }
