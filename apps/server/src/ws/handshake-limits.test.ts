import { expect, test } from 'vitest'

import { createHandshakeLimits } from './handshake-limits.ts'

function setupLimits(bounds: Partial<Parameters<typeof createHandshakeLimits>[0]> = {}) {
  const clock = { ms: 0 }
  const limits = createHandshakeLimits(
    { perAddress: 1_000, perSecond: 10, burst: 20, ...bounds },
    () => clock.ms,
  )
  /** How many of so many knocks are let in. */
  const knock = (times: number, address = '10.0.0.1') => {
    const admissions = Array.from({ length: times }, () => limits.enter(address))
    return admissions.filter(({ type }) => type === 'admitted').length
  }
  return { clock, limits, knock }
}

test('[S7] one address gets a burst of handshakes, then so many a second, and others are not held up by it', () => {
  const { clock, limits, knock } = setupLimits()
  expect(knock(100)).toBe(20)
  expect(limits.enter('10.0.0.1')).toEqual({ type: 'refused', retryAfterSeconds: 1 })
  expect(knock(5, '10.0.0.2')).toBe(5)
  clock.ms = 1_000
  expect(knock(100)).toBe(10)
  clock.ms = 3_600_000
  expect(knock(100)).toBe(20)
})

test('[S7] one address holds so many lines, and each place comes back once', () => {
  const { limits, knock } = setupLimits({ perAddress: 3, burst: 100 })
  const first = limits.enter('10.0.0.1')
  expect(knock(10)).toBe(2)
  expect(limits.enter('10.0.0.1')).toMatchObject({ type: 'refused' })
  if (first.type !== 'admitted') throw new Error('the first is let in')
  first.leave()
  first.leave()
  expect(knock(10)).toBe(1)
})

test('[S7] what is remembered of addresses stays bounded, and those that hold lines stay counted', () => {
  const { limits, knock } = setupLimits({ perAddress: 1 })
  expect(knock(1)).toBe(1)
  for (let index = 0; index < 50_000; index += 1) {
    const admission = limits.enter(`10.1.${index >> 8}.${index & 255}`)
    if (admission.type === 'admitted') admission.leave()
  }
  expect(limits.size).toBeLessThanOrEqual(10_001)
  expect(knock(1)).toBe(0)
})

test('[S7] the addresses of one IPv6 network count as one, and IPv4 as itself however it is written', () => {
  const { knock } = setupLimits({ perAddress: 2 })
  expect(knock(1, '2001:db8:1:2::7') + knock(1, '2001:db8:1:2:aaaa::1')).toBe(2)
  expect(knock(1, '2001:db8:1:2:3:4:5:6')).toBe(0)
  expect(knock(1, '2001:db8:1:3::7')).toBe(1)
  expect([knock(2, '::ffff:10.0.0.9'), knock(1, '10.0.0.9')]).toEqual([2, 0])
})
