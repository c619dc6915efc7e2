import type { Project } from '@concerte/schema'

import { canonicalJson } from './canonical-json.ts'
import { sha256Of } from './sha256-of.ts'

/** SHA-256, in hex, of the canonical JSON of a plan: equal plans have equal ones. */
export function planHash(project: Project): string {
  return sha256Of(canonicalJson(project))
}
