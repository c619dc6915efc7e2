import type { ProjectId } from '@concerte/api'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

import type { Visitor } from './visitor.ts'

/** A WebSocket put together from bytes: what no library would send can be sent, and nothing need be read. */
export type RawSocket = {
  tcp: Socket
  /** Everything that came, the answer to the handshake first. */
  received: () => Buffer
  /** Resolves when the connection is gone. */
  gone: Promise<void>
}

/** Connects to a port and says something; the rest is the test's. */
export async function openTcp(port: number, words: string | Uint8Array = ''): Promise<RawSocket> {
  const tcp = connect(port, '127.0.0.1')
  tcp.setNoDelay(true)
  const chunks: Buffer[] = []
  tcp.on('data', (chunk: Buffer) => chunks.push(chunk))
  tcp.on('error', () => undefined)
  const gone = new Promise<void>((resolve) => tcp.once('close', () => resolve()))
  onTestFinished(() => void tcp.destroy())
  await once(tcp, 'connect')
  if (words.length > 0) tcp.write(words)
  return { tcp, received: () => Buffer.concat(chunks), gone }
}

/** The handshake of a page in a plan. */
export function handshake(
  { port }: { port: number },
  visitor: Pick<Visitor, 'cookie'>,
  projectId: ProjectId,
  changes: Record<string, string> = {},
): string {
  const headers = {
    Host: `localhost:${port}`,
    Origin: `http://localhost:${port}`,
    Cookie: visitor.cookie,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...changes,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `GET /sync/${projectId} HTTP/1.1\r\n${lines.join('')}\r\n`
}

/** A WebSocket that was let in. */
export async function openRawSocket(...request: Parameters<typeof handshake>): Promise<RawSocket> {
  const raw = await openTcp(request[0].port, handshake(...request))
  while (!raw.received().includes('\r\n\r\n')) await once(raw.tcp, 'data')
  return raw
}

/** A frame of a client. `length` is what its header says, if not the truth. */
export function frame(
  payload: Uint8Array,
  { opcode = 2, final = true, masked = true, length }: Partial<FrameOptions> = {},
): Buffer {
  const said = length ?? BigInt(payload.byteLength)
  const size = said < 126n ? 0 : said < 65_536n ? 2 : 8
  const head = Buffer.alloc(2 + size)
  head[0] = (final ? 0x80 : 0) + opcode
  head[1] = (masked ? 0x80 : 0) + (size === 0 ? Number(said) : size === 2 ? 126 : 127)
  if (size === 2) head.writeUInt16BE(Number(said), 2)
  if (size === 8) head.writeBigUInt64BE(said, 2)
  // A mask of zeroes changes nothing.
  return Buffer.concat([head, Buffer.alloc(masked ? 4 : 0), payload])
}

type FrameOptions = { opcode: number; final: boolean; masked: boolean; length: bigint }

/** The code of the closing frame among what came; null when there is none. */
export function closeCodeOf(received: Buffer): number | null {
  const answer = received.indexOf('\r\n\r\n')
  if (answer < 0) return null
  for (let at = answer + 4; at + 4 <= received.length;) {
    const size = received.readUInt8(at + 1)
    if (received.readUInt8(at) === 0x88) return received.readUInt16BE(at + 2)
    if (size < 126) at += 2 + size
    else if (size === 126) at += 4 + received.readUInt16BE(at + 2)
    else if (at + 10 > received.length) return null
    else at += 10 + Number(received.readBigUInt64BE(at + 2))
  }
  return null
}
