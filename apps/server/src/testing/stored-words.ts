import { openStoredPlan, type StoredPlan } from '@concerte/sync'
import { expect } from 'vitest'

/** The numbers of the words that a plan holds, in order. */
export function readWords(stored: StoredPlan): number[] {
  const { doc, skipped } = openStoredPlan(stored, () => undefined)
  expect(skipped).toBe(0)
  return Array.from(doc.getMap('words').keys(), Number).toSorted((a, b) => a - b)
}

/** From `first` on, `count` of them. */
export function numbers(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, n) => first + n)
}
