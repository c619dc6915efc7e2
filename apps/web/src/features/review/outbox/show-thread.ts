import type { ProjectId, Thread, threadListSchema } from '@concerte/api'
import type { QueryClient } from '@tanstack/react-query'
import type { z } from 'zod'

import { threadsQuery } from '../../../api/threads.ts'

type Answer = z.infer<typeof threadListSchema>

/** Shows a thread as the server has it now. */
export function showThread(queries: QueryClient, project: ProjectId, thread: Thread): Thread {
  const { queryKey } = threadsQuery(project)
  const known = queries.getQueryData<Answer>(queryKey)
  if (known === undefined) {
    // A list of which this is all that is known would look like the whole of it.
    void queries.invalidateQueries({ queryKey })
    return thread
  }
  // What was asked before is older than this.
  void queries.cancelQueries({ queryKey })
  const isKnown = known.threads.some(({ id }) => id === thread.id)
  queries.setQueryData<Answer>(queryKey, {
    threads: isKnown
      ? known.threads.map((other) => (other.id === thread.id ? thread : other))
      : [...known.threads, thread],
  })
  return thread
}
