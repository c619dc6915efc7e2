import { expect, test } from 'vitest'

import { createAttemptLimits } from './attempt-limits.ts'
import { createRateLimit } from './rate-limit.ts'

function setupLimit(attempts: number) {
  let time = 0
  const limit = createRateLimit({ attempts, windowMs: 1000, nowMs: () => time })
  return {
    limit,
    pass: (ms: number) => {
      time += ms
    },
  }
}

test('a key has its attempts and no more, until its window ends', () => {
  const { limit, pass } = setupLimit(2)
  expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([true, true, false])
  expect(limit.take('b')).toBe(true)
  pass(999)
  expect(limit.take('a')).toBe(false)
  pass(1)
  expect(limit.take('a')).toBe(true)
})

test('an attempt given back can be taken again', () => {
  const { limit } = setupLimit(1)
  limit.take('a')
  limit.giveBack('a')
  limit.giveBack('a')
  expect([limit.take('a'), limit.take('a')]).toEqual([true, false])
})

test('memory is bounded however many keys come', () => {
  const { limit } = setupLimit(1)
  for (let n = 0; n < 30_000; n += 1) limit.take(`key ${n}`)
  // The oldest were forgotten, so the first key may try again; the newest is remembered.
  expect([limit.take('key 0'), limit.take('key 29999')]).toEqual([true, false])
})

const fail = () => Promise.reject(new Error('wrong'))

test('attempts that run at once count before they are answered', async () => {
  const limits = createAttemptLimits(() => 0)
  const tries = Array.from({ length: 30 }, () => limits.attempt({ address: 'x', email: 'a@b.fr' }, fail))
  const results = await Promise.allSettled(tries)
  const reasons = results.map((result) => (result.status === 'rejected' ? result.reason.message : 'done'))
  expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(10)
  expect(reasons.filter((reason) => reason === 'too-many-attempts')).toHaveLength(20)
})

test('whoever guesses badly from elsewhere does not lock a person out', async () => {
  const limits = createAttemptLimits(() => 0)
  const guess = (address: string) => limits.attempt({ address, email: 'a@b.fr' }, fail).catch(String)
  for (let n = 0; n < 50; n += 1) await guess('elsewhere')
  expect(await guess('elsewhere')).toContain('too-many-attempts')
  await expect(
    limits.attempt({ address: 'here', email: 'a@b.fr' }, () => Promise.resolve('in')),
  ).resolves.toBe('in')
  // Many addresses together have a hundred.
  for (let n = 0; n < 89; n += 1) expect(await guess(`botnet ${n}`)).toContain('wrong')
  expect(await guess('botnet')).toContain('wrong')
  expect(await guess('botnet')).toContain('too-many-attempts')
})

test('successes do not use attempts up', async () => {
  const limits = createAttemptLimits(() => 0)
  for (let n = 0; n < 200; n += 1) {
    await limits.attempt({ address: 'x', email: 'a@b.fr' }, () => Promise.resolve())
  }
  await expect(limits.attempt({ address: 'x' }, () => Promise.resolve('in'))).resolves.toBe('in')
})
