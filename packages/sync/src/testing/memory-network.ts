import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { createSyncClient, type SyncClient, type SyncClientOptions } from '../client/client.ts'
import type { Dial, LineKind } from '../client/line.ts'
import type { SaveState } from '../client/save-state.ts'
import { createSocketDial } from '../client/socket-line.ts'
import { splitFrames } from '../frames.ts'
import { decodeMessage, encodeMessage, type Message } from '../messages.ts'
import type { PlanRooms } from '../plan-rooms.ts'
import type { Access, Connection } from '../ports.ts'

/** What stands between a client and the server, and what a test makes of it. */
export type MemoryNetwork = {
  isUp: boolean
  /** Whether a WebSocket may pass, is refused at once, or is opened and then passes nothing. */
  sockets: 'pass' | 'refused' | 'swallowed'
  /** Whether lines over HTTP may pass. */
  http: 'pass' | 'refused'
  /** A close code that the server sends everyone away with; 0 when it takes them. */
  refuseWith: number
  /** The server passes on what it says, and hears what is said, this much later. */
  delayMs: number
  lines: Set<MemoryLine>
  /** Every line that was ever begun. */
  dialled: LineKind[]
  /** What clients said, in order. */
  said: Message[]
}

export type MemoryLine = {
  readonly kind: LineKind
  end: (code: number) => void
  deliver: (message: Uint8Array) => void
}

/** One person's client, joined to rooms in memory by lines that a test can cut, hold or refuse. Time is the test's. */
export function setupMemoryClient(
  rooms: PlanRooms,
  options: Partial<Access> & { name?: string; network?: Partial<MemoryNetwork> } & Pick<
      SyncClientOptions,
      'lineage' | 'unsaved'
    > & { knows?: Y.Doc; accessLineage?: string } = {},
) {
  const { name = 'marie', canWrite = true, judge = null } = options
  const network: MemoryNetwork = {
    isUp: true,
    sockets: 'pass',
    http: 'pass',
    refuseWith: 0,
    delayMs: 0,
    lines: new Set(),
    dialled: [],
    said: [],
    ...options.network,
  }
  const access: Access = { canWrite, judge, rights: '{}', lineage: options.accessLineage ?? 'one' }
  const browser = new EventTarget()
  const doc = options.knows ?? new Y.Doc()
  const awareness = new Awareness(doc)
  const states: SaveState[] = []
  const client: SyncClient = createSyncClient({
    url: 'memory:',
    doc,
    awareness,
    lineage: options.lineage ?? null,
    unsaved: options.unsaved ?? false,
    network: browser,
    dials: {
      socket: createSocketDial('memory:', createMemorySocket(rooms, network, name, access)),
      http: createMemoryDial(rooms, network, name, access),
    },
    random: () => 0.5,
  })
  client.subscribe(() => states.push(client.state))
  return {
    client,
    doc,
    awareness,
    access,
    states,
    browser,
    network,
    cut() {
      network.isUp = false
      for (const line of network.lines) line.end(1006)
    },
    mend() {
      network.isUp = true
    },
    type: (text: string) => doc.getText('t').insert(doc.getText('t').length, text),
    read: () => doc.getText('t').toJSON(),
    end() {
      client.close()
      awareness.destroy()
    },
  }
}

type Join = ReturnType<PlanRooms['join']>

function join(
  rooms: PlanRooms,
  network: MemoryNetwork,
  { name, access, line }: { name: string; access: Access; line: MemoryLine },
): Join {
  const connection: Connection = {
    identity: { userId: name, name, colours: ['#0b5c8f'] },
    // As the rights were when the line was opened.
    access: { ...access },
    send(frames) {
      const { messages } = splitFrames(frames, 2 ** 30)
      for (const message of messages) after(network, () => line.deliver(message))
    },
    pause: () => undefined,
    resume: () => undefined,
    close: ({ code }) => after(network, () => line.end(code)),
  }
  return rooms.join('plan', connection)
}

function createMemorySocket(
  rooms: PlanRooms,
  network: MemoryNetwork,
  name: string,
  access: Access,
): typeof WebSocket {
  class MemorySocket extends EventTarget implements MemoryLine {
    static readonly OPEN = 1
    readonly kind = 'socket'
    readyState = 0
    binaryType = 'arraybuffer'
    #session: Join | null = null
    constructor() {
      super()
      network.lines.add(this)
      network.dialled.push('socket')
      if (!network.isUp || network.sockets === 'refused') queueMicrotask(() => this.end(1006))
      else if (network.refuseWith > 0) queueMicrotask(() => this.end(network.refuseWith))
      else {
        if (network.sockets === 'pass') this.#session = join(rooms, network, { name, access, line: this })
        queueMicrotask(() => {
          if (this.readyState !== 0) return
          this.readyState = 1
          this.dispatchEvent(new Event('open'))
        })
      }
    }
    deliver(message: Uint8Array): void {
      if (this.readyState === 1)
        this.dispatchEvent(new MessageEvent('message', { data: message.slice().buffer }))
    }
    send(message: Uint8Array): void {
      const session = this.#session
      after(network, () => {
        if (!network.isUp || session === null) return
        network.said.push(decodeMessage(message))
        session.receive(message)
      })
    }
    end(code: number): void {
      if (this.readyState === 3) return
      this.readyState = 3
      network.lines.delete(this)
      this.#session?.leave()
      this.dispatchEvent(Object.assign(new Event('close'), { code }))
    }
    close(): void {
      this.end(1000)
    }
  }
  // As much of a WebSocket as a line needs.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return MemorySocket as unknown as typeof WebSocket
}

/** A line as one over HTTP is: what is said goes in one piece after another, and the server speaks at once. */
function createMemoryDial(rooms: PlanRooms, network: MemoryNetwork, name: string, access: Access): Dial {
  return (handlers) => {
    let session: Join | null = null
    let isOver = false
    const line: MemoryLine = {
      kind: 'http',
      end(code) {
        if (isOver) return
        finish()
        handlers.closed(code)
      },
      deliver(message) {
        if (!isOver) handlers.message(decodeMessage(message))
      },
    }
    const finish = (): void => {
      isOver = true
      network.lines.delete(line)
      session?.leave()
    }
    network.lines.add(line)
    network.dialled.push('http')
    after(network, () => {
      if (isOver) return
      if (!network.isUp || network.http === 'refused') return line.end(1006)
      if (network.refuseWith > 0) return line.end(network.refuseWith)
      session = join(rooms, network, { name, access, line })
      handlers.open()
      after(network, () => line.deliver(Uint8Array.from([1, 1, 0])))
    })
    return {
      send(message) {
        after(network, () => {
          if (!network.isUp || isOver) return
          network.said.push(message)
          session?.receive(encodeMessage(message))
        })
      },
      close() {
        if (!isOver) finish()
      },
    }
  }
}

function after({ delayMs }: MemoryNetwork, run: () => void): void {
  if (delayMs === 0) queueMicrotask(run)
  else setTimeout(run, delayMs)
}
