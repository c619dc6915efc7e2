import { projectIdSchema, threadSchema, type Thread } from '@concerte/api'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it, onTestFinished, vi } from 'vitest'

import { threadsQuery } from '../../../api/threads.ts'
import { showThread } from './show-thread.ts'

const project = projectIdSchema.parse('plan')

function thread(number: number): Thread {
  return threadSchema.parse({
    id: `t${number}`,
    number,
    subject: { type: 'node', node: 'cover' },
    createdBy: { userId: 'ada', name: 'Ada' },
    createdAt: '2026-01-01T00:00:00Z',
    assignee: null,
    resolved: null,
    comments: [],
    readUpTo: 0,
  })
}

/** A list that is looked at, whose server answers when it is told to. */
function setupList() {
  const queries = new QueryClient()
  const asked: ((threads: Thread[]) => void)[] = []
  const { queryKey } = threadsQuery(project)
  queries.setQueryData(queryKey, { threads: [thread(1)] })
  const observer = new QueryObserver(queries, {
    queryKey,
    queryFn: () => new Promise((resolve) => asked.push((threads) => resolve({ threads }))),
    staleTime: Infinity,
  })
  onTestFinished(observer.subscribe(() => undefined))
  const shown = () => queries.getQueryData(queryKey)?.threads.map(({ number }) => number)
  return { queries, asked, shown, refetch: () => void observer.refetch() }
}

it('what others said while one spoke is asked for again, and never takes away what one said', async () => {
  const { queries, asked, shown, refetch } = setupList()
  refetch()
  showThread(queries, project, thread(3))
  // Of before one spoke.
  asked[0]!([thread(1), thread(2)])
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  expect(shown()).toEqual([1, 3])
  asked[1]!([thread(1), thread(2), thread(3)])
  await vi.waitFor(() => expect(shown()).toEqual([1, 2, 3]))
})

it('what the server does not have yet is asked about once it has it', async () => {
  const { queries, asked, refetch } = setupList()
  refetch()
  const sent = Promise.withResolvers<void>()
  showThread(queries, project, { ...thread(1), readUpTo: 1 }, sent.promise)
  await Promise.resolve()
  expect(asked).toHaveLength(1)
  sent.reject(new Error('no network'))
  await vi.waitFor(() => expect(asked).toHaveLength(2))
})

it('where nothing is on its way, nothing is asked', async () => {
  const { queries, asked, shown } = setupList()
  showThread(queries, project, thread(3))
  await Promise.resolve()
  expect([asked.length, shown()]).toEqual([0, [1, 3]])
})
