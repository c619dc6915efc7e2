import type { Project } from '@concerte/schema'
import { createHash } from 'node:crypto'

import { canonicalJson } from './canonical-json.ts'

/** SHA-256, in hex, of the canonical JSON of a plan: equal plans have equal ones. */
export function planHash(project: Project): string {
  return createHash('sha256').update(canonicalJson(project)).digest('hex')
}
