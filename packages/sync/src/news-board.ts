import { closeCodes, type Closing } from './close-codes.ts'
import { encodeFrame } from './frames.ts'
import { decodeMessage, MessageError, protocolVersion } from './messages.ts'
import type { Connection } from './ports.ts'
import { quietFrame } from './presence.ts'
import type { Session } from './room-ports.ts'

/**
 * Who hears what changes beside documents, and nothing of the documents themselves: no plan comes into memory for them.
 * `plan` is any key; what is told to one person reaches them whatever they listen to.
 */
export type NewsBoard = {
  join(plan: string, connection: Connection): Session
  tell(plan: string, topic: string, userId?: string): void
  /** The document of a plan changed, which is told as the topic `text`, now and then: what is computed from it is no longer so. */
  noteEdit(plan: string): void
  disconnect(plan: string, closing: Closing, userId?: string): void
  close(closing: Closing): void
}

/** Clients leave a line on which they heard nothing for 45 s. */
const quietMs = 20_000
/** From an edit until it is told, with those that come meanwhile: whoever hears of it may ask for what takes the whole plan. */
const editsMs = 5_000

export function createNewsBoard(options: {
  /** Runs something later, once; returns what calls it off. */
  later: (run: () => void, ms: number) => () => void
  reportError: (error: unknown) => void
}): NewsBoard {
  const { later, reportError } = options
  const listeners = new Map<Connection, { plan: string; isGreeted: boolean }>()
  /** Plans of which an edit is to be told, by what calls that off. */
  const edited = new Map<string, () => void>()
  let callOff: (() => void) | null = null

  function breathe(): void {
    for (const connection of listeners.keys()) connection.send(quietFrame)
    callOff = listeners.size === 0 ? null : later(breathe, quietMs)
  }

  function leave(connection: Connection): void {
    listeners.delete(connection)
    if (listeners.size > 0) return
    callOff?.()
    callOff = null
    for (const leaveOut of edited.values()) leaveOut()
    edited.clear()
  }

  function end(connection: Connection, closing: Closing): void {
    leave(connection)
    connection.close(closing)
  }

  /** The only thing that is said here. @throws {MessageError} on anything else [S5] */
  function receive(connection: Connection, bytes: Uint8Array): void {
    const listener = listeners.get(connection)
    if (listener === undefined) return
    const message = decodeMessage(bytes)
    if (message.type !== 'askSaved' || listener.isGreeted)
      throw new MessageError('nothing is said on such a line')
    if (message.version !== protocolVersion) return end(connection, closeCodes.outdated)
    listener.isGreeted = true
    const { canWrite, lineage, rights } = connection.access
    connection.send(encodeFrame({ type: 'access', canWrite, lineage, rights }))
  }

  function tell(plan: string, topic: string, userId?: string): void {
    const frame = encodeFrame({ type: 'news', topic })
    for (const [connection, listener] of listeners) {
      const isMeant = userId === undefined ? listener.plan === plan : connection.identity.userId === userId
      if (isMeant && listener.isGreeted) connection.send(frame)
    }
  }

  return {
    tell,
    noteEdit(plan) {
      if (listeners.size === 0 || edited.has(plan)) return
      const run = () => {
        edited.delete(plan)
        tell(plan, 'text')
      }
      edited.set(plan, later(run, editsMs))
    },
    join(plan, connection) {
      listeners.set(connection, { plan, isGreeted: false })
      callOff ??= later(breathe, quietMs)
      return {
        receive(bytes) {
          try {
            receive(connection, bytes)
          } catch (error) {
            if (!(error instanceof MessageError)) reportError(error)
            end(connection, closeCodes.badMessage)
          }
        },
        leave: () => leave(connection),
      }
    },
    disconnect(plan, closing, userId) {
      for (const [connection, listener] of listeners) {
        if (listener.plan !== plan) continue
        if (userId === undefined || connection.identity.userId === userId) end(connection, closing)
      }
    },
    close(closing) {
      for (const connection of listeners.keys()) end(connection, closing)
    },
  }
}
