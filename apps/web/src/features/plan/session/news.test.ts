import { expect, it, vi } from 'vitest'

import { createNews } from './news.ts'

it('each hears of its own topic, and everyone after a gap', () => {
  const news = createNews()
  const threads = vi.fn<() => void>()
  const versions = vi.fn<() => void>()
  news.subscribe('threads', threads)
  const leave = news.subscribe('versions', versions)
  news.tell('threads')
  news.tell('of a newer server')
  expect([threads.mock.calls.length, versions.mock.calls.length]).toEqual([1, 0])
  news.tell(null)
  expect([threads.mock.calls.length, versions.mock.calls.length]).toEqual([2, 1])
  leave()
  news.tell(null)
  expect([threads.mock.calls.length, versions.mock.calls.length]).toEqual([3, 1])
})
