import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import type { Log } from '../log.ts'
import {
  controlRequestSchema,
  controlSocketName,
  type ControlAnswer,
  type ControlRequest,
} from './control-messages.ts'
import { toOperationError } from './operation-error.ts'
import type { Restored } from './restoration.ts'
import { withShortPath } from './short-path.ts'

/** The ear of a running server for commands of its owner, in the data folder. */
export type Control = { close(): Promise<void> }

/** Far over the longest path. */
const maxRequest = 20_000

/**
 * Opens it. Where the system has no such sockets the server does without: a restore then waits until it is stopped.
 * The data folder must be locked: whatever socket is there is left of a server that ended.
 */
export async function openControl(options: {
  dataDir: string
  restore: (file: string) => Promise<Restored>
  log: Log
}): Promise<Control> {
  const { dataDir, restore, log } = options
  const path = join(dataDir, controlSocketName)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // Whoever asked may go away; what was begun goes on.
    socket.on('error', () => undefined)
    serveOne(socket, (request) => answer(request, restore)).catch((error: unknown) => {
      log.warn('control-failed', {}, error)
      socket.destroy()
    })
  })
  rmSync(path, { force: true })
  try {
    await withShortPath(dataDir, controlSocketName, (short) => listen(server, short))
    chmodSync(path, 0o600)
  } catch (error) {
    log.warn('control-unavailable', {}, error)
  }
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          rmSync(path, { force: true })
          resolve()
        })
        for (const socket of sockets) socket.destroy()
      }),
  }
}

async function serveOne(
  socket: Socket,
  reply: (request: ControlRequest) => Promise<ControlAnswer>,
): Promise<void> {
  const line = await firstLine(socket)
  const request = controlRequestSchema.parse(JSON.parse(line))
  socket.end(`${JSON.stringify(await reply(request))}\n`)
}

async function answer(
  { file }: ControlRequest,
  restore: (file: string) => Promise<Restored>,
): Promise<ControlAnswer> {
  try {
    return { type: 'restored', ...(await restore(file)) }
  } catch (error) {
    const { problem, cause } = toOperationError(error)
    return { type: 'refused', problem, detail: cause instanceof Error ? cause.message : '' }
  }
}

function firstLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let read = 0
    socket.on('data', (chunk: Buffer) => {
      read += chunk.byteLength
      if (read > maxRequest) reject(new Error('A request too long'))
    })
    const lines = createInterface({ input: socket })
    lines.once('line', resolve)
    lines.once('close', () => reject(new Error('No request')))
  })
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
