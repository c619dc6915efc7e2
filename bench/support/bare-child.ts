// The baseline's server: one page, and a relay that hands every message to the other sockets without keeping it.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

import { WebSocketServer } from 'ws'

const page = readFileSync(new URL('bare-page.html', import.meta.url))

const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(page)
})
const relay = new WebSocketServer({ server, perMessageDeflate: false })
relay.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => {
    for (const other of relay.clients) if (other !== socket) other.send(data, { binary: isBinary })
  })
})
server.listen(0, () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) process.send?.(address.port)
})
process.once('disconnect', () => process.exit())
