import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** What a network does to what passes; a test changes it as it goes. */
export type ProxyMode = {
  /** Upgrades to WebSocket pass, are answered 400, are cut without a word, or are answered 101 and then nothing passes. */
  upgrades: 'pass' | 'refuse' | 'cut' | 'swallow'
  /** Answers pass as they come, or are held back until they end. */
  answers: 'pass' | 'hold'
}

export type Proxy = {
  port: number
  mode: ProxyMode
  /** Requests that came, as `GET /path`. */
  seen: string[]
  /** Cuts every connection of now. */
  cut: () => void
}

/** An HTTP proxy before a server of this machine. */
export async function startProxy(target: number, mode: ProxyMode): Promise<Proxy> {
  const seen: string[] = []
  const server = createServer((incoming, outgoing) => {
    seen.push(`${incoming.method} ${incoming.url}`)
    pass(target, mode, incoming, outgoing)
  })
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex) => {
    seen.push(`UPGRADE ${incoming.url}`)
    upgrade(target, mode, incoming, socket)
  })
  return { ...(await listen(server)), mode, seen }
}

/** A proxy that cuts what is silent both ways for so long. */
export async function startIdleCutter(target: number, idleMs: number): Promise<Omit<Proxy, 'mode' | 'seen'>> {
  return listen(
    createTcpServer((client) => {
      const upstream = connect(target, 'localhost')
      join(client, upstream)
      // Counts reading and writing alike.
      client.setTimeout(idleMs, () => client.destroy())
    }),
  )
}

function pass(target: number, mode: ProxyMode, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url: path, headers } = incoming
  const upstream = request({ port: target, host: 'localhost', method, path, headers }, (answer) => {
    const { statusCode = 502, headers } = answer
    if (mode.answers === 'pass') {
      outgoing.writeHead(statusCode, headers)
      outgoing.flushHeaders()
      answer.pipe(outgoing)
      return
    }
    const { 'transfer-encoding': _, ...rest } = headers
    buffer(answer).then(
      (body) => outgoing.writeHead(statusCode, rest).end(body),
      () => outgoing.destroy(),
    )
  })
  upstream.on('error', () => outgoing.destroy())
  outgoing.on('close', () => upstream.destroy())
  incoming.pipe(upstream)
}

function upgrade(target: number, { upgrades }: ProxyMode, incoming: IncomingMessage, socket: Duplex): void {
  socket.on('error', () => undefined)
  switch (upgrades) {
    case 'refuse':
      socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      return
    case 'cut':
      socket.destroy()
      return
    case 'swallow': {
      const accept = createHash('sha1')
        .update(`${incoming.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
        .digest('base64')
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      )
      socket.resume()
      return
    }
    case 'pass': {
      const upstream = connect(target, 'localhost')
      const head = [`GET ${incoming.url} HTTP/1.1`]
      for (let at = 0; at < incoming.rawHeaders.length; at += 2)
        head.push(`${incoming.rawHeaders[at]}: ${incoming.rawHeaders[at + 1]}`)
      upstream.write(`${head.join('\r\n')}\r\n\r\n`)
      join(socket, upstream)
    }
  }
}

/** Each end hears what the other says, and ends with it. */
function join(one: Duplex, other: Duplex): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to)
    from.on('error', () => undefined)
    from.on('close', () => to.destroy())
  }
}

async function listen(server: Server): Promise<Pick<Proxy, 'port' | 'cut'>> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  onTestFinished(() => {
    server.close()
    cut()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')
  return { port: address.port, cut }
}
