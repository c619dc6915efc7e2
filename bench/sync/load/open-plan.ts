import * as encoding from 'lib0/encoding'

import type { MeasuredServer } from '../servers/measured-server.ts'
import { told, updateOf } from './dialect.ts'
import { maskedFrame, openRawSocket, refusal, type OnMessage, type RawSocket } from './raw-socket.ts'
import { updateMessage } from './typist.ts'

/** A client that has been sent a plan. */
export type OpenPlan = {
  socket: RawSocket
  /** Every state and update that came, and when, by `performance.now()`. */
  updates: Uint8Array[]
  times: number[]
  /** Asks for everything again. */
  ask(): Promise<Uint8Array>
}

/** Opens a room as a client that has nothing; resolves when the server has answered with the state that it has. */
export async function openPlan(
  server: MeasuredServer,
  room: number,
  options: { onUpdate?: (update: Uint8Array) => void } = {},
): Promise<OpenPlan> {
  const { dialect } = server
  const name = server.roomName(room)
  const updates: Uint8Array[] = []
  const times: number[] = []
  let answered = Promise.withResolvers<Uint8Array>()

  const receive: OnMessage = (bytes, start, end, socket) => {
    const body = dialect.read(bytes, start)
    if (body === told.stateVector) return socket.write(maskedFrame(nothing(dialect.prefix(name))))
    if (body !== told.state && body < 0) return
    times.push(performance.now())
    const update = updateOf(dialect, name, bytes, start, end)
    updates.push(update)
    options.onUpdate?.(update)
    if (body === told.state) answered.resolve(update)
  }
  const socket = await openRawSocket(server.address(room), receive)
  for (const message of dialect.greet(name)) socket.write(maskedFrame(message))
  const ask = async (): Promise<Uint8Array> => {
    answered = Promise.withResolvers()
    socket.write(maskedFrame(question(dialect.prefix(name))))
    return Promise.race([answered.promise, refusal(socket)])
  }
  await ask()
  return { socket, updates, times, ask }
}

/** «What have you that I have not?» of a client that has nothing. */
export function question(prefix: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, prefix)
    for (const number of [0, 0, 1, 0]) encoding.writeVarUint(encoder, number)
  })
}

/** The answer of a client that has nothing. */
export function nothing(prefix: Uint8Array): Uint8Array {
  return updateMessage(prefix, Uint8Array.of(0, 0), 1)
}
