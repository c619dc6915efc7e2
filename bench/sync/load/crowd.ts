import type { Project } from '@concerte/schema'

import type { MeasuredServer } from '../servers/measured-server.ts'
import { countLetters } from './count-letters.ts'
import { told } from './dialect.ts'
import { createHistogram, type Histogram } from './histogram.ts'
import { nothing, question } from './open-plan.ts'
import { prepareRoom } from './prepare-room.ts'
import { maskedFrame, openRawSocket, refusal, type OnMessage, type RawSocket } from './raw-socket.ts'
import { someAtOnce } from './some-at-once.ts'
import { createTypist, type Typist } from './typist.ts'

/** Who is there: `people` in each room, of whom the first `typists` write. */
export type Shape = { rooms: number; people: number; typists: number }

export type Writer = {
  readonly room: number
  readonly typist: Typist
  /** Letters that came to others, each counted as often as it came. */
  delivered: number
  /** Someone else has been shown the letters up to here. */
  seen: number
  /** The letters up to here are acknowledged. */
  acknowledged: number
}

type Person = {
  readonly socket: RawSocket
  readonly writer: Writer | null
  /** Which letters of each typist of the room have come. */
  readonly ends: Uint32Array
}

/** People in rooms of one server, who have all been sent their plan. */
export type Crowd = {
  readonly shape: Shape
  readonly writers: readonly { writer: Writer; socket: RawSocket }[]
  readonly sockets: readonly RawSocket[]
  /** Letters that came to someone who had not typed them, since `reset`. */
  readonly deliveries: number
  /** From sending a letter to its coming to each other person, since `reset`. */
  readonly delays: Histogram
  reset(): void
  /** @throws when someone was sent away, or could not read what came */
  check(): void
  leave(): Promise<void>
}

const placesEach = 4
/** Yjs client ids of five bytes, as most are that Yjs draws; never one twice. */
let nextClient = 2_000_000_000

/** @param options `isTimed`: false where whole texts are pasted, which has no delay a letter */
export async function openCrowd(
  server: MeasuredServer,
  shape: Shape,
  project: Project,
  options: { isTimed?: boolean } = {},
): Promise<Crowd> {
  const { dialect } = server
  const { isTimed = true } = options
  const firstClient = nextClient
  nextClient += shape.rooms * shape.typists
  const writers: Writer[] = []
  const people: Person[] = []
  const delays = createHistogram()
  let deliveries = 0
  let isListening = false
  // Whose message is being counted, and when it came.
  let current: Person | null = null
  let now = 0

  function onLetters(client: number, from: number, to: number): void {
    const writer = writers[client - firstClient]
    if (current === null || writer === undefined || current.writer === writer) return
    const seat = (client - firstClient) % shape.typists
    const start = Math.max(from, current.ends[seat] ?? 0)
    if (to <= start) return
    current.ends[seat] = to
    deliveries += to - start
    writer.delivered += to - start
    if (to > writer.seen) writer.seen = to
    if (!isTimed) return
    for (let letter = start; letter < to; letter += 1) delays.add(now - writer.typist.sentAt(letter))
  }

  /** A person comes in; resolves when the plan has come. */
  async function enter(room: number, seat: number): Promise<Person> {
    const writer = (seat < shape.typists ? writers[room * shape.typists + seat] : undefined) ?? null
    const name = server.roomName(room)
    const prefix = dialect.prefix(name)
    const state = Promise.withResolvers<void>()
    let messagesBefore = 0
    const ends = new Uint32Array(shape.typists)

    const receive: OnMessage = (bytes, start, end, socket) => {
      const body = dialect.read(bytes, start)
      if (body >= 0) {
        if (!isListening) return
        current = person
        now = performance.now()
        countLetters(bytes, body, end, onLetters)
      } else if (body === told.state) state.resolve()
      else if (body === told.stateVector) {
        messagesBefore += 1
        socket.write(maskedFrame(nothing(prefix)))
      } else if (body === told.acknowledged && writer !== null) {
        const count = dialect.readAcknowledged(bytes, start)
        if (count !== null) writer.acknowledged = count - messagesBefore
        else if (isListening) writer.acknowledged += 1
      }
    }
    const socket = await openRawSocket(server.address(room, room * shape.people + seat), receive)
    const person: Person = { socket, writer, ends }
    if (!dialect.answers) return person
    for (const message of dialect.greet(name)) socket.write(maskedFrame(message))
    socket.write(maskedFrame(question(prefix)))
    await Promise.race([state.promise, refusal(socket)])
    return person
  }

  await server.open(shape.rooms, shape.rooms * shape.people)
  const places = await someAtOnce(shape.rooms, async (room) => {
    const letters = await prepareRoom(server, room, { project, places: shape.typists * placesEach })
    await server.admit(
      room,
      project.axes.map(({ id }) => id),
    )
    return letters
  })
  for (const [room, letters] of places.entries()) {
    const prefix = dialect.prefix(server.roomName(room))
    for (let seat = 0; seat < shape.typists; seat += 1) {
      const own = letters.slice(seat * placesEach, (seat + 1) * placesEach)
      const typist = createTypist(firstClient + room * shape.typists + seat, prefix, own)
      writers.push({ room, typist, delivered: 0, seen: 0, acknowledged: 0 })
    }
  }
  const seats = Array.from({ length: shape.people }, (_, seat) => seat)
  const came = await someAtOnce(shape.rooms, (room) => Promise.all(seats.map((seat) => enter(room, seat))))
  people.push(...came.flat())
  isListening = true
  return {
    shape,
    writers: people.flatMap(({ writer, socket }) => (writer === null ? [] : [{ writer, socket }])),
    sockets: people.map(({ socket }) => socket),
    get deliveries() {
      return deliveries
    },
    delays,
    reset() {
      deliveries = 0
      delays.clear()
    },
    check() {
      for (const { socket } of people) {
        if (socket.failure !== null) throw socket.failure
        if (!socket.isOpen) throw new Error('someone was sent away')
      }
    },
    async leave() {
      for (const { socket } of people) socket.destroy()
      await Promise.all(people.map(({ socket }) => socket.closed))
    },
  }
}
