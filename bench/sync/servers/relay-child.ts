// The floor: hands every message to the others of its room, stores nothing, knows nothing of Yjs.
import { createServer } from 'node:http'

import { WebSocketServer, type WebSocket } from 'ws'

const rooms = new Map<string, Set<WebSocket>>()
const server = createServer()
const relay = new WebSocketServer({ server, perMessageDeflate: false })
relay.on('connection', (socket, { url = '/' }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data, { binary: true })
  })
  socket.on('close', () => room.delete(socket))
  socket.on('error', () => undefined)
})
server.listen(0, () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) process.stdout.write(`ready: ${address.port}\n`)
})
