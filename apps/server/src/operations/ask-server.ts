import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'

import {
  controlAnswerSchema,
  controlSocketName,
  type ControlAnswer,
  type ControlRequest,
} from './control-messages.ts'
import { withShortPath } from './short-path.ts'

/** Asks the server that runs on a data folder. Resolves to null when it does not answer. */
export async function askServer(dataDir: string, request: ControlRequest): Promise<ControlAnswer | null> {
  let answer: string
  try {
    const socket = await withShortPath(dataDir, controlSocketName, (path) => open(path))
    socket.write(`${JSON.stringify(request)}\n`)
    answer = await text(socket)
  } catch {
    return null
  }
  return answer === '' ? null : controlAnswerSchema.parse(JSON.parse(answer))
}

function open(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('connect', () => resolve(socket))
    socket.once('error', reject)
  })
}
