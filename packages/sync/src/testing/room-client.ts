import { splitFrames } from '../frames.ts'
import { decodeMessage, encodeMessage, protocolVersion, type Message } from '../messages.ts'
import type { PlanRooms } from '../plan-rooms.ts'
import type { Access } from '../ports.ts'

/** A client's end in a room: what it was sent, in how many writes, and how it was closed. */
export function setupClient(
  rooms: PlanRooms,
  options: { userId?: string; projectId?: string } & Partial<Access> = {},
) {
  const { userId = 'marie', projectId = 'plan', canWrite = true, judge = null } = options
  const received: Message[] = []
  const closed: number[] = []
  const flow: ('pause' | 'resume')[] = []
  const counts = { writes: 0 }
  const session = rooms.join(projectId, {
    identity: { userId, name: userId, colours: ['#0b5c8f'] },
    access: { canWrite, judge, rights: '{}', lineage: 'one' },
    send(frames) {
      counts.writes += 1
      const { messages, rest } = splitFrames(frames, 2 ** 30)
      if (rest.byteLength > 0) throw new Error('half a frame was sent')
      received.push(...messages.map(decodeMessage))
    },
    pause: () => flow.push('pause'),
    resume: () => flow.push('resume'),
    close: ({ code }) => closed.push(code),
  })
  const say = (message: Message): void => session.receive(encodeMessage(message))
  const ask = (): void => say({ type: 'askSaved', version: protocolVersion })
  const of = <T extends Message['type']>(type: T) =>
    received.filter((message): message is Extract<Message, { type: T }> => message.type === type)
  return { session, received, closed, flow, counts, say, ask, of }
}
