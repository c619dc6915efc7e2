import {
  addNode,
  applyProject,
  blocksToPlain,
  edit,
  indentEntry,
  isInPlan,
  joinWithPrevious,
  nodeText,
  openPlan,
  outdentItem,
  plainToBlocks,
  readBlocks,
  readOutline,
  readProject,
  splitEntry,
  textAuthors,
  writeBlocks,
  type BlockText,
  type NodeId,
  type PlanDoc,
} from '@concerte/schema'
import { addBlock, createPick, createSmallPlan, pickOne, typeWord, type Pick } from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'

import { openPlanDocument } from './plan-document.ts'
import { createPlanRooms } from './plan-rooms.ts'
import type { Access, StoredPlan } from './ports.ts'
import { createMemoryLog } from './testing/memory-log.ts'
import { setupMemoryClient } from './testing/memory-network.ts'

const bin = { by: 'user', at: '2026-01-01T00:00:00Z' }
const runs = Number(process.env['LATE_WORDS_RUNS'] ?? 100)

test('[D2] what people type in a text that somebody cuts or joins meanwhile is there exactly once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { maxLength: 80, size: 'max' }), (seeds) => {
      const { people, words, meet } = setupPeople(3)
      for (const seed of seeds) {
        const pick = createPick(seed)
        const who = pick(3)
        const person = people[who]!
        switch (pick(8)) {
          case 0:
          case 1:
            if (who === 0) person.arrange(pick)
            else person.type(pick)
            break
          case 2:
            person.receive(pick)
            break
          case 3:
            person.send(pick)
            break
          case 4:
            person.addBlock(pick)
            break
          default:
            person.type(pick)
        }
      }
      meet()
      const [first, ...others] = people.map(({ plan }) => plan)
      for (const other of others) expect(readProject(other.doc)).toEqual(readProject(first!.doc))
      const { shown, binned } = wordsIn(first!)
      const count = (word: string) => shown.split(word).length - 1
      // What was joined is in the bin as it was.
      const isOnce = (word: string) => count(word) === 1 || (count(word) === 0 && binned.includes(word))
      expect(words.filter((word) => !isOnce(word)).map((word) => [word, count(word)])).toEqual([])
    }),
    { seed: 5, numRuns: runs },
  )
}, 90_000)

test('[D2] whatever several people cut, join, indent and outdent at once, no typed word is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { maxLength: 80, size: 'max' }), (seeds) => {
      const { people, words, meet } = setupPeople(3)
      for (const seed of seeds) {
        const pick = createPick(seed)
        const person = people[pick(3)]!
        const { arrange, receive, send } = person
        const step = pickOne(pick, [
          arrange,
          arrange,
          receive,
          send,
          person.addBlock,
          person.type,
          person.type,
        ])
        step?.(pick)
      }
      meet()
      const [first, ...others] = people.map(({ plan }) => plan)
      for (const other of others) expect(readProject(other.doc)).toEqual(readProject(first!.doc))
      const { shown, binned } = wordsIn(first!)
      expect(words.filter((word) => !shown.includes(word) && !binned.includes(word))).toEqual([])
    }),
    { seed: 6, numRuns: runs / 2 },
  )
}, 90_000)

const orders = ['the cut is told first', 'the words are told first'] as const

test.each(orders)(
  '[D2] [S3] what is typed in a paragraph that a cut takes along stands where it went, as its author’s words, when %s',
  (order) => {
    const { people, server, entry, meet } = setupPeople(2)
    const [ada, bob] = [people[0]!, people[1]!]
    const added = splitEntry(ada.plan, entry, { path: [0], offset: 2 })
    insert(bob.plan, entry, { paragraph: 1, offset: 5, words: ' et demi' })
    if (order === 'the words are told first') bob.send(all)
    ada.send(all)
    bob.send(all)
    expect(plainOf(server.doc, added)).toBe(' deux\ntrois et demi quatre\ncinq')
    expect(plainOf(server.doc, entry)).toBe('un')
    const text = nodeText(openPlan(server.doc), added, 'text')!
    const runs = textAuthors(text, 'block', (client) => server.owners.get(client))
    expect(runs.map(({ author, length }) => [author, length])).toEqual([
      ['user-0', 11],
      ['user-1', 8],
      ['user-0', 12],
    ])
    // Who has not heard of the cut goes on typing.
    insert(bob.plan, entry, { paragraph: 1, offset: 13, words: ' et plus' })
    meet()
    for (const { plan } of people)
      expect(plainOf(plan.doc, added)).toBe(' deux\ntrois et demi et plus quatre\ncinq')
  },
)

test('[D2] words find the paragraph that was cut off long ago, in a plan that was stored as one state and opened again', () => {
  const { people, entry, reopen, server } = setupPeople(2)
  const [ada, bob] = [people[0]!, people[1]!]
  insert(bob.plan, entry, { paragraph: 2, offset: 4, words: ' ou six' })
  const added = splitEntry(ada.plan, entry, { path: [0], offset: 8 })
  const again = splitEntry(ada.plan, added, { path: [1], offset: 5 })
  ada.send(all)
  expect(plainOf(server.doc, again)).toBe(' quatre\ncinq')
  const opened = reopen()
  bob.send(all)
  expect(plainOf(opened.doc, again)).toBe(' quatre\ncinq ou six')
})

test('[D2] what is typed in a paragraph that somebody removes stands where it was', () => {
  for (const order of orders) {
    const { people, server, entry } = setupPeople(2)
    const [ada, bob] = [people[0]!, people[1]!]
    edit(ada.plan, () => nodeText(ada.plan, entry, 'text')!.delete(1, 1))
    insert(bob.plan, entry, { paragraph: 1, offset: 5, words: ' et demi' })
    if (order === 'the words are told first') bob.send(all)
    ada.send(all)
    bob.send(all)
    expect(plainOf(server.doc, entry)).toBe('un deux\n et demi\ncinq')
  }
})

test('what somebody removes of their own words, or saw before they removed them, stays removed', () => {
  const { people, server, entry } = setupPeople(2)
  const [ada, bob] = [people[0]!, people[1]!]
  insert(bob.plan, entry, { paragraph: 1, offset: 5, words: ' et demi' })
  bob.send(all)
  ada.receive(all)
  edit(ada.plan, () => nodeText(ada.plan, entry, 'text')!.delete(1, 1))
  insert(bob.plan, entry, { paragraph: 1, offset: 5, words: 'x' })
  edit(bob.plan, () => nodeText(bob.plan, entry, 'text')!.delete(1, 1))
  bob.send(all)
  ada.send(all)
  expect(plainOf(server.doc, entry)).toBe('un deux\ncinq')
})

test('[S4] words go to no entry in which their author, or who removed their paragraph, may not write', () => {
  const { people, server, entry } = setupPeople(2)
  const [ada, bob] = [people[0]!, people[1]!]
  const added = splitEntry(ada.plan, entry, { path: [0], offset: 2 })
  ada.send(all)
  insert(bob.plan, entry, { paragraph: 1, offset: 5, words: ' et demi' })
  bob.send(all, (_, touches) => (touches.some(({ keys }) => keys[0] === added) ? 'axis-locked' : null))
  expect(plainOf(server.doc, added)).toBe(' deux\ntrois quatre\ncinq')
  expect(plainOf(server.doc, entry)).toBe('un\n et demi')
})

test('[D2] what was written offline comes whole to a server that first tells of the cut and then asks', async () => {
  vi.useFakeTimers()
  const { people, server, entry } = setupPeople(2)
  const [ada, bob] = [people[0]!, people[1]!]
  insert(bob.plan, entry, { paragraph: 1, offset: 5, words: ' et demi' })
  const added = splitEntry(ada.plan, entry, { path: [0], offset: 2 })
  ada.send(all)
  const log = createMemoryLog()
  log.compacted.set('plan', Y.encodeStateAsUpdate(server.doc))
  const rooms = createPlanRooms({
    log,
    now: () => Date.now(),
    reportError: (error) => {
      throw error
    },
  })
  const client = setupMemoryClient(rooms, { knows: bob.plan.doc, lineage: 'one', unsaved: true })
  await vi.advanceTimersByTimeAsync(1000)
  expect(client.client.state).toEqual({ type: 'saved' })
  // Who wrote them gets them back in their new place, though nobody else wrote.
  expect(plainOf(client.doc, added)).toBe(' deux\ntrois et demi quatre\ncinq')
  expect(log.rows.map(({ userId, claims }) => [userId, claims.length])).toEqual([[null, 2]])
  client.end()
  vi.useRealTimers()
})

const all: Pick = () => 1_000

function insert(
  plan: PlanDoc,
  id: NodeId,
  { paragraph, offset, words }: { paragraph: number; offset: number; words: string },
): void {
  const element: unknown = nodeText(plan, id, 'text')!.get(paragraph)
  const text: unknown = element instanceof Y.XmlElement ? element.get(0) : null
  if (text instanceof Y.XmlText) edit(plan, () => text.insert(offset, words))
}

function plainOf(doc: Y.Doc, id: NodeId): string {
  return blocksToPlain(readBlocks(nodeText(openPlan(doc), id, 'text')!))
}

function open(state: Uint8Array, owners: StoredPlan['owners']) {
  return openPlanDocument({ state, updates: [], owners }, (error) => {
    throw error
  })
}

/** People with a replica each, who hear of each other through a server: what they did, and have not sent, is in no other replica. */
function setupPeople(count: number) {
  const { doc, plan, project } = createSmallPlan()
  applyProject(doc, project)
  const action = project.axes[0]!.content[0]!.id
  for (const words of ['un deux\ntrois quatre\ncinq', 'six\nsept huit', 'neuf']) {
    const id = addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })
    edit(plan, () => writeBlocks(nodeText(plan, id, 'text')!, plainToBlocks(words)))
  }
  const state = Y.encodeStateAsUpdate(doc)
  let server = open(state, new Map())
  /** The origin of what comes from the server. */
  const told = {}
  const words: string[] = []
  const people = Array.from({ length: count }, (_, index) => createPerson(`user-${index}`))

  function createPerson(userId: string) {
    const replica = new Y.Doc()
    Y.applyUpdate(replica, state, told)
    const own = openPlan(replica)
    const outbox: Uint8Array[] = []
    const inbox: Uint8Array[] = []
    replica.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== told) outbox.push(update)
    })
    const entries = () => entriesOf(own).filter((id) => isInPlan(own, id))
    return {
      plan: own,
      inbox,
      type: (pick: Pick) => {
        const id = pickOne(pick, entries())
        if (id === undefined) return
        // Of one sign that stands nowhere else: what others put in at the same place parts no such word.
        const word = String.fromCodePoint(0x3400 + words.length)
        words.push(word)
        edit(own, () => typeWord(nodeText(own, id, 'text')!, word, pick))
      },
      addBlock: (pick: Pick) => {
        const id = pickOne(pick, entries())
        if (id !== undefined) edit(own, () => addBlock(nodeText(own, id, 'text')!, pick))
      },
      arrange: (pick: Pick) => {
        const id = pickOne(pick, entries())
        if (id !== undefined) arrange(own, id, pick)
      },
      send: (pick: Pick, judge: Access['judge'] = null) => {
        const sent = outbox.splice(0, 1 + pick(4))
        if (sent.length === 0) return false
        const gathered = server.gather(() => {
          for (const update of sent)
            expect(server.accept(update, { userId, judge, triedAt: null }).type).toBe('taken')
        })
        if (gathered !== null) for (const person of people) person.inbox.push(gathered.update)
        return true
      },
      receive: (pick: Pick) => {
        for (const update of inbox.splice(0, 1 + pick(4))) Y.applyUpdate(replica, update, told)
      },
    }
  }

  return {
    server,
    people,
    entry: entriesOf(plan)[0]!,
    reopen: () => (server = open(Y.encodeStateAsUpdate(server.doc), server.owners)),
    words,
    meet: () => {
      // Yjs tidies marks up in edits of its own, wherever it took something in.
      for (let round = 0; round < 20; round += 1) {
        for (const person of people) person.receive(all)
        if (!people.some((person) => person.send(all))) return
      }
      throw new Error('They never agree')
    },
  }
}

function arrange(plan: PlanDoc, id: NodeId, pick: Pick): void {
  switch (pick(6)) {
    case 0:
      return void joinWithPrevious(plan, id, bin)
    case 1:
      return void indentEntry(plan, id, bin)
    case 2:
      return void outdentItem(plan, id, [pick(4), pick(3)])
    default: {
      const blocks = readBlocks(nodeText(plan, id, 'text')!)
      const { path, plain } = pickOne(pick, paragraphsIn(blocks))!
      const borders = [0, plain.length, ...Array.from(plain.matchAll(/ /g), ({ index }) => index)]
      splitEntry(plan, id, { path, offset: pickOne(pick, borders)! })
    }
  }
}

function paragraphsIn(blocks: BlockText): { path: number[]; plain: string }[] {
  return blocks.flatMap((block, index) =>
    block.type === 'paragraph'
      ? [{ path: [index], plain: blocksToPlain([block]) }]
      : block.items.flatMap((item, at) =>
          paragraphsIn(item).map(({ path, plain }) => ({ path: [index, at, ...path], plain })),
        ),
  )
}

/** The words of all entries that are in the plan, and of those in the bin. */
function wordsIn(plan: PlanDoc): { shown: string; binned: string } {
  const words = { shown: '', binned: '' }
  for (const id of entriesOf(plan)) {
    words[isInPlan(plan, id) ? 'shown' : 'binned'] +=
      ` ${blocksToPlain(readBlocks(nodeText(plan, id, 'text')!))}`
  }
  return words
}

function entriesOf(plan: PlanDoc): NodeId[] {
  return [...readOutline(plan).nodes.values()].filter(({ type }) => type === 'entry').map(({ id }) => id)
}
