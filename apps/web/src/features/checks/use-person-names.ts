import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import { authorsQuery } from '../../api/authors.ts'
import { sessionQuery } from '../../api/session.ts'
import { usePlan } from '../plan/plan-context.ts'
import { usePeople } from '../plan/store/use-structure.ts'

/** The names of people by their ids: oneself, who is here, who ever wrote in the plan. An id that nobody has a name for gives null. */
export function usePersonNames(ids: readonly (string | null)[]): (id: string | null) => string | null {
  const { projectId } = usePlan()
  const me = useQuery(sessionQuery).data?.user ?? null
  const here = usePeople()
  const { data: authors, refetch } = useQuery({ ...authorsQuery(projectId), enabled: ids.length > 0 })
  const nameOf = (id: string | null): string | null =>
    [me, ...here].find((person) => person?.id === id)?.name ??
    authors?.find(({ userId }) => userId === id)?.name ??
    null
  const unknown = ids.filter((id) => id !== null && nameOf(id) === null).join(' ')
  const isAsked = authors !== undefined
  useEffect(() => {
    // Somebody who wrote here for the first time, after the server was asked.
    if (isAsked && unknown !== '') void refetch()
  }, [isAsked, unknown, refetch])
  return nameOf
}
