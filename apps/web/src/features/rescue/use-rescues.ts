import type { User } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'

import { keptPlansOf } from '../../offline/kept-plans.ts'
import type { Rescue } from '../../offline/rescue.ts'
import { allRescues } from '../../offline/rescue-shelf.ts'

export function rescuesKey(userId: string): readonly string[] {
  return ['rescues', userId]
}

/** The copies of words that no plan took, the latest first. */
export function useRescues(user: User): readonly Rescue[] {
  const { data } = useQuery({
    queryKey: rescuesKey(user.id),
    queryFn: () => allRescues(keptPlansOf(user.id)),
    staleTime: 0,
  })
  return data ?? none
}

const none: readonly Rescue[] = []
