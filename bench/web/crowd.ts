import { setTimeout as delay } from 'node:timers/promises'

import * as encoding from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { concerte as dialect, told } from '../sync/load/dialect.ts'
import { nothing, question } from '../sync/load/open-plan.ts'
import { maskedFrame, openRawSocket, refusal, type RawSocket } from '../sync/load/raw-socket.ts'
import { createTypist, type Letter, type Typist } from '../sync/load/typist.ts'
import type { Concerte } from '../support/concerte.ts'
import type { MeasuredPlan } from './plans.ts'

/** People without a browser who type in a plan, each in a measure of their own, their carets told ten times a second. */
export type TypingCrowd = { typed: () => number; stop(): Promise<void> }

type Typing = { socket: RawSocket; typist: Typist; presence: () => Uint8Array }

const keysPerSecond = 6
const caretsPerSecond = 10

export async function startCrowd(
  concerte: Concerte,
  plan: MeasuredPlan,
  people: number,
): Promise<TypingCrowd> {
  const typing: Typing[] = []
  for (let seat = 0; seat < people; seat += 1) typing.push(await enter(concerte, plan, seat, people))
  const stop = new AbortController()
  const running = Promise.all(typing.map((person, seat) => work(person, seat / people, stop.signal)))
  return {
    typed: () => typing.reduce((sum, { typist }) => sum + typist.typed, 0),
    async stop() {
      stop.abort()
      await running
      for (const { socket } of typing) socket.destroy()
    },
  }
}

async function enter(
  { url, http }: Concerte,
  { id, doc, entries }: MeasuredPlan,
  seat: number,
  people: number,
): Promise<Typing> {
  const { cookies } = await http.storageState()
  const state = Promise.withResolvers<void>()
  const socket = await openRawSocket(
    {
      port: Number(new URL(url).port),
      path: `/sync/${id}`,
      headers: { origin: url, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    },
    (bytes, start, _end, line) => {
      const body = dialect.read(bytes, start)
      if (body === told.state) state.resolve()
      else if (body === told.stateVector) line.write(maskedFrame(nothing(new Uint8Array())))
    },
  )
  for (const message of dialect.greet(id)) socket.write(maskedFrame(message))
  socket.write(maskedFrame(question(new Uint8Array())))
  await Promise.race([state.promise, refusal(socket)])
  // Spread over the plan, but for the first measure, in which the page types.
  const entry = entries[1 + Math.floor((seat * (entries.length - 1)) / people)] ?? ''
  const client = 1_000_000 + seat
  const typist = createTypist(client, new Uint8Array(), [lastLetter(doc, entry)])
  const awareness = new Awareness(new Y.Doc())
  awareness.doc.clientID = client
  awareness.clientID = client
  return {
    socket,
    typist,
    presence() {
      const caret = {
        type: null,
        tname: null,
        item: { client, clock: Math.max(0, typist.typed - 1) },
        assoc: -1,
      }
      awareness.setLocalState({
        place: { node: entry, field: 'text' },
        cursor: { anchor: caret, head: caret },
      })
      const update = encodeAwarenessUpdate(awareness, [client])
      return maskedFrame(
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, 1)
          encoding.writeVarUint8Array(encoder, update)
        }),
      )
    },
  }
}

async function work({ socket, typist, presence }: Typing, phase: number, stop: AbortSignal): Promise<void> {
  await delay((1000 / keysPerSecond) * phase)
  let told = 0
  while (!stop.aborted) {
    const now = performance.now()
    socket.write(typist.type(1, now))
    if (now - told > 1000 / caretsPerSecond) {
      told = now
      socket.write(presence())
    }
    await delay((1000 / keysPerSecond) * (0.7 + 0.6 * Math.random()))
  }
}

/** The last letter of an entry, after which one goes on writing. */
function lastLetter(doc: Y.Doc, entry: string): Letter {
  const node: unknown = doc.getMap('nodes').get(entry)
  const text: unknown = node instanceof Y.Map ? node.get('text') : undefined
  const paragraph: unknown = text instanceof Y.XmlFragment ? text.get(0) : undefined
  const words: unknown = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  // Yjs offers no other way to the place of a letter.
  // oxlint-disable-next-line eslint/no-underscore-dangle
  let item = words instanceof Y.XmlText ? words._start : null
  while (item?.right != null) item = item.right
  if (item === null) throw new Error(`${entry} has no words`)
  return { client: item.id.client, clock: item.id.clock + item.length - 1 }
}
