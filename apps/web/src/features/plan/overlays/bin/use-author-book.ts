import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { authorsQuery } from '../../../../api/authors.ts'
import { membersQuery } from '../../../../api/members.ts'
import { sessionQuery } from '../../../../api/session.ts'
import { createAuthorBook, type AuthorBook } from '../../../authorship/authors.ts'
import { usePlan } from '../../plan-context.ts'

/** Who is who among those who wrote in the plan, of the members, and of those who are here. Offline: of the last two, as far as known. */
export function useAuthorBook(): AuthorBook {
  const { projectId, presence, store } = usePlan()
  const user = useQuery(sessionQuery).data?.user
  const authors = useQuery({ ...authorsQuery(projectId), staleTime: 0 }).data
  const members = useQuery(membersQuery(projectId)).data
  return useMemo(() => {
    const people = [
      ...(members ?? []).map(({ userId, name }) => ({ userId, name, clientIds: [] })),
      ...(authors ?? []),
    ]
    const client = store.plan.doc.clientID
    const me = { client, id: user?.id ?? '', name: user?.name ?? '' }
    return createAuthorBook({ people, here: presence.everyone(), me })
  }, [authors, members, user, presence, store])
}
