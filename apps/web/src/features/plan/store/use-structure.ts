import type { FieldPlace } from '@concerte/editor'
import {
  lineToPlain,
  readCover,
  readLine,
  readValues,
  type Cover,
  type FieldsOf,
  type NodeId,
  type NodeType,
} from '@concerte/schema'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

import { usePlan } from '../plan-context.ts'
import { coverNode } from './place.ts'
import type { Person } from './presence.ts'
import type { Listed, PlanStructure } from './structure.ts'

/** One part of the structure; `select` must give the same object while that part is the same. */
export function useStructure<T>(select: (structure: PlanStructure) => T): T {
  const { store } = usePlan()
  return useSyncExternalStore(store.onStructure, () => select(store.structure()))
}

export function useList(parent: string, rubric?: string): readonly Listed[] {
  return useStructure((structure) => structure.list(parent, rubric))
}

/** The number of an axis or an action; undefined in the tray. */
export function useNumber(id: string): number | undefined {
  return useStructure((structure) => structure.numbers.get(id))
}

/** The structured fields of a node. */
export function useValues<Type extends NodeType>(id: NodeId, type: Type): FieldsOf<Type> {
  const { store } = usePlan()
  const version = useValuesVersion(id)
  return useMemo(() => readAt(version, () => readValues(store.plan, id, type)), [store, id, type, version])
}

/** The period and the website of the cover; its texts are read by {@link useText}. */
export function useCoverValues(): Pick<Cover, 'period' | 'website'> {
  const { store } = usePlan()
  const version = useValuesVersion(coverNode)
  return useMemo(() => readAt(version, () => readCover(store.plan)), [store, version])
}

export function useText({ node, field }: FieldPlace): Y.XmlFragment | undefined {
  const { store } = usePlan()
  return useSyncExternalStore(store.onStructure, () => store.text({ node, field }))
}

/** The words of a line, without its marks; empty when there is no such text. */
export function usePlainLine(place: FieldPlace): string {
  const { store } = usePlan()
  const fragment = useText(place)
  const subscribe = useCallback(
    (listener: () => void) => (fragment === undefined ? () => undefined : store.onText(fragment, listener)),
    [store, fragment],
  )
  return useSyncExternalStore(subscribe, () => (fragment === undefined ? '' : readPlain(fragment)))
}

/** The others who have the plan open. */
export function usePeople(): readonly Person[] {
  const { presence } = usePlan()
  return useSyncExternalStore(presence.subscribe, presence.people)
}

export function usePeopleAt({ node, field }: FieldPlace): readonly Person[] {
  const { presence } = usePlan()
  const subscribe = useCallback(
    (listener: () => void) => presence.subscribeAt({ node, field }, listener),
    [presence, node, field],
  )
  return useSyncExternalStore(subscribe, () => presence.at({ node, field }))
}

export function usePeopleWithin(node: string): readonly Person[] {
  const { presence } = usePlan()
  const subscribe = useCallback(
    (listener: () => void) => presence.subscribeWithin(node, listener),
    [presence, node],
  )
  return useSyncExternalStore(subscribe, () => presence.within(node))
}

function readPlain(fragment: Y.XmlFragment): string {
  return lineToPlain(readLine(fragment))
}

function useValuesVersion(node: string): number {
  const { store } = usePlan()
  const subscribe = useCallback((listener: () => void) => store.onValues(node, listener), [store, node])
  return useSyncExternalStore(subscribe, () => store.valuesVersion(node))
}

/** The document says nothing of its own to React: what is read of it holds for one version. */
function readAt<T>(_version: number, read: () => T): T {
  return read()
}
