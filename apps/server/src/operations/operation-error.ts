/** Why data could not be copied or put back; the command's catalogue says it in words. */
export const operationProblems = [
  /** There is nothing to copy. */
  'no-data',
  /** The file is not there, or may not be read by the one who reads it. */
  'unreadable',
  /** It is not a database of Concerte. */
  'foreign',
  /** Some of it is broken. */
  'damaged',
  /** A later version of Concerte made it. */
  'newer',
  /** It cannot be written there: no room, no right. */
  'unwritable',
  /** Another restore is under way, or someone else holds the database. */
  'busy',
  /** The server could not work with the data of the file; it has the former ones again. */
  'unusable',
  /** Something that was not foreseen: the cause says what. */
  'failed',
] as const
export type OperationProblem = (typeof operationProblems)[number]

export class OperationError extends Error {
  override readonly name = 'OperationError'
  readonly problem: OperationProblem
  constructor(problem: OperationProblem, options?: ErrorOptions) {
    super(problem, options)
    this.problem = problem
  }
}

/** What an error of SQLite or of the file system says about the file that was read. */
export function toOperationError(error: unknown): OperationError {
  if (error instanceof OperationError) return error
  return new OperationError(problemOf(error), { cause: error })
}

const sqliteProblems: Record<number, OperationProblem> = {
  // A copy that cannot be written fails without a code of its own.
  0: 'unwritable',
  // The primary result codes of SQLite: BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB.
  5: 'busy',
  6: 'busy',
  8: 'unwritable',
  10: 'unwritable',
  11: 'damaged',
  13: 'unwritable',
  14: 'unreadable',
  26: 'foreign',
}

const systemProblems: Record<string, OperationProblem> = {
  ENOENT: 'unreadable',
  EACCES: 'unreadable',
  EISDIR: 'unreadable',
  ENOTDIR: 'unreadable',
  ENOSPC: 'unwritable',
  EDQUOT: 'unwritable',
  EROFS: 'unwritable',
  EPERM: 'unwritable',
  EIO: 'unwritable',
}

function problemOf(error: unknown): OperationProblem {
  if (typeof error !== 'object' || error === null) return 'failed'
  if ('errcode' in error && typeof error.errcode === 'number') {
    return sqliteProblems[error.errcode % 256] ?? 'failed'
  }
  if ('code' in error && typeof error.code === 'string') {
    const problem = systemProblems[error.code]
    if (problem !== undefined) return problem
  }
  return 'cause' in error ? problemOf(error.cause) : 'failed'
}
