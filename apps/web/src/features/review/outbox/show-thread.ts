import type { ProjectId, Thread, threadListSchema } from '@concerte/api'
import type { QueryClient } from '@tanstack/react-query'
import type { z } from 'zod'

import { threadsQuery } from '../../../api/threads.ts'

type Answer = z.infer<typeof threadListSchema>

/**
 * Shows a thread as the server has it now, or will have it when `sent` is done.
 *
 * @returns the thread
 */
export function showThread(
  queries: QueryClient,
  project: ProjectId,
  thread: Thread,
  sent: Promise<unknown> = Promise.resolve(),
): Thread {
  const { queryKey } = threadsQuery(project)
  const askAnew = () => void queries.invalidateQueries({ queryKey })
  const known = queries.getQueryData<Answer>(queryKey)
  if (known === undefined) {
    // A list of which this is all that is known would look like the whole of it.
    askAnew()
    return thread
  }
  // What was asked before is older than this; what others said meanwhile would be in it.
  if (queries.isFetching({ queryKey }) > 0) void sent.then(askAnew, askAnew)
  void queries.cancelQueries({ queryKey })
  const isKnown = known.threads.some(({ id }) => id === thread.id)
  queries.setQueryData<Answer>(queryKey, {
    threads: isKnown
      ? known.threads.map((other) => (other.id === thread.id ? thread : other))
      : [...known.threads, thread],
  })
  return thread
}
