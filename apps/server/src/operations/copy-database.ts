import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'

import { inspectDatabase } from './inspect-database.ts'
import { OperationError, toOperationError } from './operation-error.ts'

/** What a copy holds. */
export type Copied = { plans: number; accounts: number; bytes: number }

/** Pages of one step of a copy. */
const pagesAtOnce = 2000
/** Who is signed in is no part of a backup: whoever gets hold of one shall not be anyone. */
const leftOut = ['session', 'verification']

/**
 * Copies a database as it stands at one moment, whoever writes to it meanwhile, into one file: looked through, on the
 * disk, for its owner alone. A file of that name is replaced when the new one is whole, not before.
 * @throws OperationError
 */
export async function copyDatabase(from: string, to: string): Promise<Copied> {
  const part = `${to}.part`
  try {
    const expected = await copyPages(from, part)
    leaveOut(part)
    const inspection = await inspectDatabase(part)
    if (inspection.type !== 'sound') throw new OperationError(inspection.type, { cause: inspection })
    for (const [table, rows] of Object.entries(expected)) {
      if (leftOut.includes(table) || inspection.rows[table] === rows) continue
      throw new OperationError('damaged', { cause: new Error(`${table}: not ${rows} rows`) })
    }
    flush(part)
    writing(() => renameSync(part, to))
    flush(dirname(to))
    const { project = 0, user = 0 } = inspection.rows
    return { plans: project, accounts: user, bytes: statSync(to).size }
  } catch (error) {
    throw toOperationError(error)
  } finally {
    removeDatabase(part)
  }
}

/** Copies every page, and counts the rows of every table of that very moment. */
export async function copyPages(from: string, to: string): Promise<Record<string, number>> {
  writing(() => {
    removeDatabase(to)
    writeFileSync(to, '', { mode: 0o600 })
  })
  const source = new DatabaseSync(from, { readOnly: true, timeout: 10_000 })
  try {
    // Everything below reads the moment of the first read; without it, each foreign commit would begin the copy anew.
    source.exec('BEGIN')
    const rows = countRows(source)
    await backup(source, to, { rate: pagesAtOnce })
    return rows
  } finally {
    source.close()
  }
}

/** Removes a database with what stands beside it. */
export function removeDatabase(path: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true })
}

/** Waits until a file, or the names in a folder, are on the disk. */
export function flush(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Whatever hinders this lies with where it is written, not with what is read. */
function writing(action: () => void): void {
  try {
    action()
  } catch (cause) {
    throw new OperationError('unwritable', { cause })
  }
}

function countRows(database: DatabaseSync): Record<string, number> {
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all()
  return Object.fromEntries(
    tables.map(({ name }) => {
      const table = String(name)
      const row = database.prepare(`SELECT count(*) AS n FROM "${table.replaceAll('"', '""')}"`).get()
      return [table, Number(row?.['n'])]
    }),
  )
}

function leaveOut(path: string): void {
  const database = new DatabaseSync(path, { timeout: 10_000 })
  try {
    // One file, that nothing stands beside. `secure_delete`: not even in what is free of it.
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF')
    const tables = new Set(Object.keys(countRows(database)))
    for (const table of leftOut) if (tables.has(table)) database.exec(`DELETE FROM "${table}"`)
  } finally {
    database.close()
  }
}
