import { existsSync, linkSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'

import { copyDatabase, flush, removeDatabase } from './copy-database.ts'
import { keptName, timeStamp } from './leftovers.ts'
import { OperationError, toOperationError } from './operation-error.ts'

/** Where a test may end the process. */
export type ReplaceStep = 'kept' | 'signed-in' | 'copying' | 'copied'

type Options = {
  /** The data of now; nobody has them open but for a moment. */
  path: string
  /** Those that take their place. */
  incoming: string
  nowMs: () => number
  onStep?: (step: ReplaceStep) => void
}

/** Attempts to get the database for ourselves, 100 ms apart: a command may be using it for a moment. */
const attempts = 100

/**
 * Puts prepared data in the place of those of now, whole or not at all: SQLite copies them in one transaction, which a
 * `kill -9` undoes. Renaming files would be as atomic, but a journal that someone left beside the old file would then
 * be taken for the new one's.
 * Resolves to the file that keeps what was there, null where there was nothing.
 * @throws OperationError, and then nothing has changed
 */
export async function replaceData({ path, incoming, nowMs, onStep }: Options): Promise<string | null> {
  const kept = join(dirname(path), keptName(timeStamp(nowMs())))
  try {
    if (!existsSync(path)) {
      await copyInto(incoming, path, onStep)
      return null
    }
    if (await keep(path, kept)) {
      onStep?.('kept')
      carrySignedIn(path, incoming)
      onStep?.('signed-in')
      await copyInto(incoming, path, onStep)
    } else {
      exchangeFiles(path, incoming, kept)
    }
    return kept
  } catch (error) {
    throw toOperationError(error)
  } finally {
    removeDatabase(incoming)
  }
}

/** Whether the data of now could be copied; broken ones cannot. */
async function keep(path: string, kept: string): Promise<boolean> {
  try {
    await copyDatabase(path, kept)
    return true
  } catch (error) {
    const { problem } = toOperationError(error)
    if (problem === 'damaged' || problem === 'foreign') return false
    throw error
  }
}

/**
 * Those who are signed in stay so, if the backup knows them. The backup's own sessions would bring back those of people
 * who signed out since; so it has none.
 */
function carrySignedIn(from: string, to: string): void {
  const columns = 'id, expiresAt, token, createdAt, updatedAt, ipAddress, userAgent, userId'
  const database = new DatabaseSync(to, { timeout: 10_000 })
  try {
    database.prepare('ATTACH DATABASE ? AS present').run(from)
    database.exec(`
      BEGIN IMMEDIATE;
      DELETE FROM main.session;
      INSERT INTO main.session (${columns})
        SELECT ${columns} FROM present.session WHERE userId IN (SELECT id FROM main.user);
      COMMIT;
    `)
  } finally {
    database.close()
  }
}

async function copyInto(incoming: string, path: string, onStep: Options['onStep']): Promise<void> {
  const source = new DatabaseSync(incoming, { timeout: 10_000 })
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await backup(source, path, { rate: 100, progress: () => onStep?.('copying') })
        break
      } catch (error) {
        if (!isHeld(path)) throw error
        if (attempt === attempts) throw new OperationError('busy', { cause: error })
        await delay(100)
      }
    }
  } finally {
    source.close()
  }
  onStep?.('copied')
  takeOutOfJournal(path)
}

/** @returns whether it could be done; if not, whoever opens the data next does it: they are on the disk already. */
function takeOutOfJournal(path: string): boolean {
  try {
    const database = new DatabaseSync(path, { timeout: 10_000 })
    try {
      database.exec('PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      database.close()
    }
    flush(path)
    flush(dirname(path))
    return true
  } catch {
    return false
  }
}

/** Whether another has the database: the copy fails at once then, and does not say why. */
function isHeld(path: string): boolean {
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    database.exec('BEGIN IMMEDIATE; ROLLBACK')
    return false
  } catch {
    return true
  } finally {
    database.close()
  }
}

/** Broken data are not opened, nor copied: their files step aside. At every moment there is a database at `path`. */
function exchangeFiles(path: string, incoming: string, kept: string): void {
  // Their journal first: beside the new file it would be taken for its own.
  for (const ending of ['-journal', '-wal', '-shm']) {
    if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${kept}${ending}`)
  }
  linkSync(path, kept)
  flush(incoming)
  renameSync(incoming, path)
  flush(dirname(path))
}
