import { isNodeId } from '../ids.ts'
import type { CheckId } from './finding.ts'

const longest = 200

/** The key of a finding about one node (or the cover), and some words where a node may have several. */
export function keyAt(check: CheckId, node: string, ...words: string[]): string {
  return [check, node, ...words].join('/').slice(0, longest).toWellFormed()
}

/** The key of a finding about the plan as a whole. */
export function keyOfPlan(check: CheckId, words: string): string {
  return keyAt(check, '*', words)
}

/** What the key of a finding is about: a node, `cover`, or `*` for the whole plan; undefined where it is no such key. */
export function subjectOf(key: string): { check: string; node: string } | undefined {
  const [check = '', node = ''] = key.split('/', 2)
  if (check === '' || (node !== '*' && !isNodeId(node))) return undefined
  return { check, node }
}
