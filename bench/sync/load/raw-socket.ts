import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Where a client opens a room. */
export type Address = { port: number; path: string; headers: Readonly<Record<string, string>> }

/**
 * A WebSocket that does as little as can be: the generator shares the machine with what it measures. It answers pings,
 * and hands out each message where it lies in the bytes that came.
 */
export type RawSocket = {
  /** Messages that `maskedFrame` made, one or more, in one write. */
  write(frames: Uint8Array): void
  pause(): void
  resume(): void
  /** Ends it without a word. */
  destroy(): void
  readonly isOpen: boolean
  /** Resolves when the other end is gone: the code that it gave, or null. */
  readonly closed: Promise<number | null>
  /** What came could not be read, which ended it. */
  readonly failure: Error | null
  readonly bytesRead: number
}

/** @param bytes valid during the call only */
export type OnMessage = (bytes: Uint8Array, start: number, end: number, socket: RawSocket) => void

// Reading and handling are one step, so that all sockets may read into the same bytes.
const shared = Buffer.allocUnsafeSlow(1024 * 1024)

/** Resolves when the server has agreed to speak WebSocket. */
export async function openRawSocket(address: Address, onMessage: OnMessage): Promise<RawSocket> {
  let rest: Buffer = Buffer.alloc(0)
  let isUpgraded = false
  let closeCode: number | null = null
  let failure: Error | null = null
  const upgraded = Promise.withResolvers<void>()
  let bytesRead = 0

  const socket: Socket = connect({
    host: '127.0.0.1',
    port: address.port,
    noDelay: true,
    onread: {
      buffer: shared,
      callback(length, buffer) {
        bytesRead += length
        try {
          read(Buffer.from(buffer.buffer, buffer.byteOffset, length))
        } catch (error) {
          // One server's odd answer must not end the run.
          failure = new Error('what a server sent cannot be read', { cause: error })
          socket.destroy()
        }
        return true
      },
    },
  })
  const closed = new Promise<number | null>((resolve) => socket.once('close', () => resolve(closeCode)))
  socket.on('error', () => undefined)
  const raw: RawSocket = {
    write: (frames) => void socket.write(frames),
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    destroy: () => void socket.destroy(),
    get isOpen() {
      return !socket.destroyed
    },
    closed,
    get failure() {
      return failure
    },
    get bytesRead() {
      return bytesRead
    },
  }

  function read(chunk: Buffer): void {
    const bytes = rest.byteLength === 0 ? chunk : Buffer.concat([rest, chunk])
    let at = 0
    if (!isUpgraded) {
      const end = bytes.indexOf('\r\n\r\n')
      if (end !== -1 && bytes.toString('latin1', 0, 12) === 'HTTP/1.1 101') {
        isUpgraded = true
        at = end + 4
        upgraded.resolve()
      } else if (end !== -1) {
        failure = new Error(bytes.toString('latin1', 0, bytes.indexOf('\r\n')))
        socket.destroy()
      }
    }
    if (isUpgraded) at = readFrames(bytes, at)
    // A copy: the next chunk comes into the same place.
    rest = at === bytes.byteLength ? Buffer.alloc(0) : Buffer.from(bytes.subarray(at))
  }

  /** Where the first frame begins that has not come whole. */
  function readFrames(bytes: Buffer, start: number): number {
    let at = start
    while (at + 2 <= bytes.byteLength) {
      const opcode = (bytes[at] ?? 0) & 15
      const short = (bytes[at + 1] ?? 0) & 127
      let head = 2
      let length = short
      if (short === 126) {
        if (at + 4 > bytes.byteLength) break
        head = 4
        length = bytes.readUInt16BE(at + 2)
      } else if (short === 127) {
        if (at + 10 > bytes.byteLength) break
        head = 10
        length = Number(bytes.readBigUInt64BE(at + 2))
      }
      const end = at + head + length
      if (end > bytes.byteLength) break
      if (opcode === 2) onMessage(bytes, at + head, end, raw)
      else if (opcode === 9) socket.write(maskedFrame(bytes.subarray(at + head, end), 10))
      else if (opcode === 8) {
        closeCode = length >= 2 ? bytes.readUInt16BE(at + head) : null
        socket.end(maskedFrame(bytes.subarray(at + head, end), 8))
      }
      at = end
    }
    return at
  }

  await Promise.race([once(socket, 'connect'), closed])
  const lines = Object.entries(address.headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(
    `GET ${address.path} HTTP/1.1\r\nHost: localhost:${address.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n${lines.join('')}\r\n`,
  )
  await Promise.race([upgraded.promise, closed])
  if (!isUpgraded) {
    throw new Error(`${address.path}: the server did not open a WebSocket`, { cause: failure })
  }
  return raw
}

/** Rejects when the server sends this client away. */
export async function refusal(socket: RawSocket): Promise<never> {
  throw new Error(`a client was sent away with ${await socket.closed}`)
}

/** One message as a client sends it (RFC 6455): masked, with a mask of zeros, which changes nothing and is legal. */
export function maskedFrame(message: Uint8Array, opcode = 2): Uint8Array {
  const { byteLength: length } = message
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = new Uint8Array(head + 4 + length)
  const view = new DataView(frame.buffer)
  frame[0] = 0x80 | opcode
  frame[1] = 0x80 | (head === 2 ? length : head === 4 ? 126 : 127)
  if (head === 4) view.setUint16(2, length)
  else if (head === 10) view.setBigUint64(2, BigInt(length))
  frame.set(message, head + 4)
  return frame
}
