import { expect, it } from 'vitest'

import { fetchLateParts, latePart } from './late-parts.ts'

it('a part is fetched once, by whoever asks first', async () => {
  let count = 0
  const part = latePart(() => Promise.resolve((count += 1)))
  expect(part.current()).toBe(null)
  await Promise.all([part.fetch(), part.fetch()])
  await part.fetch()
  expect([part.current(), count]).toEqual([1, 1])
})

it('a part that could not be fetched is asked for again', async () => {
  let isOnline = false
  const part = latePart(() => (isOnline ? Promise.resolve('here') : Promise.reject(new Error('offline'))))
  await expect(part.fetch()).rejects.toThrow('offline')
  isOnline = true
  await part.fetch()
  expect(part.current()).toBe('here')
})

it('when there is time all parts come, also those that a part brings, and those after one that fails', async () => {
  const broken = latePart(() => Promise.reject<string>(new Error('offline')))
  const inner: { current: () => string | null }[] = []
  const outer = latePart(() => {
    inner.push(latePart(() => Promise.resolve('inner')))
    return Promise.resolve('outer')
  })
  await fetchLateParts()
  expect(broken.current()).toBe(null)
  expect(outer.current()).toBe('outer')
  expect(inner.map((part) => part.current())).toEqual(['inner'])
})
