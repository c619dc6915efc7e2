import { Worker, type ResourceLimits } from 'node:worker_threads'

/** The event loop's end of a thread that answers requests, in any order. */
export type ThreadClient<Request, Reply> = {
  ask(request: Request): Promise<Reply>
  /** Waits for what was asked before, and for the end of the thread. */
  close(): Promise<void>
}

type ErrorReply = { id: number; type: 'error'; message: string; errcode: number | null }
type Waiting<Reply> = { resolve(reply: Reply): void; reject(error: unknown): void }

/** An error of SQLite. `errcode` is its extended result code, null when the thread itself failed. */
class SqliteError extends Error {
  override readonly name = 'SqliteError'
  readonly errcode: number | null
  constructor(message: string, errcode: number | null) {
    super(message)
    this.errcode = errcode
  }
}

/** Requests are sent with an `id` more; a thread answers each with that id, and `'close'` by ending. */
export function startThread<Request extends object, Reply extends { id: number; type: string }>(
  file: URL,
  options: { workerData: unknown; resourceLimits?: ResourceLimits },
): ThreadClient<Request, Exclude<Reply, ErrorReply>> {
  type Answer = Exclude<Reply, ErrorReply>
  const worker = new Worker(file, { ...options, execArgv: [] })
  const waiting = new Map<number, Waiting<Answer>>()
  const ended = Promise.withResolvers<void>()
  let failure: SqliteError | null = null
  let lastId = 0

  worker.on('message', (reply: Answer | ErrorReply) => {
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (isError(reply)) asked?.reject(new SqliteError(reply.message, reply.errcode))
    else asked?.resolve(reply)
  })
  worker.on('error', (error) => fail(new SqliteError(String(error), null)))
  worker.on('exit', () => {
    fail(new SqliteError('The database is closed', null))
    ended.resolve()
  })

  function post(message: object | 'close'): void {
    worker.postMessage(message)
  }

  function fail(error: SqliteError): void {
    failure ??= error
    for (const asked of waiting.values()) asked.reject(failure)
    waiting.clear()
  }

  return {
    ask(request) {
      if (failure !== null) return Promise.reject(failure)
      lastId += 1
      const { promise, resolve, reject } = Promise.withResolvers<Answer>()
      waiting.set(lastId, { resolve, reject })
      post({ ...request, id: lastId })
      return promise
    },
    async close() {
      if (failure === null) post('close')
      await ended.promise
    },
  }
}

function isError(reply: { type: string }): reply is ErrorReply {
  return reply.type === 'error'
}
