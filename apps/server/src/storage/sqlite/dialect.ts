import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { SQLInputValue } from 'node:sqlite'

import type { Lock } from './lock.ts'
import type { WorkerClient } from './worker-client.ts'

/** Kysely over the database thread. There is one connection; the lock gives it to one query or transaction at a time. */
export function createSqliteDialect(worker: WorkerClient, lock: Lock): Dialect {
  return {
    createAdapter: () => new OneConnectionAdapter(),
    createDriver: () => createDriver(worker, lock),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class OneConnectionAdapter extends SqliteAdapter {
  // Kysely would keep a lock of its own for the one connection; ours is shared with the update log.
  override get supportsMultipleConnections(): boolean {
    return true
  }

  // SQLite rolls tables back with the rest, so a migration is done whole or not at all.
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

function createDriver(worker: WorkerClient, lock: Lock): Driver {
  const connection = createConnection(worker)
  const run = async (sql: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(sql))
  }
  return {
    init: () => Promise.resolve(),
    async acquireConnection() {
      await lock.acquire()
      return connection
    },
    // IMMEDIATE: a transaction that reads first and then writes would fail when the CLI wrote in between.
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    releaseConnection() {
      lock.release()
      return Promise.resolve()
    },
    destroy: () => worker.close(),
  }
}

function createConnection(worker: WorkerClient): DatabaseConnection {
  return {
    // `R` is what the query's author says the rows are: Kysely's contract, which no driver can check.
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await worker.run(query.sql, query.parameters.map(toColumn))
      return {
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        rows: result.rows as R[],
        numAffectedRows: BigInt(result.changes),
        insertId: BigInt(result.lastInsertRowid),
      }
    },
    streamQuery() {
      throw new Error('Streaming is not supported by this driver')
    },
  }
}

/** What SQLite has no type for takes the form that better-auth gives it: booleans as 0 and 1, dates as ISO 8601. */
function toColumn(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return value.toISOString()
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return value
  }
  if (value instanceof Uint8Array) return value
  throw new TypeError(`SQLite cannot hold a value of type ${typeof value}`)
}
