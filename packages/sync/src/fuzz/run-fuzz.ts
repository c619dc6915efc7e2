// One run over one plan: the steps and what must hold after each of them are read together.
import { judgeTouches, openPlan, readProject, toRights, type Rights } from '@concerte/schema'
import * as Y from 'yjs'

import { openStoredPlan } from '../open-stored-plan.ts'
import { createPlanRooms } from '../plan-rooms.ts'
import { createMemoryLog } from '../testing/memory-log.ts'
import { setupClient } from '../testing/room-client.ts'
import { dumpDocument, dumpStateVector } from './dump-document.ts'
import { createPerson } from './fuzz-person.ts'
import { axes } from './fuzz-plan.ts'
import { hostileMessages } from './hostile-messages.ts'
import { typeIn } from './plain-edit.ts'
import { createChoose } from './random.ts'
import { findTrespass, partsOf } from './writable-parts.ts'

/** What happened: how many of the hostile messages were taken, and how often their author was sent away. */
export type FuzzReport = { messages: number; taken: number; sentAway: number }

/** Something that must not be, and the seed that shows it again. */
export class FuzzFailure extends Error {
  override name = 'FuzzFailure'
}

const [mine, theirs, shut] = axes
const editor = { role: 'editor', phase: 'drafting' } as const
/** The rights that hostile members have in turn; null: may write everywhere, so that nothing is judged. */
const hostileRights: (Rights | null)[] = [
  null,
  toRights({ ...editor, groupAxes: mine ? [mine] : [], locked: [] }),
  toRights({ ...editor, groupAxes: null, locked: shut ? [shut] : [] }),
  toRights({ role: 'lead', phase: 'review', groupAxes: null, locked: theirs && shut ? [theirs, shut] : [] }),
]

/**
 * A hostile member among honest ones: after each thing that it says, all that is promised to the others is looked at.
 * @param plan the plan as the log has it at first
 * @throws {FuzzFailure}
 */
export async function runFuzz(options: {
  plan: Uint8Array
  seed: number
  steps: number
}): Promise<FuzzReport> {
  const { plan, seed, steps } = options
  const choose = createChoose(seed)
  const rights = choose.one([0, 1, 1, 2, 3].map((index) => hostileRights[index] ?? null))
  const log = createMemoryLog()
  log.rows.push({ projectId: 'plan', userId: null, update: plan, claims: [] })
  const errors: unknown[] = []
  let room: Y.Doc | null = null
  const timers = new Set<() => void>()
  let at = 0
  const rooms = createPlanRooms({
    log,
    reportError: (error) => errors.push(error),
    now: () => at,
    later(run) {
      timers.add(run)
      return () => void timers.delete(run)
    },
    onCommit: (_projectId, doc) => {
      room = doc
    },
  })
  const witness = createPerson(rooms, 'lea', 2_001, false)
  const typists = [createPerson(rooms, 'marie', 2_002, true), createPerson(rooms, 'paul', 2_003, true)]
  const people = [witness, ...typists]
  const own = [3_001, 4, 2 ** 31 + choose.below(2 ** 30)]
  const report: FuzzReport = { messages: 0, taken: 0, sentAway: 0 }
  let said = ''

  const fail = (what: string, cause?: unknown): never => {
    throw new FuzzFailure(`${what} (seed ${seed}, rights ${rights?.scope ?? 'all'}, after ${said})`, {
      cause,
    })
  }
  const join = () =>
    setupClient(rooms, {
      userId: 'eve',
      judge: rights === null ? null : (doc, touches) => judgeTouches(doc, rights, touches),
    })
  let hostile = join()
  await settle()
  while (people.map((person) => person.read(9)).includes(true)) await settle()
  typists[0]?.doc.getXmlFragment('cover.title').insert(0, [new Y.XmlElement('paragraph')])
  await settle()

  for (let step = 0; step < steps; step += 1) {
    at += 60_000
    for (const run of Array.from(timers)) {
      timers.delete(run)
      run()
    }
    const doc = room ?? fail('nothing was ever committed')
    if (choose.once(3)) {
      const typist = choose.one(typists)
      type(typist.doc)
    }
    // Some wait long for what others said.
    for (const person of people) if (choose.once(3)) person.read(choose.below(9))
    await settle()
    if (hostile.closed.length > 0) {
      report.sentAway += 1
      hostile.session.leave()
      hostile = join()
      await settle()
    }
    await attack(doc)
    if (choose.once(15)) await meet(doc)
  }
  await meet(room ?? fail('nothing was ever committed'))
  return report

  async function attack(doc: Y.Doc): Promise<void> {
    const before = {
      parts: partsOf(doc),
      vector: stateOf(doc),
      words: wordsOf(doc),
      owners: await rooms.owners('plan'),
      rows: log.rows.length,
    }
    const known = { doc, own, state: Y.encodeStateAsUpdate(doc) }
    const messages = hostileMessages(known, choose)
    said = messages.map((message) => Buffer.from(message.subarray(0, 400)).toString('hex')).join(' ')
    report.messages += messages.length
    for (const message of messages) hostile.session.receive(message)
    await settle()
    if (log.rows.length > before.rows) report.taken += 1
    if (errors.length > 0) fail('an error was reported', errors[0])
    for (const person of people)
      if (person.closed.length > 0) fail(`someone else was sent away: ${person.closed.join()}`)
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) fail('something is pending')
    const owners = await rooms.owners('plan')
    for (const [client, owner] of before.owners)
      if (owners.get(client) !== owner) fail(`${client} changed hands`)
    for (const [client, clock] of stateOf(doc)) {
      const known = before.vector.get(client) ?? 0
      if (clock === known || owners.get(client) === 'eve') continue
      // Words that went with a paragraph are written again under an id of who wrote them [D2].
      const made = stringsOf(doc, client, known)
      if (made.length === 0 || !made.every((string) => before.words.includes(string)))
        fail(`words were put under ${client}, which is another’s`)
    }
    const trespass = rights === null ? null : findTrespass(rights, before.parts, partsOf(doc))
    if (trespass !== null) fail(`a trespass: ${trespass}`)
    if (log.rows.length > before.rows || choose.once(8)) await compareLog(doc)
  }

  /** What a restart would bring is what is in memory. */
  async function compareLog(doc: Y.Doc): Promise<void> {
    const { doc: again, skipped } = openStoredPlan(await log.load('plan'), (error) =>
      fail('the log is damaged', error),
    )
    if (skipped > 0) fail('the log is damaged')
    compare(doc, again, 'the log')
    try {
      JSON.stringify(readProject(openPlan(again).doc))
    } catch (error) {
      fail('the plan cannot be read', error)
    }
    again.destroy()
  }

  /** Everyone reads everything, and has the same. */
  async function meet(doc: Y.Doc): Promise<void> {
    try {
      while (people.map((person) => person.read(99)).includes(true)) await settle()
    } catch (error) {
      fail('someone cannot read what came', error)
    }
    for (const person of people) compare(doc, person.doc, 'someone')
    if (choose.once(3)) {
      // A restart loads what a compaction left.
      await log.compact('plan')
      await compareLog(doc)
    }
  }

  function compare(doc: Y.Doc, other: Y.Doc, who: string): void {
    if (dumpStateVector(doc) !== dumpStateVector(other)) fail(`${who} has another state vector`)
    const [one, two] = [dumpDocument(doc), dumpDocument(other)]
    for (const root of new Set([...one.keys(), ...two.keys()])) {
      if (one.get(root) !== two.get(root))
        fail(`${who} reads another ${root}: ${firstDifference(one.get(root), two.get(root))}`)
    }
  }

  function type(doc: Y.Doc): void {
    const texts: Y.XmlFragment[] = [doc.getXmlFragment('cover.title')]
    for (const node of doc.getMap('nodes').values()) {
      if (!(node instanceof Y.Map)) continue
      for (const value of node.values()) if (value instanceof Y.XmlFragment) texts.push(value)
    }
    typeIn(choose.one(texts), choose)
  }
}

function stateOf(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}

function wordsOf(doc: Y.Doc): string {
  return [...stateOf(doc).keys()].flatMap((client) => stringsOf(doc, client, 0)).join('\n')
}

/** What is written in the document under a client id from a clock on. */
function stringsOf(doc: Y.Doc, client: number, from: number): string[] {
  return (doc.store.clients.get(client) ?? []).flatMap((struct) =>
    struct.id.clock >= from && struct instanceof Y.Item && struct.content instanceof Y.ContentString
      ? [struct.content.str]
      : [],
  )
}

/** Lets every promise that can settle do so. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

function firstDifference(one = '', two = ''): string {
  let at = 0
  while (at < one.length && one[at] === two[at]) at += 1
  return `${one.slice(Math.max(0, at - 80), at + 80)} / ${two.slice(Math.max(0, at - 80), at + 80)}`
}
