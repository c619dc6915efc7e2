import type { InvalidProjectError } from '@concerte/schema'

/**
 * `not-json`: no UTF-8 JSON text. `newer-version`: written by a later Concerte. `too-deep`: lists within lists, over a
 * hundred times. `duplicate-id`, `unknown-rubric`…: a plan that contradicts itself. `not-a-project`: any other JSON.
 */
export type ProjectJsonErrorCode =
  | 'not-json'
  | 'newer-version'
  | 'too-deep'
  | 'not-a-project'
  | InvalidProjectError['code']

/** Why a file of a plan could not be read or written. */
export class ProjectJsonError extends Error {
  override readonly name = 'ProjectJsonError'
  readonly code: ProjectJsonErrorCode

  constructor(code: ProjectJsonErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

// The schema and all that comes after it recurse over lists, and would run out of stack at some six hundred.
const deepestList = 100
const levelsOfList = 3
// The deepest text: that of an indicator of an action of a group of an axis without a place.
const levelsAroundLists = 16
const deepestValue = deepestList * levelsOfList + levelsAroundLists

/**
 * Refuses what nests too deep to be walked by recursion. The same for what is read and for what is written, so that
 * whatever is written can be read.
 * @throws {ProjectJsonError} `too-deep`
 */
export function requireShallow(value: unknown): void {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestValue)
      throw new ProjectJsonError('too-deep', `lists nest more than ${deepestList} times`)
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
}
